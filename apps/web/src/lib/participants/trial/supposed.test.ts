import { Board, type InclusionContext, type NewRecord } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ticked, triedOut, withPeople } from './supposed.ts';

let board: Board;
beforeEach(() => {
  board = new Board(new Y.Doc());
});
afterEach(() => board.destroy());

function add(...list: NewRecord<'participant'>[]) {
  const added = board.createAll('participant', list);
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
  return board.list('participant');
}

const context = (): InclusionContext => ({
  participants: board.list('participant'),
  blocks: [],
  actors: [],
  countedAs: 'attended',
});
const nobody = { come: [], leave: [] };

describe('trying people out', () => {
  it('shows a target as it would be, in whatever is counted, and writes nothing', () => {
    const [man, woman] = add(
      { gender: 'man', stage: 'attended', pseudonym: 'A' },
      { gender: 'woman', stage: 'longlisted', pseudonym: 'B' },
    );
    board.create('inclusionTarget', {
      attribute: 'gender',
      values: ['woman'],
      amount: { unit: 'share', share: 0.5 },
    });
    const targets = board.list('inclusionTarget');
    const [tried] = triedOut(ticked(nobody, 'come', woman?.id ?? '', true), targets, context());
    expect(tried).toMatchObject({
      turned: true,
      now: { count: 0, denominator: 1, verdict: 'missed' },
      then: { count: 1, denominator: 2, verdict: 'met' },
    });
    const [without] = triedOut(ticked(nobody, 'leave', man?.id ?? '', true), targets, context());
    expect(without?.then).toMatchObject({ denominator: 0, verdict: 'cannot-tell' });
    expect(board.list('participant').map(({ stage }) => stage)).toEqual(['attended', 'longlisted']);
  });

  it('puts each of those selected where their stage allows, and on one list alone', () => {
    const people = add(
      { stage: 'confirmed', pseudonym: 'A' },
      { stage: 'invited', pseudonym: 'B' },
      { stage: 'declined', pseudonym: 'C' },
    );
    const [a, b] = people.map(({ id }) => id);
    expect(withPeople(nobody, people)).toEqual({ come: [b], leave: [a] });
    expect(ticked({ come: ['x'], leave: [] }, 'leave', 'x', true)).toEqual({
      come: [],
      leave: ['x'],
    });
    expect(ticked({ come: ['x'], leave: [] }, 'come', 'x', false)).toEqual(nobody);
  });
});
