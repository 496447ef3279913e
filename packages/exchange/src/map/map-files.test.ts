import { Board, nestingOf, type Actor, type Tie } from '@parley/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readTable, type Table } from '../read-table.ts';
import { writeCsv } from '../write-csv.ts';
import { readXlsx, writeXlsx } from '../xlsx/index.ts';
import { anyBoard } from './any-map-for-tests.ts';
import { carryOutMap, guessSheet, mapSheets, planMapImport, type MapContext } from './index.ts';

interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

const contextOf = (board: Board, changes: Partial<MapContext> = {}): MapContext => ({
  actors: board.list('actor'),
  ties: board.list('tie'),
  settings: { tieLabels: {} },
  whenThere: 'update',
  addsNamed: false,
  ...changes,
});

function planOf(board: Board, tables: readonly NamedTable[], changes: Partial<MapContext> = {}) {
  const sheets = tables.map(({ name, table }) => ({
    name,
    table,
    mapping: guessSheet(name, table, tables.length === 1),
  }));
  return planMapImport(sheets, contextOf(board, changes));
}

function importInto(
  board: Board,
  tables: readonly NamedTable[],
  changes: Partial<MapContext> = {},
) {
  const plan = planOf(board, tables, changes);
  const steps = carryOutMap(board, plan, 'import');
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value).toMatchObject({ ok: true });
  return plan;
}

const newBoard = () => new Board(new Y.Doc());

function csv(text: string): Table {
  const outcome = readTable(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.table;
}

const elements = (text: string) => ({ name: 'Elements', table: csv(text) });
const connections = (text: string) => ({ name: 'Connections', table: csv(text) });

/** A map as files of both forms hold it, read again. */
const forms = {
  xlsx: (board: Board): readonly NamedTable[] => {
    const sheets = mapSheets(board.list('actor'), board.list('tie'));
    const outcome = readXlsx(
      writeXlsx([
        { name: 'Elements', rows: sheets.elements },
        { name: 'Connections', rows: sheets.connections },
      ]),
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.sheets;
  },
  csv: (board: Board): readonly NamedTable[] => {
    const sheets = mapSheets(board.list('actor'), board.list('tie'));
    return [sheets.elements, sheets.connections].map(([header = [], ...rows], at) => ({
      name: `${at}.csv`,
      table: csv(writeCsv(header, rows)),
    }));
  },
};

/** A map without what each board has of its own: ids, and the order of lists. */
function contentOf(board: Board) {
  const names = new Map(
    board.list('actor').map((actor) => [actor.id, JSON.stringify(plain(actor))]),
  );
  return {
    actors: [...names.values()].sort(),
    nested: [...nestingOf(board.list('actor')).holderOf]
      .map((pair) => JSON.stringify(pair.map((id) => names.get(id))))
      .sort(),
    ties: board
      .list('tie')
      .map((tie) => {
        const ends = [names.get(tie.from), names.get(tie.to)];
        return JSON.stringify([...ends, plain(tie)]);
      })
      .sort(),
  };
}

const sorted = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .filter(([field]) => field !== 'ID')
    .sort();

function plain({ fields, ...record }: Actor | Tie) {
  const own = ['id', 'order', 'from', 'to', 'within'];
  const values = Object.entries(record).filter(([field]) => !own.includes(field));
  return [...values.sort(), sorted(fields)];
}

for (const [form, filed] of Object.entries(forms)) {
  test(`${form}: what is written is read as the same map, and as nothing new where it came from`, () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const file = filed(board);
        const again = planOf(board, file);
        expect(again.skipped).toEqual([]);
        expect([again.actors.create, again.ties.create]).toEqual([[], []]);
        expect([again.actors.change, again.ties.change]).toEqual([[], []]);

        const other = newBoard();
        const plan = importInto(other, file);
        expect(plan.skipped).toEqual([]);
        expect(plan.remarks).toEqual([]);
        expect(contentOf(other)).toEqual(contentOf(board));
        // Ids of the file are kept: a second time, nothing is new, and the file is the same again.
        const second = planOf(other, file);
        expect([second.actors.create, second.ties.create]).toEqual([[], []]);
        expect(filed(other)).toEqual(file);
      }),
      { numRuns: 60 },
    );
  });
}

