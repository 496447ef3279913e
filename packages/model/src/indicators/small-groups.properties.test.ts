import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listWithoutSmallGroups, withoutSmallGroups, type ShownCount } from './small-groups.ts';

const threshold = 3;
const table = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(5), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** Whether a count could be what is shown of it; withheld is whatever is not 0. */
const fits = (shown: ShownCount | undefined, value: number) =>
  shown === null ? value > 0 : shown === value;

/** Whether in some table that looks the same this is large, tried one by one. */
function couldBe(
  counts: readonly (readonly number[])[],
  look: (at: number) => ShownCount | undefined,
  fitsTotals: (cells: readonly number[]) => boolean,
  wanted: (cells: readonly number[]) => number | undefined,
): boolean {
  const flat = counts.flat();
  const most = Math.max(...flat) + threshold;
  const fill = (cells: readonly number[]): boolean => {
    const at = cells.length;
    if (at === flat.length) return fitsTotals(cells) && (wanted(cells) ?? 0) >= threshold;
    const shown = look(at);
    if (typeof shown === 'number') return fill([...cells, shown]);
    for (let value = 1; value <= most; value += 1) if (fill([...cells, value])) return true;
    return false;
  };
  return fill([]);
}

test('no small count is shown, nor can be reckoned from what is', () => {
  fc.assert(
    fc.property(table, (counts) => {
      const shown = withoutSmallGroups(counts, threshold);
      const width = counts[0]?.length ?? 0;
      const rowsOf = (cells: readonly number[]) =>
        counts.map((_, row) => cells.slice(row * width, (row + 1) * width));
      const fitsTotals = (cells: readonly number[]) => {
        const rows = rowsOf(cells);
        return (
          rows.every((row, at) => fits(shown.rowTotals[at], sum(row))) &&
          shown.columnTotals.every((total, at) =>
            fits(total, sum(rows.map((row) => row[at] ?? 0))),
          ) &&
          fits(shown.total, sum(cells))
        );
      };
      const isOpen = (wanted: (cells: readonly number[]) => number | undefined) =>
        couldBe(counts, (index) => shown.cells.flat()[index], fitsTotals, wanted);
      const flat = counts.flat();
      for (const [at, value] of flat.entries()) {
        const told = shown.cells.flat()[at];
        if (told !== null) expect(told).toBe(value);
        if (value === 0) expect(told).toBe(0);
        if (value === 0 || value >= threshold) continue;
        expect(told).toBeNull();
        expect(isOpen((cells) => cells[at])).toBe(true);
      }
      const totals = [...shown.rowTotals, ...shown.columnTotals, shown.total];
      for (const total of totals) expect(total === 1 || total === 2).toBe(false);
      const isSmall = (value: number) => value > 0 && value < threshold;
      for (const [at, row] of counts.entries()) {
        if (isSmall(sum(row))) expect(isOpen((cells) => sum(rowsOf(cells)[at] ?? []))).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
}, 60_000);

test('a table without small counts, or without a threshold, is shown whole', () => {
  const counts = [
    [5, 0, 7],
    [9, 6, 0],
  ];
  const whole = { cells: counts, rowTotals: [12, 15], columnTotals: [14, 6, 7], total: 27 };
  expect(withoutSmallGroups(counts, 5)).toEqual(whole);
  expect(withoutSmallGroups([[1, 1]], 0)).toMatchObject({ cells: [[1, 1]], total: 2 });
});

test('one woman among six delegates is not to be reckoned from the total', () => {
  const shown = withoutSmallGroups(
    [
      [1, 5],
      [8, 9],
    ],
    5,
  );
  expect(shown.cells[0]).toEqual([null, null]);
  expect(shown.cells.flat().filter((count) => count === null).length).toBeGreaterThan(2);
});

/** Every list of whole numbers from 1 on that has this length and sum. */
function* listsOf(length: number, sum: number): Generator<readonly number[]> {
  if (length === 0) {
    if (sum === 0) yield [];
    return;
  }
  for (let first = 1; first <= sum - (length - 1); first += 1)
    for (const rest of listsOf(length - 1, sum - first)) yield [first, ...rest];
}

test('in a list no small count is shown, and each that is withheld could be a large one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(7), { maxLength: 5 }), fc.nat(4), (counts, kept) => {
      const shown = listWithoutSmallGroups(counts, threshold, (at) => at === kept);
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

test('of a list no more is withheld than it takes', () => {
  expect(listWithoutSmallGroups([8, 7, 5, 1, 0], 5)).toEqual([8, 7, null, null, 0]);
  // Whom a target asks about stays as long as others can be withheld instead.
  expect(listWithoutSmallGroups([6, 16, 1, 1], 5)).toEqual([null, 16, null, null]);
  expect(listWithoutSmallGroups([6, 16, 1, 1], 5, (at) => at === 0)).toEqual([6, null, null, null]);
  expect(listWithoutSmallGroups([8, 7, 0], 5)).toEqual([8, 7, 0]);
  expect(listWithoutSmallGroups([3, 3, 20], 5)).toEqual([null, null, 20]);
  expect(listWithoutSmallGroups([1, 1], 5)).toBeNull();
  expect(listWithoutSmallGroups([1, 2], 1)).toEqual([1, 2]);
  expect(listWithoutSmallGroups([], 5)).toEqual([]);
});

test('of a table no more is withheld than it takes, and its sum is the last', () => {
  expect(withoutSmallGroups([[1, 6, 8]], 5)).toEqual({
    ...{ cells: [[null, null, 8]], rowTotals: [15], columnTotals: [null, null, 8], total: 15 },
  });
  expect(
    withoutSmallGroups(
      [
        [2, 0],
        [7, 9],
      ],
      5,
    ).total,
  ).toBe(18);
});
