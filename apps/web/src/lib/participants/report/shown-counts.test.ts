import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownCounts } from './shown-counts.ts';

const threshold = 3;

/** Every list of whole numbers from 1 on that has this length and sum. */
function* listsOf(length: number, sum: number): Generator<readonly number[]> {
  if (length === 0) {
    if (sum === 0) yield [];
    return;
  }
  for (let first = 1; first <= sum - (length - 1); first += 1)
    for (const rest of listsOf(length - 1, sum - first)) yield [first, ...rest];
}

test('no small count is shown, and each that is withheld could be a large one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(7), { maxLength: 5 }), fc.nat(4), (counts, kept) => {
      const shown = shownCounts(counts, threshold, (at) => at === kept);
      if (shown === null) return;
      shown.forEach((count, at) => {
        if (count !== null) {
          expect(count).toBe(counts[at]);
          expect(count === 0 || count >= threshold).toBe(true);
        }
      });
      // All that the sum and the shown counts leave open, tried one by one.
      const hidden = shown.flatMap((count, at) => (count === null ? [counts[at] ?? 0] : []));
      const sum = hidden.reduce((total, count) => total + count, 0);
      const open = [...listsOf(hidden.length, sum)];
      hidden.forEach((_, at) => {
        expect(open.some((list) => (list[at] ?? 0) >= threshold)).toBe(true);
      });
    }),
  );
});

test('no more is withheld than it takes', () => {
  expect(shownCounts([8, 7, 5, 1, 0], 5)).toEqual([8, 7, null, null, 0]);
  // Whom a target asks about stays as long as others can be withheld instead.
  expect(shownCounts([6, 16, 1, 1], 5)).toEqual([null, 16, null, null]);
  expect(shownCounts([6, 16, 1, 1], 5, (at) => at === 0)).toEqual([6, null, null, null]);
  expect(shownCounts([8, 7, 0], 5)).toEqual([8, 7, 0]);
  expect(shownCounts([3, 3, 20], 5)).toEqual([null, null, 20]);
  expect(shownCounts([1, 1], 5)).toBeNull();
  expect(shownCounts([1, 2], 1)).toEqual([1, 2]);
  expect(shownCounts([], 5)).toEqual([]);
});
