import { Board, type InclusionContext, type NewRecord } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { outlookOf } from './outlook.ts';
import { conflictsOf } from './targets/conflicts-of.ts';

let board: Board;
beforeEach(() => {
  board = new Board(new Y.Doc());
});
afterEach(() => board.destroy());

const man = { gender: 'man', ageBand: '56-plus' } as const;
const woman = { gender: 'woman', ageBand: '36-55' } as const;
const youngMan = { gender: 'man', ageBand: 'youth' } as const;

function list(people: readonly NewRecord<'participant'>[], freeSeats: number) {
  board.createAll('participant', [...people]);
  const least = { amount: { unit: 'count', count: 1 } } as const;
  board.create('inclusionTarget', { attribute: 'gender', values: ['woman'], ...least });
  board.create('inclusionTarget', { attribute: 'ageBand', values: ['youth'], ...least });
  const context: InclusionContext = {
    participants: board.list('participant'),
    blocks: [],
    actors: [],
    countedAs: 'confirmed',
    freeSeats,
  };
  const targets = board.list('inclusionTarget');
  return { targets, outlook: outlookOf(targets, context) };
}

const considered = [man, woman, youngMan].map((person, at) =>
  at === 0 ? ({ ...person, stage: 'confirmed' } as const) : person,
);

describe('what the targets ask for together', () => {
  it('says of whom each lacks, and all at once', () => {
    const { targets, outlook } = list(considered, 0);
    for (const { id } of targets) {
      expect(outlook.each.get(id)).toMatchObject({ closes: true, exact: true, atLeast: 1 });
    }
    expect(outlook.all).toMatchObject({ closes: true, exact: true, atLeast: 2 });
  });

  it('claims no conflict over seats that nobody has allotted', () => {
    const { outlook } = list(considered, 0);
    expect(outlook).toMatchObject({ openSeats: null, conflicts: [] });
  });

  it('finds two that one open seat does not satisfy, and asks for nobody beyond it', () => {
    const { targets, outlook } = list(considered, 2);
    const [first, second] = targets.map(({ id }) => id);
    expect(outlook.openSeats).toBe(1);
    expect(conflictsOf(first ?? '', outlook.conflicts)).toMatchObject([
      { other: second, short: 1, because: 'people' },
    ]);
    expect(conflictsOf(second ?? '', outlook.conflicts)).toMatchObject([{ other: first }]);
    expect(outlook.all).toMatchObject({ closes: false, certain: true });
  });
});
