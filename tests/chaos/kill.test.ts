import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from '@parley/sync/testing/chance';
import { expect, onTestFinished, test } from 'vitest';
import { boardOf, missingFrom, type Ledger } from './ledger.ts';
import { numberFrom } from './from-environment.ts';
import { ServerProcess } from './server-process.ts';
import { documentId, Writer } from './writer.ts';
import { folder, storedDocument } from './stored.ts';

/*
 * Ten people write, add, edit and remove, 200 changes a second; the server is killed at random moments
 * and started again. `npm run chaos -- --kills=100` is the long form.
 */
const kills = numberFrom('CHAOS_KILLS', 8);
const seed = numberFrom('CHAOS_SEED', Date.now() % 1_000_000);

/** How long a restart may take until somebody who comes has the whole document, in ms. */
const readyWithin = 5_000;
/** The longest time between a start and the kill, in ms. */
const longestRun = 2_000;

test(
  `R6, R7: ${kills} kills lose nothing that was acknowledged or shown (seed ${seed})`,
  async () => {
    say(`${kills} kills with seed ${seed}; CHAOS_SEED=${seed} makes the same choices again`);
    // Each of y-websocket's providers listens for the end of the process.
    process.setMaxListeners(50);
    const random = new Chance(seed);
    const data = await folder();
    let server = await ServerProcess.start({ data });
    onTestFinished(() => server.kill());
    const { port, url } = server;
    const writers = Array.from(
      { length: 10 },
      (_, index) => new Writer(url, `w${index}`, new Chance(random.below(2 ** 32))),
    );
    onTestFinished(() => writers.forEach((writer) => writer.leave()));
    const ledgers = (): Ledger[] => writers.map(({ ledger }) => ledger);
    for (const writer of writers) writer.begin(50);

    let slowest = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      // A third of the kills come while people are still coming back.
      await pause(random.below(random.below(3) === 0 ? 150 : longestRun));
      const deserted = random.below(4) === 0;
      if (deserted) {
        // The last one out makes the room compact; the kill comes somewhere in that.
        for (const { provider } of writers) provider.disconnect();
        await pause(random.below(40));
      }
      await server.kill();
      expect(server.events).toEqual([]);
      // A connection that is closed has given all that it will ever give.
      await Promise.all(
        writers.map((one) => one.when((state) => state.connection !== 'connected')),
      );
      const stored = await storedDocument(data, documentId);
      expect(missingFrom(stored, ledgers())).toEqual([]);

      const begun = performance.now();
      server = await ServerProcess.start({ data, port });
      const listening = performance.now() - begun;
      const newcomer = new Writer(url, `newcomer ${kill}`, random);
      await newcomer.when(({ synced }) => synced);
      const ready = performance.now() - begun;
      newcomer.leave();
      if (deserted) for (const { provider } of writers) provider.connect();
      if (ready <= slowest) continue;
      slowest = ready;
      say(`kill ${kill}: listening after ${ms(listening)}, ready after ${ms(ready)}`);
    }

    for (const writer of writers) writer.rest();
    await Promise.all(writers.map((writer) => writer.saved()));
    expect(server.events).toEqual([]);
    await server.kill();
    const stored = await storedDocument(data, documentId);
    expect(missingFrom(stored, ledgers())).toEqual([]);
    for (const { acknowledged, entries } of ledgers()) expect(acknowledged).toBe(entries.length);
    for (const { doc } of writers) {
      expect(boardOf(doc).list.toJSON()).toEqual(boardOf(stored).list.toJSON());
      expect(boardOf(doc).records.toJSON()).toEqual(boardOf(stored).records.toJSON());
    }

    const done = ledgers().flatMap(({ entries }) => entries);
    const removals = done.filter(({ act }) => act === 'remove').length;
    say(`${done.length} changes (${removals} removals) kept; slowest restart ${ms(slowest)}`);
    expect(removals).toBeGreaterThan(kills);
    expect(slowest).toBeLessThanOrEqual(readyWithin);
  },
  60_000 + kills * 15_000,
);

const ms = (duration: number): string => `${duration.toFixed(0)} ms`;

/** What the long form, and whoever looks for a failing seed, reads. */
function say(line: string): void {
  process.stdout.write(`chaos: ${line}\n`);
}
