import { assessTarget, Board, type AssessedGroup, type NewRecord } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { leastWords } from './least-words.ts';

let board: Board;
beforeEach(() => {
  board = new Board(new Y.Doc());
});
afterEach(() => board.destroy());

/** What it takes for a target on women among these confirmed people. */
function takes(genders: readonly string[], fields: Partial<NewRecord<'inclusionTarget'>>): string {
  board.createAll(
    'participant',
    genders.map((gender) => ({ gender, stage: 'confirmed' }) as NewRecord<'participant'>), // as named
  );
  board.create('inclusionTarget', {
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share: 0.5 },
    ...fields,
  });
  const [target] = board.list('inclusionTarget');
  if (!target) throw new Error('It was not kept.');
  const assessed = assessTarget(target, {
    participants: board.list('participant'),
    blocks: [],
    actors: [],
    countedAs: 'confirmed',
  });
  if (assessed.scope !== 'process') throw new Error('It is about the process.');
  const group: AssessedGroup = assessed;
  return leastWords(target, group, {});
}

describe('how many people it takes', () => {
  it('says each way there is', () => {
    expect(takes(['woman', 'man', 'man', 'man'], {})).toBe(
      'It takes 2 more women, 2 fewer people other than women or 1 woman in the place of others.',
    );
  });

  it('takes nobody undisclosed for a woman', () => {
    expect(takes(['woman', 'undisclosed', 'undisclosed', 'man'], {})).toContain('2 more women');
  });

  it('turns the ways round where it is at most', () => {
    expect(takes(['woman', 'woman', 'man'], { comparison: 'at-most' })).toBe(
      'It takes 1 more person other than women, 1 fewer woman or others in the place of 1 woman.',
    );
  });

  it('says nothing where it holds', () => {
    expect(takes(['woman', 'man'], {})).toBe('');
  });
});