test("Kumu's own example is read: types, bars between tags, one row that draws several connections", () => {
  const board = newBoard();
  const plan = importInto(board, [
    elements(
      'Label,Type,Description,Tags,Net worth\nJeff Mohr,Person,Co-Founder,Founder|Male|Runner,\nKumu,Company,A platform,Mapping|Technology,=1+1\nNSA,Agency,,,',
    ),
    connections(
      'From,To,Type,Direction,Label,Tags,Strength\nJeff Mohr,Kumu|NSA,Founder of,directed,since 2011,a|b,Strong\nKumu,NSA,conflict,mutual,,,2',
    ),
  ]);
  expect(plan.skipped).toEqual([]);
  expect(
    board.list('actor').map(({ name, kind, notes, fields }) => [name, kind, notes, fields]),
  ).toEqual([
    ['Jeff Mohr', 'person', 'Co-Founder', { Type: 'Person', Tags: 'Founder|Male|Runner' }],
    [
      'Kumu',
      'institution',
      'A platform',
      { Type: 'Company', Tags: 'Mapping|Technology', 'Net worth': '=1+1' },
    ],
    ['NSA', 'institution', '', { Type: 'Agency' }],
  ]);
  expect(board.list('tie')).toHaveLength(3);
  const sheets = mapSheets(board.list('actor'), board.list('tie'));
  const rows = sheets.connections.slice(1).map((cells) => cells.slice(3, 9));
  expect(rows.toSorted()).toEqual([
    ['Founder of', 'directed', 'since 2011', '', 'a|b', '3'],
    ['Founder of', 'directed', 'since 2011', '', 'a|b', '3'],
    ['conflict', 'mutual', '', '', '', '2'],
  ]);
});

test('with ids, From and To are ids, and two of one name stay apart', () => {
  const board = newBoard();
  const file = [
    elements('ID,Label,Type\nw-1,Guard,Person\nw-2,Guard,Group\nw-3,Union,Group'),
    connections('ID,From,To,Type\nc-1,w-1,w-3,close\nc-2,w-2,w-3,close\nc-3,w-2,w-3,close'),
  ];
  importInto(board, file);
  expect(board.list('actor').map(({ name }) => name)).toEqual(['Guard', 'Guard', 'Union']);
  expect(board.list('tie')).toHaveLength(3);
  const renamed = importInto(board, [
    elements('ID,Label,Type\nw-2,City guard,Group'),
    file[1] ?? elements('Label\nx'),
  ]);
  expect(renamed.actors.change.map(({ patch }) => patch)).toEqual([{ name: 'City guard' }]);
  expect(renamed.ties).toMatchObject({ create: [], change: [], unchanged: 3 });
  const sheets = mapSheets(board.list('actor'), board.list('tie'));
  expect(sheets.elements.slice(1).map(([id]) => id)).toEqual(['w-1', 'w-2', 'w-3']);
});

test('without ids, a name and a type together tell actors apart; of a repeated row the later holds', () => {
  const board = newBoard();
  const plan = importInto(board, [
    elements('Label,Type,Sector\nPipeline,Group,a\nPipeline,Person,b\npipeline,group,c'),
  ]);
  expect(plan.repeated).toEqual([{ sheet: 'Elements', row: 4, name: 'pipeline' }]);
  expect(board.list('actor').map(({ kind, sector }) => [kind, sector])).toEqual([
    ['group', 'c'],
    ['person', 'b'],
  ]);
  const tied = planOf(board, [connections('From,To\nPipeline,Other')], { addsNamed: true });
  expect(tied.skipped).toEqual([
    { sheet: 'Connections', row: 2, reason: 'several-actors', value: 'Pipeline' },
  ]);
});

test('alike ties of a file are all kept, and read again without ids they are nothing new', () => {
  const board = newBoard();
  const file = [
    elements('Label\nA\nB'),
    connections('From,To,Type\nA,B,close\nA,B,close\nB,A,close'),
  ];
  importInto(board, file);
  expect(board.list('tie')).toHaveLength(3);
  expect(planOf(board, file).ties).toMatchObject({ create: [], change: [], unchanged: 3 });
});

test('rows that are there can be left, changed, or added once more', () => {
  const board = newBoard();
  importInto(board, [elements('Label,Sector,Notes\nUnion,a,keep')]);
  const file = [elements('Label,Sector,Notes\nUnion,b,')];
  const skip = planOf(board, file, { whenThere: 'skip' });
  expect([skip.actors.change, skip.skipped[0]?.reason]).toEqual([[], 'already-there']);
  // An empty cell takes nothing away.
  expect(planOf(board, file).actors.change.map(({ patch }) => patch)).toEqual([{ sector: 'b' }]);
  expect(planOf(board, file, { whenThere: 'duplicate' }).actors.create).toHaveLength(1);
});

