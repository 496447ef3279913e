import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { openSqliteStorage } from '@parley/storage';
import { createSyncServer } from '@parley/sync/server';
import { listenHere, takeUpgrades } from '@parley/sync/testing/take-upgrades';

/*
 * A server in a process of its own, to be killed and starved: our sync server on our storage, for
 * whoever says who they are. Prints its port when it is ready, then every event as a line of JSON.
 *
 *   node server.ts --data=<folder> [--port=0] [--compact-after=50]
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    'compact-after': { type: 'string', default: '50' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const storage = await openSqliteStorage({ directory: values.data ?? '' });
const sync = createSyncServer({
  store: storage.documents,
  authorize: (request) => {
    const id = new URL(request.url ?? '', 'http://host').searchParams.get('as') ?? 'anybody';
    return Promise.resolve({ kind: 'admitted', capability: 'edit', identity: { id } });
  },
  limits: { compactAfter: Number(values['compact-after']) },
  log: (event) => {
    const why = 'error' in event && event.error instanceof Error ? event.error.message : undefined;
    say(JSON.stringify({ ...event, error: why }));
  },
});

const http = createServer();
takeUpgrades(http, sync);
say(String(await listenHere(http, Number(values.port))));
