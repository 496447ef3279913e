import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Unacknowledged } from './unacknowledged.ts';

const update = new Uint8Array([0, 0]);

test('R7: an update acknowledges its own change, a step 2 all before it', () => {
  const changes = new Unacknowledged();
  changes.changed(update);
  changes.changed(update);
  expect(changes.pending).toBe(2);
  changes.stepTwoSent();
  changes.changed(update);
  changes.updateSent();
  expect(changes.pending).toBe(3);
  changes.durable(1);
  expect(changes.pending).toBe(1);
  changes.durable(2);
  expect(changes.pending).toBe(0);
});

test('R7: an acknowledgement does not cover what was made offline and not brought yet', () => {
  const changes = new Unacknowledged();
  changes.changed(update);
  changes.changed(update);
  changes.updateSent();
  changes.durable(1);
  expect(changes.pending).toBe(1);
});

test('R7: what a lost connection had sent is pending until the next one has brought it', () => {
  const changes = new Unacknowledged();
  changes.stepTwoSent();
  changes.changed(update);
  changes.updateSent();
  changes.disconnected();
  expect(changes.pending).toBe(1);
  changes.stepTwoSent();
  expect(changes.pending).toBe(1);
  changes.durable(1);
  expect(changes.pending).toBe(0);
});

test('R7: what was restored stays uncertain until a frame that holds all of it is durable', () => {
  const changes = new Unacknowledged();
  changes.restored();
  changes.changed(update);
  changes.updateSent();
  changes.durable(1);
  expect(changes.uncertain).toBe(true);
  changes.stepTwoSent();
  expect(changes.uncertain).toBe(true);
  changes.durable(2);
  expect(changes.uncertain).toBe(false);
});

test('R7: the count is never below the truth, and zero once all is durable', () => {
  const step = fc.constantFrom('change', 'acknowledge', 'drop', 'connect');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const changes = new Unacknowledged();
      // The truth: which changes exist, and which the server has stored.
      let made = 0;
      let stored = 0;
      // How many changes each frame of the connection has brought so far; none when offline.
      let frames: number[] = [];
      const connect = (): void => {
        if (frames.length > 0) return;
        frames = [made];
        changes.stepTwoSent();
      };
      const acknowledge = (): void => {
        if (frames.length === 0) return;
        stored = Math.max(stored, ...frames);
        changes.durable(frames.length);
      };
      for (const each of steps) {
        if (each === 'change') {
          made += 1;
          changes.changed(update);
          if (frames.length === 0) continue;
          changes.updateSent();
          frames.push(made);
        } else if (each === 'acknowledge') acknowledge();
        else if (each === 'connect') connect();
        else {
          frames = [];
          changes.disconnected();
        }
        expect(changes.pending).toBe(made - stored);
      }
      connect();
      acknowledge();
      expect(changes.pending).toBe(0);
    }),
  );
});
