import { assessTarget, Board, type NewRecord } from '@parley/model';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { targetBar } from './target-bar.ts';

type Gender = 'woman' | 'man' | 'undisclosed';

function barOf(genders: readonly Gender[], target: NewRecord<'inclusionTarget'>) {
  const board = new Board(new Y.Doc());
  board.createAll(
    'participant',
    genders.map((gender) => ({ gender, stage: 'confirmed' as const })),
  );
  board.create('inclusionTarget', { attribute: 'gender', values: ['woman'], ...target });
  const [made] = board.list('inclusionTarget');
  if (!made) throw new Error('The target was refused');
  const bar = targetBar(
    made,
    assessTarget(made, {
      participants: board.list('participant'),
      blocks: [],
      actors: [],
      countedAs: 'confirmed',
    }),
  );
  board.destroy();
  return bar;
}

const group: readonly Gender[] = ['woman', 'man', 'man', 'undisclosed'];

describe('the bar of a target', () => {
  it('is as long as the denominator, with the undisclosed as what could be (P2, P6)', () => {
    expect(barOf(group, { amount: { unit: 'share', share: 0.5 } })).toEqual({
      counted: 0.25,
      possible: 0.25,
      need: 0.5,
    });
  });

  it('is as long as the need where more are asked for than there are', () => {
    expect(barOf(group, { amount: { unit: 'count', count: 8 } })).toEqual({
      counted: 0.125,
      possible: 0.125,
      need: 1,
    });
  });

  it('is not drawn where there is nobody, or nothing is asked for', () => {
    expect(barOf([], { amount: { unit: 'share', share: 0.5 } })).toBeNull();
    expect(barOf(group, { values: [], amount: { unit: 'count', count: 1 } })).toBeNull();
    expect(
      barOf(group, { scope: 'speaking-roles', amount: { unit: 'count', count: 1 } }),
    ).toBeNull();
  });
});
