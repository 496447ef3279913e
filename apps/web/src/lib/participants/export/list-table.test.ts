import { readXlsx, writeXlsx } from '@parley/exchange/xlsx';
import { Board, settingsType, type Settings } from '@parley/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { participantColumns } from '../participant-columns.ts';
import { listTable } from './list-table.ts';

let board: Board;
beforeEach(() => (board = new Board(new Y.Doc())));
afterEach(() => board.destroy());

const columns = participantColumns({
  // The defaults name every field of the settings.
  settings: {
    ...settingsType.defaults(),
    id: 'settings',
    participantFields: ['gender', 'level'],
    attributes: { bank: { label: 'Side', values: { up: 'Upstream' } } },
  } as Settings,
  delegations: [],
  persons: [],
  languages: [],
  availability: null,
  stageUnderWay: () => undefined,
}).filter(({ id }) =>
  ['pseudonym', 'name', 'delegation', 'gender', 'level', 'custom:bank'].includes(id),
);

function table(ids = false) {
  board.createAll('participant', [
    { pseudonym: '=1+1', name: 'Amal', gender: 'woman', level: 'top', attributes: { bank: 'up' } },
    { pseudonym: 'Delegate U-02' },
  ]);
  return listTable(board.list('participant'), columns, { unknown: 'unknown', ids });
}

test('a list is written in the words of the screen, and what is not known is said', () => {
  expect(table()).toEqual([
    ['Pseudonym', 'Name', 'Delegation', 'Gender', 'Level', 'Side'],
    ['=1+1', 'Amal', '', 'Woman', 'Top', 'Upstream'],
    ['Delegate U-02', '', '', 'Undisclosed', 'unknown', 'unknown'],
  ]);
});

test('ids stand in it only where they are asked for, and a workbook is read as what was written', () => {
  const rows = table(true);
  expect(rows.map(([id]) => id)).toEqual(['ID', ...board.list('participant').map(({ id }) => id)]);
  const outcome = readXlsx(writeXlsx([{ name: 'People', rows }]));
  if (!outcome.ok) throw new Error(outcome.reason);
  const [sheet] = outcome.sheets;
  expect(sheet?.table.rows[1]?.cells.slice(1)).toEqual([
    '=1+1',
    'Amal',
    '',
    'Woman',
    'Top',
    'Upstream',
  ]);
});
