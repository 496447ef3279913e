import { Board } from '@parley/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { tableOf } from '../people-for-tests.ts';
import { carryOutMap, guessSheet, planMapImport } from './index.ts';

/** Who is part of whom on a map, by names; `null` where somebody stands free. */
type Holders = ReadonlyMap<string, string | null>;

function boardOf(size: number, nested: readonly (readonly [part: number, holder: number])[]) {
  const board = new Board(new Y.Doc());
  const names = Array.from({ length: size }, (_, at) => ({ name: `A${at}` }));
  const made = board.createAll('actor', names);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const ids = made.value;
  for (const [part, holder] of nested) {
    board.change('actor', ids[part] ?? '', { within: ids[holder] ?? null });
  }
  return board;
}

function holdersOn(board: Board): Holders {
  const names = new Map(board.list('actor').map(({ id, name }) => [id, name]));
  return new Map(
    board.list('actor').map(({ name, within }) => [name, names.get(within ?? '') ?? null]),
  );
}

function importInto(board: Board, csv: string) {
  const table = tableOf(csv);
  const plan = planMapImport(
    [{ name: 'Elements', table, mapping: guessSheet('Elements', table, true) }],
    {
      ...{ actors: board.list('actor'), ties: [], settings: { tieLabels: {} } },
      ...{ whenThere: 'update', addsNamed: false },
    },
  );
  const steps = carryOutMap(board, plan, 'import');
  while (!steps.next().done);
  return plan;
}

/** Those who are part of themselves. */
function inCircles(holders: Holders): readonly string[] {
  return [...holders.keys()].filter((start) => {
    let at = holders.get(start) ?? null;
    for (let steps = 0; at !== null && at !== start && steps < holders.size; steps += 1) {
      at = holders.get(at) ?? null;
    }
    return at === start;
  });
}

/** Pairs of numbers below a size: who is part of whom, as hostile as it comes. */
const pairs = (size: number, maxLength: number) =>
  fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength });

const size = 7;
/** A row names its actor by the name or by the id of the map: two rows may mean the same one. */
const rowsOf = fc.array(fc.tuple(fc.nat(size + 1), fc.nat(size + 1), fc.boolean()), {
  maxLength: 12,
});

test('no rows, in whatever order and however often, make anybody part of itself', () => {
  fc.assert(
    fc.property(pairs(size, 10), rowsOf, (nested, rows) => {
      // Each is part of one with a smaller number: a map without circles.
      const board = boardOf(
        size,
        nested.filter(([part, holder]) => holder < part),
      );
      const before = holdersOn(board);
      const idOf = new Map(board.list('actor').map(({ id, name }) => [name, id]));
      const said = rows.map(([part, holder, byId]) => {
        const id = byId ? (idOf.get(`A${part}`) ?? '') : '';
        return { id, name: `A${part}`, holder: `A${holder}` };
      });
      const csv = [
        'ID,Label,Within',
        ...said.map(({ id, name, holder }) => `${id},${name},${holder}`),
      ];
      const plan = importInto(board, csv.join('\n'));
      const after = holdersOn(board);
      expect(inCircles(after)).toEqual([]);

      // Whoever gave way is where it was; everybody else where it was or where a row puts it.
      const gaveWay = new Set(
        plan.remarks.flatMap(({ row, reason }) =>
          reason === 'circle' ? (said[row - 2]?.name ?? []) : [],
        ),
      );
      for (const [name, holder] of before) {
        const wanted = said.filter((row) => row.name === name).map((row) => row.holder);
        // A later row may name nobody: then what an earlier one said may be forgotten with it.
        const stays = gaveWay.has(name) || wanted.some((one) => !after.has(one));
        const can = gaveWay.has(name) ? [] : wanted;
        expect([...can, ...(stays || can.length === 0 ? [holder] : [])]).toContain(after.get(name));
      }
    }),
    { numRuns: 500 },
  );
});

test('a circle that is on the map already hangs nothing, and what the file says besides holds', () => {
  fc.assert(
    fc.property(pairs(size, 10), pairs(size, 8), (nested, rows) => {
      const board = boardOf(size, nested);
      const before = new Set(inCircles(holdersOn(board)));
      const csv = rows.map(([part, holder]) => `A${part},A${holder}`);
      importInto(board, ['Label,Within', ...csv].join('\n'));
      for (const name of inCircles(holdersOn(board))) expect(before).toContain(name);
    }),
    { numRuns: 500 },
  );
});

test('a row that gives way puts its actor back, and takes along what does not fit with that', () => {
  // A stays part of B, for it cannot be part of itself; so B cannot become part of A.
  const board = boardOf(2, [[0, 1]]);
  const plan = importInto(board, 'Label,Within\nA1,A0\nA0,A0');
  expect(plan.remarks.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'circle'],
    [2, 'circle'],
  ]);
  expect([...holdersOn(board)]).toEqual([
    ['A0', 'A1'],
    ['A1', null],
  ]);
});

test('who holds whom can be turned round in one file', () => {
  const board = boardOf(3, [
    [0, 1],
    [1, 2],
  ]);
  const plan = importInto(board, 'Label,Within\nA1,A0\nA2,A1\nA0,\n');
  // A0 has no other holder in the file, so it stays part of A1, and the row against it gives way.
  expect(plan.remarks.map(({ row }) => row)).toEqual([2, 3]);
  const free = boardOf(2, [[0, 1]]);
  const other = importInto(free, 'Label,Within\nNew,\nA1,A0\nA0,New');
  expect(other.remarks).toEqual([]);
  expect([...holdersOn(free).values()]).toEqual(['New', 'A0', null]);
});

test.each([
  ['one after the other', (at: number, size: number) => (at + 1) % size],
  ['one before the other', (at: number, size: number) => (at + size - 1) % size],
])('a circle of 5 000 rows is planned while one waits: %s', (_order, holder) => {
  const length = 5_000;
  const rows = Array.from({ length }, (_, at) => `A${at},A${holder(at, length)}`);
  const table = tableOf(['Label,Within', ...rows].join('\n'));
  const begun = performance.now();
  const plan = planMapImport(
    [{ name: 'Elements', table, mapping: guessSheet('Elements', table, true) }],
    {
      ...{ actors: [], ties: [], settings: { tieLabels: {} } },
      ...{ whenThere: 'update', addsNamed: false },
    },
  );
  expect(plan.remarks).toHaveLength(1);
  expect(performance.now() - begun).toBeLessThan(10_000);
});