test('who is only named by a tie is added when that is wanted, once', () => {
  const file = [connections('From,To\nA,B|C\nB,A')];
  const board = newBoard();
  const wary = planOf(board, file);
  expect(wary.namedOnly).toEqual(['A', 'B', 'C']);
  expect(wary.ties.create).toEqual([]);
  expect(wary.skipped).toHaveLength(3);
  importInto(board, file, { addsNamed: true });
  expect(board.list('actor').map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  expect(board.list('tie')).toHaveLength(3);
});

test('a sheet that is to be ignored is, and a list of edges of Gephi is read', () => {
  const table = csv('Label\nA');
  expect(guessSheet('Sheet 3 (ignore)', table, true)).toEqual({ holds: 'nothing' });
  expect(guessSheet('edges', csv('Source,Target,Weight\nA,B,1'), true)).toMatchObject({
    holds: 'ties',
    columns: ['from', 'to', 'strength'],
  });
});

test('what was measured stands in a file, and is not read back; a field of that name is', () => {
  const board = newBoard();
  importInto(board, [elements('Label,own:Measured: by whom\nA,Amira\nB,')]);
  const [a] = board.list('actor');
  const measured = [{ name: 'Degree', values: new Map(a ? [[a.id, 0]] : []) }];
  const [head = [], ...rows] = mapSheets(board.list('actor'), [], measured).elements;
  expect(head.slice(-2)).toEqual(['own:Measured: by whom', 'Measured: Degree']);
  // Whoever has no value has none, and not 0.
  expect(rows.map((row) => row.at(-1))).toEqual(['0', '']);
  const other = newBoard();
  importInto(other, [elements(writeCsv(head, rows))]);
  expect(other.list('actor').map(({ fields }) => Object.keys(fields).sort())).toEqual([
    ['ID', 'Measured: by whom'],
    ['ID'],
  ]);
});

test('an import is one step of undo', () => {
  const board = newBoard();
  importInto(board, [elements('Label\nA\nB'), connections('From,To\nA,B')]);
  board.undo();
  expect([board.list('actor'), board.list('tie')]).toEqual([[], []]);
});

test('who is part of whom is read by id or name, whatever the order of the rows', () => {
  const board = newBoard();
  const file = [elements('ID,Label,Part of\n1,Amira,Union\n2,Bilal,3\n3,League,\n4,Union,League')];
  importInto(board, file);
  const nameOf = new Map(board.list('actor').map(({ id, name }) => [id, name]));
  const nested = board.list('actor').map(({ within }) => nameOf.get(within ?? ''));
  expect(nested).toEqual(['Union', 'League', undefined, 'League']);
  expect(planOf(board, file).actors).toMatchObject({ create: [], change: [], unchanged: 4 });
  const moved = importInto(board, [elements('Label,Within\nAmira,League\nBilal,')]);
  expect(moved.actors.change).toHaveLength(1);
  expect(board.list('actor').map(({ within }) => nameOf.get(within ?? ''))).toEqual([
    'League',
    'League',
    undefined,
    'League',
  ]);
});

test('no circle comes from a file: the row that would close one is read without it, and reported', () => {
  const board = newBoard();
  const plan = importInto(board, [elements('Label,Within\nA,B\nB,C\nC,A\nD,D\nE,Nobody\nF,A')]);
  expect(plan.remarks.map(({ row, reason }) => [row, reason])).toEqual([
    [6, 'no-such-holder'],
    [4, 'circle'],
    [5, 'circle'],
  ]);
  expect(plan.namedOnly).toEqual(['Nobody']);
  expect(nestingOf(board.list('actor')).holderOf.size).toBe(3);
  const onMap = planOf(board, [elements('Label,Within\nC,A')]);
  expect([onMap.actors.change, onMap.remarks[0]?.reason]).toEqual([[], 'circle']);
  importInto(board, [elements('Label,Within\nE,Nobody')], { addsNamed: true });
  expect(board.list('actor').at(-1)?.name).toBe('Nobody');
  expect(nestingOf(board.list('actor')).holderOf.size).toBe(4);
});
