import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutSmallGroups, type ShownCount } from './small-groups.ts';

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

/** Whether some table that looks the same has at least `least` in this cell, tried one by one. */
function couldBe(
  counts: readonly (readonly number[])[],
  look: (at: number) => ShownCount | undefined,
  fitsTotals: (cells: readonly number[]) => boolean,
  wanted: number,
): boolean {
  const flat = counts.flat();
  const most = Math.max(...flat) + threshold;
  const fill = (cells: readonly number[]): boolean => {
    const at = cells.length;
    if (at === flat.length) return fitsTotals(cells) && (cells[wanted] ?? 0) >= threshold;
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
      const flat = counts.flat();
      for (const [at, value] of flat.entries()) {
        const told = shown.cells.flat()[at];
        if (told !== null) expect(told).toBe(value);
        if (value === 0) expect(told).toBe(0);
        if (value === 0 || value >= threshold) continue;
        expect(told).toBeNull();
        expect(couldBe(counts, (index) => shown.cells.flat()[index], fitsTotals, at)).toBe(true);
      }
      const totals = [...shown.rowTotals, ...shown.columnTotals, shown.total];
      for (const total of totals) expect(total === 1 || total === 2).toBe(false);
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
