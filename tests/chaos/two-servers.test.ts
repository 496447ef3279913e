import { Chance } from '@parley/sync/testing/chance';
import { expect, onTestFinished, test } from 'vitest';
import { missingFrom } from './ledger.ts';
import { numberFrom } from './from-environment.ts';
import { ServerProcess } from './server-process.ts';
import { folder, storedDocument } from './stored.ts';
import { documentId, Writer } from './writer.ts';

const seed = numberFrom('CHAOS_SEED', Date.now() % 1_000_000);

test(`R14: two servers that write and compact one document do no harm (seed ${seed})`, async () => {
  const random = new Chance(seed);
  const data = await folder();
  // Nothing passes between them but the log, so neither knows what the other was given.
  const servers = await Promise.all(
    [1, 2].map(() => ServerProcess.start({ data, 'compact-after': 5 })),
  );
  onTestFinished(async () => {
    for (const server of servers) await server.kill();
  });
  const writers = servers.flatMap(({ url }, index) =>
    ['anna', 'badr'].map(
      (name) => new Writer(url, `${name}${index}`, new Chance(random.below(2 ** 32))),
    ),
  );
  onTestFinished(() => writers.forEach((writer) => writer.leave()));
  await Promise.all(
    writers.map(async (writer) => {
      // Some leave for a while, so that rooms empty, compact and open again.
      for (let change = 0; change < 60; change += 1) {
        writer.act();
        await writer.saved();
        if (random.below(15) > 0) continue;
        writer.provider.disconnect();
        writer.act();
        writer.provider.connect();
        await writer.saved();
      }
    }),
  );

  for (const server of servers) server.freeze();
  const stored = await storedDocument(data, documentId);
  expect(
    missingFrom(
      stored,
      writers.map(({ ledger }) => ledger),
    ),
  ).toEqual([]);
  expect(servers.flatMap(({ events }) => events)).toEqual([]);
});
