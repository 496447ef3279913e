import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readXlsx, writeXlsx } from './index.ts';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    '+41',
    '@x',
    '_x0041_',
    '_x005F_x000D_',
    '<b>&amp;',
    ']]>',
    '&#10;',
  ),
  fc.constantFrom('a\nb', 'ع، "x"', '\u{1F54A}', '12', '2026-11-22'),
);
const plain = (text: string) => text.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '').toWellFormed();
/** Rows that each hold something, without empty cells at the end of the widest: what a sheet can hold. */
const rows = fc.array(
  fc.tuple(cell, cell, cell).map((cells) => [`r${cells[0]}`, cells[1], `${cells[2]}.`].map(plain)),
  { minLength: 1, maxLength: 6 },
);

test('what is written is read as the same cells', () => {
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const outcome = readXlsx(
        writeXlsx([
          { name: 'Elements', rows: one },
          { name: 'A & B <"', rows: other },
        ]),
      );
      if (!outcome.ok) throw new Error(outcome.reason);
      expect(outcome.sheets.map(({ name }) => name)).toEqual(['Elements', 'A & B <"']);
      expect(outcome.sheets.map(({ table }) => table.rows.map(({ cells }) => cells))).toEqual([
        one,
        other,
      ]);
    }),
  );
});

/** A workbook with one sheet, as another program might have made it. */
function workbook(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

const tableOf = (bytes: Uint8Array) => {
  const outcome = readXlsx(bytes);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.sheets.map(({ table }) => table.rows);
};

test('shared texts, numbers, dates, results of formulas and gaps are read as they are seen', () => {
  const sheet = `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
    <row r="2"><c r="A2"><v>2.50</v></c><c r="B2" s="1"><v>45983</v></c><c r="C2" t="str"><f>HYPERLINK("x")</f><v>here</v></c></row>
    <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#REF!</v></c></row>
  </sheetData></worksheet>`;
  const bytes = workbook(sheet, {
    'xl/sharedStrings.xml':
      '<sst><si><r><t>La</t></r><r><t>bel</t></r><rPh><t>no</t></rPh></si><si><t>T&amp;</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  });
  expect(tableOf(bytes)).toEqual([
    [
      { number: 1, cells: ['Label', '', 'T&'] },
      { number: 2, cells: ['2.5', '2025-11-22', 'here'] },
      { number: 3, cells: ['yes', '', ''] },
    ],
  ]);
});

test('two blank rows begin a section with headings of its own', () => {
  const row = (number: number, text: string) =>
    `<row r="${number}"><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const bytes = workbook(
    `<worksheet>${row(1, 'Label')}${row(3, 'One')}${row(6, 'From')}${row(7, 'One')}</worksheet>`,
  );
  expect(tableOf(bytes).map((table) => table.map(({ number }) => number))).toEqual([
    [1, 3],
    [6, 7],
  ]);
});

test('a small file that unpacks to a gigabyte is refused before it fills the memory', () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(readXlsx(bomb)).toMatchObject({ ok: false, reason: 'unpacks-too-large' });
});

test.each([
  ['no workbook at all', strToU8('Label,Type'), 'not-a-workbook'],
  ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'not-a-workbook'],
  ['an archive that was cut', workbook('<worksheet/>').subarray(0, 200), 'not-a-workbook'],
  ['a sheet that is not well formed', workbook('<worksheet><row>'), 'not-a-workbook'],
  [
    'entities of its own making',
    workbook('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><row r="1"/></worksheet>'),
    'not-a-workbook',
  ],
  ['nothing in it', workbook('<worksheet/>'), 'empty'],
  [
    'a cell in the last column there is',
    workbook('<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>'),
    'too-many-columns',
  ],
  [
    'more rows than an import may bring',
    workbook(`<worksheet>${'<row><c><v>1</v></c></row>'.repeat(5_200)}</worksheet>`),
    'too-many-rows',
  ],
])('%s is refused with its reason', (_what, bytes, reason) => {
  expect(readXlsx(bytes)).toMatchObject({ ok: false, reason });
});

test('no bytes make the reader throw', () => {
  const sound = workbook('<worksheet><row r="1"><c><v>1</v></c></row></worksheet>');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255))), (changes) => {
      const bytes = sound.slice();
      for (const [at, value] of changes) bytes[at] = value;
      expect(typeof readXlsx(bytes).ok).toBe('boolean');
    }),
  );
});
