import { Chance } from '@parley/sync/testing/chance';
import { describe, expect, onTestFinished, test } from 'vitest';
import { boardOf, missingFrom } from './ledger.ts';
import { numberFrom } from './from-environment.ts';
import { shortages } from './starved-server.ts';
import { folder, storedDocument } from './stored.ts';
import { documentId, Writer } from './writer.ts';

const seed = numberFrom('CHAOS_SEED', Date.now() % 1_000_000);

describe.each(shortages)('$name', ({ start }) => {
  test(`R6: stops acknowledging, says so, and goes on when there is space again (seed ${seed})`, async () => {
    const random = new Chance(seed);
    const { server, data, exhaust, relieve } = await start(await folder());
    onTestFinished(() => server.kill());
    const join = (name: string): Writer => {
      const writer = new Writer(server.url, name, new Chance(random.below(2 ** 32)));
      onTestFinished(() => writer.leave());
      return writer;
    };
    const writers = ['anna', 'badr', 'carla'].map(join);
    for (const writer of writers) writer.begin(50);
    await Promise.all(writers.map((writer) => writer.when(() => writer.ledger.acknowledged > 10)));

    await exhaust();
    await Promise.all(writers.map((writer) => writer.when(({ storing }) => !storing)));
    const told = writers.map(({ ledger }) => ledger.acknowledged);
    await server.reported('commit-failed', 4);
    expect(writers.map(({ ledger }) => ledger.acknowledged)).toEqual(told);
    // Who comes now may read all that is kept, and learns that nothing can be stored.
    const dana = join('dana');
    await dana.when(({ synced, storing }) => synced && !storing);
    expect(
      missingFrom(
        dana.doc,
        writers.map(({ ledger }) => ledger),
      ),
    ).toEqual([]);
    expect(writers.map(({ provider }) => provider.state)).toMatchObject(
      writers.map(() => ({ connection: 'connected', storing: false })),
    );
    expect(writers.map(({ ledger }) => ledger.acknowledged)).toEqual(told);

    await relieve();
    for (const writer of writers) writer.rest();
    await Promise.all([...writers, dana].map((writer) => writer.when(({ storing }) => storing)));
    await Promise.all(writers.map((writer) => writer.saved()));
    server.freeze();
    const stored = await storedDocument(data, documentId);
    const ledgers = writers.map(({ ledger }) => ledger);
    expect(missingFrom(stored, ledgers)).toEqual([]);
    for (const { acknowledged, entries } of ledgers) expect(acknowledged).toBe(entries.length);
    for (const { doc } of writers) {
      expect(boardOf(doc).list.toJSON()).toEqual(boardOf(stored).list.toJSON());
    }
    // Nobody was sent away, and the operator was told what to do.
    for (const { kind } of server.events) expect(kind).toMatch(/^(commit|compaction)-failed$/);
    expect(server.events[0]?.error).toMatch(/disk/i);
  });
});
