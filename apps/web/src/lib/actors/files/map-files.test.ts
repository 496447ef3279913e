import { importLimits } from '@parley/exchange';
import { writeXlsx } from '@parley/exchange/xlsx';
import { expect, test } from 'vitest';
import { tablesOf } from '#lib/table/tables-of.ts';
import { topRows, toRead } from './map-files.ts';

test('of a file of 5 000 rows a page gets the upper ones, and an example of every column', async () => {
  const rows = Array.from({ length: importLimits.rows }, (_, at) => [
    `Actor ${at}`,
    'Group',
    at === 4_000 ? 'the only note' : '',
  ]);
  const bytes = writeXlsx([{ name: 'Elements', rows: [['Label', 'Type', 'Notes'], ...rows] }]);
  const tables = await tablesOf(new File([bytes], 'large.xlsx'));
  if ('reason' in tables) throw new Error(tables.reason);
  const [table] = tables;
  if (!table) throw new Error('no sheet was read');
  const sheet = toRead(table, true);
  expect(sheet.rows).toBe(importLimits.rows + 1);
  expect(sheet.mapping).toMatchObject({ holds: 'actors', headerRow: 0 });
  expect(sheet.sample.rows).toHaveLength(topRows + 1);
  expect(sheet.sample.rows.at(-1)?.cells[2]).toBe('the only note');
});

test('a file that is too large is refused before it is opened', async () => {
  const film = new File([new Uint8Array(importLimits.bytes + 1)], 'film.csv');
  film.arrayBuffer = () => Promise.reject(new Error('it was opened'));
  expect(await tablesOf(film)).toMatchObject({ reason: 'too-large' });
});
