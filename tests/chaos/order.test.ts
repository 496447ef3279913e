import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteStorage, type DocumentLog } from '@parley/storage';
import { createSyncServer } from '@parley/sync/server';
import { listenHere, takeUpgrades } from '@parley/sync/testing/take-upgrades';
import { Chance } from '@parley/sync/testing/chance';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { folder } from './stored.ts';
import { numberFrom } from './from-environment.ts';
import { ServerProcess } from './server-process.ts';
import { tappedSocket, type Tap } from './tapped-socket.ts';
import { Writer } from './writer.ts';

const seed = numberFrom('CHAOS_SEED', Date.now() % 1_000_000);

/** What a log has resolved for, and nothing that it is still committing. */
class TracedLog {
  readonly durable = new Y.Doc();
  commits = 0;
  readonly log: DocumentLog;

  /** Each commit begins up to 15 ms late, so that whatever does not wait for it is found out. */
  constructor(log: DocumentLog, random: Chance) {
    this.log = {
      append: async (documentId, update, owners) => {
        await pause(random.below(15));
        const position = await log.append(documentId, update, owners);
        Y.applyUpdate(this.durable, update);
        this.commits += 1;
        return position;
      },
      load: (documentId) => log.load(documentId),
      compact: (...args) => log.compact(...args),
      rebuild: (...args) => log.rebuild(...args),
      delete: (documentId) => log.delete(documentId),
    };
  }

  /** Whether all that an update adds and deletes is durable. */
  holds(update: Uint8Array): boolean {
    let added = false;
    const notice = (): void => {
      added = true;
    };
    this.durable.on('update', notice);
    Y.applyUpdate(this.durable, update);
    this.durable.off('update', notice);
    return !added;
  }
}

test(`R6, R7: a commit precedes every frame and every acknowledgement (seed ${seed})`, async () => {
  const random = new Chance(seed);
  const storage = await openSqliteStorage({ directory: await folder() });
  onTestFinished(() => storage.close());
  const traced = new TracedLog(storage.documents, random);
  const sync = createSyncServer({
    store: traced.log,
    authorize: (request) => {
      const id = new URL(request.url ?? '', 'http://host').searchParams.get('as') ?? '';
      return Promise.resolve({ kind: 'admitted', capability: 'edit', identity: { id } });
    },
    limits: { compactAfter: 20 },
  });
  const http = createServer();
  takeUpgrades(http, sync);
  const port = await listenHere(http);
  onTestFinished(async () => {
    await sync.close();
    http.close();
  });

  const early: string[] = [];
  let shown = 0;
  let acknowledged = 0;
  const tapFor = (name: string): Tap => {
    const sent: Uint8Array[] = [];
    return {
      sent: (update) => sent.push(update),
      received: (update) => {
        shown += 1;
        if (!traced.holds(update)) early.push(`${name} was shown a change before it was durable`);
      },
      durable: (frames) => {
        acknowledged = Math.max(acknowledged, frames);
        if (!sent.slice(0, frames).every((update) => traced.holds(update))) {
          early.push(`${name} was told of ${frames} durable frames too early`);
        }
      },
    };
  };
  const writers = ['anna', 'badr', 'carla', 'dana'].map(
    (name) =>
      new Writer(`ws://127.0.0.1:${port}`, name, new Chance(random.below(2 ** 32)), {
        WebSocketPolyfill: tappedSocket(tapFor(name)),
      }),
  );
  onTestFinished(() => writers.forEach((writer) => writer.leave()));
  for (let round = 0; round < 60; round += 1) {
    for (const writer of writers) if (random.below(3) > 0) writer.act();
    await pause(random.below(25));
  }
  await Promise.all(writers.map((writer) => writer.saved()));
  expect(early).toEqual([]);
  expect(shown).toBeGreaterThan(60);
  expect(acknowledged).toBeGreaterThan(20);
  expect(traced.commits).toBeGreaterThan(20);
});

/** What strace wrote, once it has seen the end of the process. */
async function wholeTrace(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8');
    if (text.includes('+++ killed by SIGKILL +++')) return text;
    await pause(20);
  }
}

/**
 * Whether this machine lets a process's system calls be watched; a container may forbid it.
 * @throws {Error} when strace is missing: `npm test` installs it where it may
 */
function mayTrace(): boolean {
  const { error, status } = spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
  if (error) throw new Error('strace is missing. Install it with: sudo apt-get install -y strace');
  return status === 0;
}

test('R6: the log is synced to the disk between a change and its acknowledgement', async ({
  skip,
}) => {
  // Only the system's own calls show this. Where they may not be watched, the order that the test above
  // records, SQLite's setting (open.test.ts in packages/storage) and the kills (kill.test.ts) hold R6.
  skip(!mayTrace(), 'This machine forbids watching the calls of a process (ptrace).');
  const data = await folder();
  const trace = join(await folder(), 'trace');
  const server = await ServerProcess.start({ data }, [
    'strace',
    ...['--daemonize', '--follow-forks', '--decode-fds=path', '--seccomp-bpf', '--string-limit=16'],
    ...['--trace=fdatasync,fsync,write,writev,sendmsg,sendto', `--output=${trace}`],
  ]);
  onTestFinished(() => server.kill());
  const anna = new Writer(server.url, 'anna', new Chance(seed));
  onTestFinished(() => anna.leave());
  await anna.saved();
  const changes = 20;
  for (let change = 0; change < changes; change += 1) {
    anna.act();
    await anna.saved();
  }
  anna.leave();
  await server.kill();

  // A receipt: type 100 ("d"), kind 1 and the count, behind the frame's length or apart from it.
  const receipt = /^\d+ +(write|writev|sendmsg|sendto)\(.*("|\\3)d\\1\\/;
  const synced =
    /(fdatasync|fsync)\(\d+<.*parley\.db-wal>\) += 0|<\.\.\. (fdatasync|fsync) resumed>\) += 0/;
  const order = (await wholeTrace(trace)).split('\n').flatMap((line) => {
    if (receipt.test(line)) return ['told'];
    return synced.test(line) ? ['synced'] : [];
  });
  const told = order.filter((what) => what === 'told');
  expect(told.length).toBeGreaterThanOrEqual(changes);
  // The first receipt answers an empty step 2, which nothing is stored for.
  const first = order.indexOf('told');
  order.slice(first + 1).forEach((what, index) => {
    if (what === 'told') expect(order[first + index]).toBe('synced');
  });
});
