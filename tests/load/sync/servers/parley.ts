import { openSqliteStorage } from '@parley/storage';
import { createSyncServer } from '@parley/sync/server';
import { takeUpgrades } from '@parley/sync/testing/take-upgrades';
import { boardName } from '../clients/board-document.ts';
import { textName } from '../clients/writer.ts';
import { answerBench, folder, listen } from './child.ts';

/*
 * Our server with its own limits, on the SQLite storage that Parley runs with. Who connects says so
 * in the query, as in `?as=anna`; everybody may edit.
 */

const storage = await openSqliteStorage({ directory: folder() });
const sync = createSyncServer({
  store: storage.documents,
  // Not `any`: the check is part of what Parley pays for each update (R4).
  rootTypes: [textName, boardName],
  authorize: (request) => {
    const id = new URL(request.url ?? '', 'http://host').searchParams.get('as') ?? 'anybody';
    return Promise.resolve({
      kind: 'admitted',
      capability: 'edit',
      identity: { id, name: id, color: 3, role: 'facilitator' },
    });
  },
  // A refusal or a failed commit has no place in a measurement: it must not pass unseen.
  log: (event) => console.error('Parley:', event),
});

const http = await listen();
takeUpgrades(http, sync);
answerBench(http, async () => {
  await sync.close();
  await storage.close();
});
