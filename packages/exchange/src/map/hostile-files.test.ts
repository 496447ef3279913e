import { actorType, Board, tieType } from '@parley/model';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readTable, type Table } from '../read-table.ts';
import { readXlsx, writeXlsx } from '../xlsx/index.ts';
import { carryOutMap, guessSheet, planMapImport, readAs, type ChosenWords } from './index.ts';

/*
 * Files that somebody made to do harm, or that no spreadsheet made at all: each is refused with a reason,
 * or what a record can hold of it is taken over; the map that is there stays as it was.
 */

/** Names that objects have by themselves, and cells that would run somewhere. */
const traps = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '=HYPERLINK("http://x.example","x")',
  '@SUM(A1)',
  '+41',
  '-1',
  '<img src=x onerror=x>',
  '${x}',
  '\u202Egnp',
  'NaN',
  'Infinity',
  '1e309',
  '-0',
  '0x10',
] as const;

const headings = [
  ...['ID', 'Label', 'Type', 'Direction', 'From', 'To', 'Kind', 'Role', 'Level', 'Track', 'x', 'y'],
  ...['Sector', 'Strength', 'Since', 'Until', 'Description', 'Tags', 'Affiliation', 'own:own:ID'],
];

const heading = fc.constantFrom(...traps, ...headings);
const cell = fc.oneof(
  fc.constantFrom(...traps, '', 'Union', '|', '2026-13-41', 'a|__proto__'),
  fc.string(),
);

const sheet = fc.uniqueArray(heading, { minLength: 1, maxLength: 8 }).chain((header) =>
  fc
    .array(fc.array(cell, { minLength: header.length, maxLength: header.length }), {
      maxLength: 5,
    })
    .map((rows): Table => ({
      rows: [header, ...rows].map((cells, at) => ({ number: at + 1, cells })),
      columns: header.length,
      ...{ blankRows: 0, damagedCells: 0 },
    })),
);

function boardOfTwo() {
  const board = new Board(new Y.Doc());
  const made = board.createAll('actor', [{ name: 'Union' }, { name: 'League' }]);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return board;
}

/** Nothing is chosen; and then choices that nobody can make in a dialog. */
interface Choices {
  readonly headerRow?: number | null;
  readonly words?: ChosenWords;
}

function importInto(
  board: Board,
  tables: readonly Table[],
  { headerRow, words = { actors: new Map(), ties: new Map() } }: Choices = {},
) {
  const sheets = tables.map((table, at) => {
    const name = ['Elements', 'Connections'][at] ?? '';
    const guessed = guessSheet(name, table, tables.length === 1);
    const mapping =
      headerRow === undefined ? guessed : readAs(at === 0 ? 'actors' : 'ties', table, headerRow);
    return { name, table, mapping };
  });
  const plan = planMapImport(sheets, {
    ...{ actors: board.list('actor'), ties: board.list('tie'), settings: { tieLabels: {} } },
    ...{ whenThere: 'update', addsNamed: true },
    words,
  });
  const steps = carryOutMap(board, plan, 'import');
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { plan, result: step.value };
}

const choices = fc
  .dictionary(
    fc.constantFrom(...traps, 'union', 'a proto', '1'),
    fc.constantFrom(...traps, '', 'top', 'media', 'close', '3'),
    {
      noNullPrototype: true,
    },
  )
  .map((said) => new Map(Object.entries(said)));
const chosen: fc.Arbitrary<Choices> = fc.record({
  headerRow: fc.constantFrom(null, 0, 1, 4),
  words: fc.record({
    actors: fc.tuple(choices, choices, choices).map(
      ([a, b, c]): ChosenWords['actors'] =>
        new Map([
          ['type', a],
          ['level', b],
          ['sector', c],
        ]),
    ),
    ties: fc.tuple(choices, choices).map(
      ([a, b]): ChosenWords['ties'] =>
        new Map([
          ['kind', a],
          ['strength', b],
        ]),
    ),
  }),
});

