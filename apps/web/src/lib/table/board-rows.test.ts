import { Board } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardRows, type RowWriter } from './board-rows.ts';
import type { Participant } from '@parley/model';

let board: Board;
let rows: RowWriter<Participant>;

beforeEach(() => {
  board = new Board(new Y.Doc());
  rows = boardRows(board, 'participant');
});
afterEach(() => board.destroy());

const names = () => board.list('participant').map(({ pseudonym }) => pseudonym);

describe('a table’s writer', () => {
  it('changes and adds as one act', () => {
    board.create('participant', { pseudonym: 'U-01' });
    const [first] = board.list('participant');
    rows.save([{ id: first?.id ?? '', patch: { pseudonym: 'U-1' } }], [{ pseudonym: 'U-02' }]);
    expect(names()).toEqual(['U-1', 'U-02']);
    rows.undo();
    expect(names()).toEqual(['U-01']);
  });

  it('takes all of it back when a part is refused', () => {
    board.createAll('participant', [{ pseudonym: 'U-01' }, { pseudonym: 'U-02' }]);
    const [first, second] = board.list('participant');
    const saved = rows.save(
      [
        { id: first?.id ?? '', patch: { pseudonym: 'changed' } },
        { id: second?.id ?? '', patch: { pseudonym: 'x'.repeat(200) } },
      ],
      [{ pseudonym: 'new' }],
    );
    expect(saved.ok).toBe(false);
    expect(names()).toEqual(['U-01', 'U-02']);
  });

  it('tells once when there is a newer act', () => {
    let told = 0;
    rows.onNextAct(() => (told += 1));
    rows.save([], [{ pseudonym: 'U-01' }]);
    rows.save([], [{ pseudonym: 'U-02' }]);
    expect(told).toBe(1);
  });
});
