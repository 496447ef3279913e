import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPastedCells } from './read-pasted-cells.ts';
import { readTable } from './read-table.ts';

/** The cells of a text that must be readable. */
function cellsOf(text: string) {
  const outcome = readTable(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.table.rows.map(({ cells }) => cells);
}

describe('reading a table', () => {
  test('commas, semicolons, tabs and bars are found out', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const text = ['Name', 'Region\nOrsa', 'south\n'].join(delimiter);
      expect(cellsOf(text)).toEqual([
        ['Name', 'Region'],
        ['Orsa', 'south'],
      ]);
    }
  });

  test('a semicolon file whose cells hold commas has two columns', () => {
    expect(cellsOf('Name;Languages\nOrsa;ar, en\nTamek;fr, en\n')).toEqual([
      ['Name', 'Languages'],
      ['Orsa', 'ar, en'],
      ['Tamek', 'fr, en'],
    ]);
  });

  test('a byte order mark, Windows line ends, quotes and line breaks in a cell are no trouble', () => {
    expect(cellsOf('\uFEFFName,Notes\r\n"Velin, Orsa","said ""yes""\r\nand left"\r\n')).toEqual([
      ['Name', 'Notes'],
      ['Velin, Orsa', 'said "yes"\nand left'],
    ]);
  });

  test('one column of names stays one, also where one has a comma', () => {
    expect(cellsOf('Name\nVelin, Orsa\nTamek Duro\n')).toEqual([
      ['Name'],
      ['Velin, Orsa'],
      ['Tamek Duro'],
    ]);
  });

  test('blank rows are left out, and the others keep the number that a spreadsheet shows', () => {
    const outcome = readTable('Name,Region\n\n,\nOrsa,south\n\n');
    expect(outcome).toMatchObject({
      ok: true,
      table: { rows: [{ number: 1 }, { number: 4, cells: ['Orsa', 'south'] }], blankRows: 2 },
    });
  });

  test('empty columns and cells at the end do not count', () => {
    expect(cellsOf('Name,Region,,\nOrsa,south,,\nTamek,north,,,,\n')).toEqual([
      ['Name', 'Region'],
      ['Orsa', 'south'],
      ['Tamek', 'north'],
    ]);
  });

  test('says how many cells hold lost characters, for the file was not UTF-8', () => {
    expect(readTable('Name\nJos\uFFFD\n')).toMatchObject({ ok: true, table: { damagedCells: 1 } });
  });
});

test('whatever the text, it is read as equal rows within the limits or refused, never thrown at', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      '"',
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r',
      ' ',
      "'",
      '=',
      'a',
      'ع',
      '\0',
      '\uFFFD',
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, (anything) => {
      readPastedCells(anything);
      const outcome = readTable(anything);
      if (!outcome.ok) return;
      const { rows, columns } = outcome.table;
      expect(rows.length).toBeGreaterThan(0);
      for (const { cells } of rows) expect(cells).toHaveLength(columns);
    }),
    { numRuns: 2_000 },
  );
});

describe('refusing', () => {
  test('nothing', () => {
    expect(readTable(' \r\n\n')).toEqual({ ok: false, reason: 'empty' });
    expect(readTable('"",""')).toEqual({ ok: false, reason: 'empty' });
    expect(readPastedCells('""')).toEqual({ ok: false, reason: 'empty' });
  });

  test('a picture that was read as text', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48]);
    expect(readTable(new TextDecoder().decode(png))).toEqual({ ok: false, reason: 'not-text' });
    const noise = Uint8Array.from({ length: 4_000 }, (_, index) => 1 + ((index * 151) % 255));
    expect(readTable(new TextDecoder().decode(noise))).toEqual({ ok: false, reason: 'not-text' });
  });

  test('a quote that is never closed, with its row', () => {
    expect(readTable('Name,Region\nOrsa,south\n"Tamek,north\nLio,west\n')).toEqual({
      ok: false,
      reason: 'broken',
      row: 3,
      fault: 'open-quote',
    });
  });

  test('a row that is too short or too long, with its number', () => {
    expect(readTable('Name,Region\nOrsa,south\nTamek\n')).toMatchObject({
      reason: 'broken',
      row: 3,
      fault: 'too-few-cells',
    });
    expect(readTable('Name,Region\nVelin, Orsa,south\n')).toMatchObject({
      reason: 'broken',
      row: 2,
      fault: 'too-many-cells',
    });
  });

  test('10 000 rows, with the number; 5 000 and a header are read', () => {
    const rows = (count: number) => 'Orsa,south\n'.repeat(count);
    expect(readTable(rows(10_000))).toEqual({
      ok: false,
      reason: 'too-many-rows',
      rows: 10_000,
      most: 5_000,
    });
    expect(readTable(`Name,Region\n${rows(5_000)}`).ok).toBe(true);
    expect(readTable(`Name,Region\n${rows(5_001)}`).ok).toBe(false);
  });

  test('61 columns', () => {
    expect(readTable(`${'Name,'.repeat(60)}Last\n`)).toEqual({
      ok: false,
      reason: 'too-many-columns',
      columns: 61,
      most: 60,
    });
  });

  test('more than 5 MB, counted as UTF-8', () => {
    expect(readTable('Name,Region\n'.repeat(500_000))).toMatchObject({ reason: 'too-large' });
    expect(readTable('م'.repeat(2_700_000))).toMatchObject({
      reason: 'too-large',
      bytes: 5_400_000,
    });
  });
});

describe('pasting onto a cell', () => {
  test('tabs and lines make cells; commas do not', () => {
    expect(readPastedCells('Hall, north wing\t40\r\nRoom A\t12\r\n')).toEqual({
      ok: true,
      cells: [
        ['Hall, north wing', '40'],
        ['Room A', '12'],
      ],
    });
  });

  test('a gap in the block stays a gap', () => {
    expect(readPastedCells('ar\n\nen\n\n')).toEqual({ ok: true, cells: [['ar'], [''], ['en']] });
  });

  test('a cell of several lines is one cell, and other quotes are kept as they are', () => {
    expect(readPastedCells('"one\ntwo"\tthree')).toEqual({
      ok: true,
      cells: [['one\ntwo', 'three']],
    });
    expect(readPastedCells('"Peace" committee\nOther')).toEqual({
      ok: true,
      cells: [['"Peace" committee'], ['Other']],
    });
  });

  test('has the limits of a table', () => {
    expect(readPastedCells('Orsa\n'.repeat(5_001))).toMatchObject({ reason: 'too-many-rows' });
    expect(readPastedCells('a\t'.repeat(60) + 'a')).toMatchObject({ reason: 'too-many-columns' });
    expect(readPastedCells('\0')).toEqual({ ok: false, reason: 'not-text' });
  });
});
