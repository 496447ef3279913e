import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readClientFrame } from '../server/gate.ts';
import { defaultLimits } from '../server/limits.ts';
import { Refusal } from '../server/refusal.ts';
import { Chance } from '../testing/chance.ts';
import { damaged } from '../testing/frame-damage.ts';
import { realFrames } from '../testing/real-frames.ts';

/*
 * Frames that are nearly right. FUZZ_SEED repeats a run, FUZZ_FRAMES makes a longer one.
 */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));
const frames = Number(process.env.FUZZ_FRAMES ?? 120_000);

/** Frames made of the same real ones. */
const round = 500;

/** What one frame may cost, in microseconds of this thread. */
const mostMicroseconds = 100_000;

test('R4: of 120 000 damaged frames each is read or refused, at once and leaving nothing', () => {
  const said = `FUZZ_SEED=${seed}`;
  const chance = new Chance(seed);
  const base = Y.encodeStateAsUpdate(new Y.Doc());
  let read = 0;
  let slowest = 0;
  const before = memory();
  for (let made = 0; made < frames; made += round) {
    const real = realFrames(base, chance);
    for (const frame of real) expect(readClientFrame(frame, defaultLimits), said).toBeTruthy();
    for (let index = 0; index < round; index += 1) {
      const frame = damaged(real, chance);
      const started = process.threadCpuUsage();
      try {
        readClientFrame(frame, defaultLimits);
        read += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw new Error(said, { cause: error });
      }
      const { user, system } = process.threadCpuUsage(started);
      slowest = Math.max(slowest, user + system);
    }
  }
  expect(slowest, said).toBeLessThan(mostMicroseconds);
  // Were nearly all refused at their first byte, this would show little.
  expect(read / frames, said).toBeGreaterThan(0.05);
  expect(memory() - before, said).toBeLessThan(8 * 1024 * 1024);
});

/** Bytes that are still in use. */
function memory(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void; // the flag makes it
  collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}
