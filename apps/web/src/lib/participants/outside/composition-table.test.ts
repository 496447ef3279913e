import { Board, type NewRecord } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compositionTable } from './composition-table.ts';

let board: Board;
let fishers: string;
beforeEach(() => {
  board = new Board(new Y.Doc());
  const made = board.create('actor', { name: 'Fishers' });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  fishers = made.value;
});
afterEach(() => board.destroy());

function table(threshold: number) {
  const of = (count: number, fields: NewRecord<'participant'>) =>
    Array.from({ length: count }, () => fields);
  board.createAll('participant', [
    ...of(6, { gender: 'man', delegation: fishers }),
    ...of(1, { gender: 'woman', delegation: fishers }),
    ...of(5, { gender: 'man' }),
    ...of(5, { gender: 'woman' }),
    ...of(5, { gender: 'undisclosed' }),
  ]);
  return compositionTable(board.list('participant'), 'gender', [fishers, 'gone'], threshold);
}

describe('the composition for people outside', () => {
  it('has a row for each delegation with people and a column for what is not known', () => {
    expect(table(0)).toMatchObject({
      places: [fishers, null],
      values: ['man', 'woman', null],
      cells: [
        [6, 1, 0],
        [5, 5, 5],
      ],
      total: 22,
    });
  });

  it('withholds one woman, and what she could be reckoned from', () => {
    const { cells, rowTotals, columnTotals } = table(5);
    expect(cells[0]?.[1]).toBeNull();
    // Her delegation's sum gives her away unless something else of it is withheld; so does the column.
    expect(
      [...(cells[0] ?? []), rowTotals[0]].filter((cell) => cell === null).length,
    ).toBeGreaterThan(1);
    expect([cells[1]?.[1], columnTotals[1]]).toContain(null);
    expect(cells[0]?.[2]).toBe(0);
  });
});