test('whatever cells a file has, what is taken over are sound records, and undo takes it back', () => {
  fc.assert(
    fc.property(sheet, sheet, fc.option(chosen, { nil: {} }), (one, other, choice) => {
      const board = boardOfTwo();
      const before = board.list('actor');
      const { result } = importInto(board, [one, other], choice);
      expect(result.ok).toBe(true);
      for (const actor of board.list('actor')) expect(v.is(actorType.schema, actor)).toBe(true);
      for (const tie of board.list('tie')) expect(v.is(tieType.schema, tie)).toBe(true);
      expect(Object.prototype).not.toHaveProperty('polluted');
      if (result.ok && result.value > 0) board.undo();
      expect(board.list('actor')).toEqual(before);
      expect(board.list('tie')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a column with a name that objects have themselves is reported, and changes no object', () => {
  const outcome = readTable('Label,__proto__,constructor,toString\nUnion,a,b,c\nBoats,d,e,f\n');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const board = boardOfTwo();
  const { plan } = importInto(board, [outcome.table]);
  expect(plan.remarks.map(({ row, field }) => [row, field])).toEqual([
    [2, '__proto__'],
    [2, 'constructor'],
    [3, '__proto__'],
    [3, 'constructor'],
  ]);
  expect(board.list('actor').map(({ name, fields }) => [name, Object.entries(fields)])).toEqual([
    ['Union', [['toString', 'c']]],
    ['League', []],
    ['Boats', [['toString', 'f']]],
  ]);
  expect(({} as Record<string, unknown>).a).toBeUndefined();
});

test('ids that lead in a circle, to themselves or to nobody make no tie that cannot be', () => {
  const outcome = readTable('From,To,Type\nA,A,close\nA,B,command\nB,A,command\n__proto__,B,x\n');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const board = boardOfTwo();
  const { plan, result } = importInto(board, [outcome.table]);
  expect(result.ok).toBe(true);
  expect(plan.skipped.map(({ row }) => row)).toEqual([2]);
  expect(board.list('tie')).toHaveLength(3);
  for (const { from, to } of board.list('tie')) expect(from).not.toBe(to);
});

describe('files that are too much', () => {
  const workbook = (sheets: number, xml: string) =>
    zipSync(
      Object.fromEntries(
        [
          [
            'xl/workbook.xml',
            `<workbook xmlns:r="r"><sheets>${Array.from({ length: sheets }, (_, at) => `<sheet name="S${at}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
          ],
          [
            'xl/_rels/workbook.xml.rels',
            `<Relationships>${Array.from({ length: sheets }, (_, at) => `<Relationship Id="r${at}" Target="worksheets/s${at}.xml"/>`).join('')}</Relationships>`,
          ],
          ...Array.from({ length: sheets }, (_, at) => [`xl/worksheets/s${at}.xml`, xml]),
        ].map(([name = '', text = '']) => [name, strToU8(text)]),
      ),
    );

  const row = '<worksheet><row><c><v>1</v></c></row></worksheet>';

  test.each<[string, () => string | Uint8Array, string]>([
    ['100 000 columns as CSV', () => `${'a,'.repeat(99_999)}a\n`, 'too-many-columns'],
    ['a text with NULs', () => 'Label,Type\nUn\0ion,\0\n', 'not-text'],
    ['quotes within quotes without an end', () => `Label\n"${'""'.repeat(200_000)}`, 'broken'],
    [
      '100 000 columns in a workbook',
      () =>
        workbook(1, `<worksheet><row r="1">${'<c><v>1</v></c>'.repeat(100_000)}</row></worksheet>`),
      'too-many-columns',
    ],
    ['a thousand sheets', () => workbook(1_000, row), 'unpacks-too-large'],
    [
      'twenty sheets that together unpack to more than a workbook can need',
      () => workbook(20, `<worksheet>${' '.repeat(4 * 1024 * 1024)}</worksheet>`),
      'unpacks-too-large',
    ],
    [
      'elements in each other without an end',
      () => workbook(1, '<a>'.repeat(300_000)),
      'not-a-workbook',
    ],
    [
      'a workbook of more bytes than an import may bring',
      () => Uint8Array.from({ length: 6 * 1024 * 1024 }, (_, at) => [0x50, 0x4b, 3, 4][at] ?? 0),
      'too-large',
    ],
  ])('%s', (_what, make, reason) => {
    const file = make();
    const begun = performance.now();
    const outcome = typeof file === 'string' ? readTable(file) : readXlsx(file);
    expect(outcome).toMatchObject({ ok: false, reason });
    // Somebody waits in front of the page.
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('a cell longer than a record holds is left out and said, and the row is kept', () => {
    const long = 'x'.repeat(100_000);
    const read = readXlsx(
      writeXlsx([
        {
          name: 'Elements',
          rows: [
            ['Label', 'Description', 'Own'],
            ['Boats', long, long],
          ],
        },
      ]),
    );
    if (!read.ok) throw new Error(read.reason);
    const board = boardOfTwo();
    const { plan } = importInto(
      board,
      read.sheets.map(({ table }) => table),
    );
    expect(plan.remarks.map(({ reason, field }) => [reason, field])).toEqual([
      ['too-long', 'Own'],
      ['too-long', 'notes'],
    ]);
    expect(board.list('actor').map(({ name, notes }) => [name, notes])).toContainEqual([
      'Boats',
      '',
    ]);
  });
});
