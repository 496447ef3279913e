import { Board, type InclusionTarget, type NewRecord } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { targetSentence } from './target-sentence.ts';
import { targetLabel } from './target-words.ts';

let board: Board;
beforeEach(() => {
  board = new Board(new Y.Doc());
});
afterEach(() => board.destroy());

function made(fields: Partial<NewRecord<'inclusionTarget'>>): InclusionTarget {
  const created = board.create('inclusionTarget', {
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share: 0.3 },
    ...fields,
  });
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  const target = board.get('inclusionTarget', created.value);
  if (!target) throw new Error('It was not kept.');
  return target;
}

const attributes = { camp: { label: 'Camp', values: { a: 'North camp', b: 'South camp' } } };
const said = (fields: Partial<NewRecord<'inclusionTarget'>>, place = '') =>
  targetSentence(made(fields), attributes, 'confirmed', place);

describe('a target in words', () => {
  it('names its denominator, as the board counts or as it says itself', () => {
    expect(said({})).toBe(
      'At least 30% of the people confirmed, in the whole process, must be women.',
    );
    expect(said({ counted: 'seats', setBy: 'The donor' })).toBe(
      'At least 30% of the seats, open ones too, in the whole process, must be women. Set by The donor.',
    );
  });

  it('says all that must be true of the same person', () => {
    expect(
      said({
        comparison: 'at-most',
        amount: { unit: 'count', count: 4 },
        also: [
          { attribute: 'region', values: ['Coast', 'Hills'] },
          { attribute: 'custom:camp', values: ['b'] },
        ],
        scope: 'delegation',
      }),
    ).toBe(
      'At most 4 of the people confirmed, in each delegation, may be women whose region is Coast or Hills and whose Camp is South camp.',
    );
  });

  it('says where: one delegation, speaking roles, a stage', () => {
    expect(said({ scope: 'delegation', only: 'fishers' }, 'Fishers')).toContain(
      'in the delegation Fishers',
    );
    expect(said({ scope: 'speaking-roles' })).toContain('of the speaking roles');
    expect(said({ scope: 'speaking-time' })).toBe(
      'At least 30% of the speaking time on record, in the whole process, must be that of women.',
    );
    expect(said({ scope: 'speaking-time', amount: { unit: 'count', count: 10 } })).toContain(
      'At least 10 min of the speaking time on record',
    );
    expect(
      said({ scope: 'stage', stage: 'nominated', attribute: 'region', values: ['Coast'] }),
    ).toBe(
      'At least 30% of the people at “Nominated” or further on, in the whole process, must be people whose region is Coast.',
    );
  });

  it('asks for what is missing, and claims nothing until then', () => {
    expect(said({ values: [] })).toMatch(/^Choose/);
    expect(said({ also: [{ attribute: 'region', values: [] }] })).toMatch(/^Choose/);
  });

  it('does not call one delegation each of them on its card', () => {
    const one = made({ scope: 'delegation', only: 'fishers' });
    expect(targetLabel(one, attributes, 'Fishers')).toBe('Fishers: women ≥ 30%');
  });
});
