import { expect, test } from 'vitest';
import { CommitPace } from './commit-pace.ts';

test('R6: on a quiet server a commit begins at once, and those that come soon after begin together', async () => {
  const groupMs = 50;
  const pace = new CommitPace(groupMs);
  const beganAt = performance.now();
  expect(pace.begin()).toBeNull();
  const second = pace.begin();
  expect(second).not.toBeNull();
  expect(pace.begin()).toBe(second);
  await second;
  // Timers count whole milliseconds.
  expect(performance.now() - beganAt).toBeGreaterThan(groupMs - 2);
  // The group that has just begun counts: whoever comes now waits for the next.
  const third = pace.begin();
  expect(third).not.toBeNull();
  expect(third).not.toBe(second);
  await third;
});
