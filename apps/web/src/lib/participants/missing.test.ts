import {
  assessTarget,
  Board,
  projection,
  type InclusionContext,
  type NewRecord,
} from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { missingParts, zeroAlarms } from './missing.ts';

let board: Board;
let fishers: string;
let elders: string;

beforeEach(() => {
  board = new Board(new Y.Doc());
  fishers = made(board.create('actor', { name: 'Fishers' }));
  elders = made(board.create('actor', { name: 'Elders' }));
});
afterEach(() => board.destroy());

function made(result: ReturnType<Board['create']>): string {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function people(...list: NewRecord<'participant'>[]) {
  const added = board.createAll('participant', list);
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
}

function assessed(target: NewRecord<'inclusionTarget'>) {
  board.create('inclusionTarget', { attribute: 'gender', values: ['woman'], ...target });
  const context: InclusionContext = {
    participants: board.list('participant'),
    blocks: [],
    actors: board.list('actor'),
    countedAs: 'confirmed',
  };
  const targets = board.list('inclusionTarget').map((one) => ({
    target: one,
    assessed: assessTarget(one, context),
    projected: projection(one, context),
  }));
  return { targets, context };
}

const man = { gender: 'man', stage: 'confirmed' } as const;
const woman = { gender: 'woman', stage: 'confirmed' } as const;

describe('a row at zero', () => {
  it('is named with the nominator of most of its people', () => {
    people(
      ...[1, 2, 3].map(() => ({ ...man, delegation: fishers, nominatedBy: 'Trust' })),
      { ...man, delegation: fishers, nominatedBy: 'Elders' },
      { ...woman, delegation: elders },
    );
    const { targets, context } = assessed({
      amount: { unit: 'count', count: 1 },
      scope: 'delegation',
    });
    expect(zeroAlarms(targets, context)).toMatchObject([
      {
        row: { delegation: fishers, denominator: 4 },
        counted: 'confirmed',
        nominator: { name: 'Trust', count: 3 },
      },
    ]);
  });

  it('names nobody when no nominator stands out, or none is recorded', () => {
    people(
      { ...man, delegation: fishers, nominatedBy: 'Trust' },
      { ...man, delegation: fishers, nominatedBy: 'Elders' },
      { ...man, delegation: elders },
      { ...man, delegation: elders },
    );
    const { targets, context } = assessed({
      amount: { unit: 'count', count: 1 },
      scope: 'delegation',
    });
    expect(zeroAlarms(targets, context).map(({ nominator }) => nominator)).toEqual([null, null]);
  });
});

describe('who is missing', () => {
  it('leaves out what is met and what asks for nothing yet', () => {
    people(woman, man);
    expect(
      missingParts(...parts({ amount: { unit: 'share', share: 0.5 } })).map(
        ({ target }) => target.id,
      ),
    ).toEqual([]);
    expect(missingParts(...parts({ values: [], amount: { unit: 'count', count: 1 } }))).toEqual([]);
  });

  it('names those who would close the gap, and what comes of everyone invited', () => {
    people(man, { ...woman, stage: 'invited' }, { ...woman, stage: 'longlisted', pseudonym: 'W' });
    const [part] = missingParts(...parts({ amount: { unit: 'count', count: 2 } }));
    expect(part?.closers.map(({ pseudonym }) => pseudonym)).toEqual(['W']);
    expect(part?.ifAllCame).toMatchObject({ count: 1, denominator: 2, shortfall: 1 });
  });

  it('does not repeat itself when nobody else is invited', () => {
    people(man);
    const [part] = missingParts(...parts({ amount: { unit: 'count', count: 1 } }));
    expect(part?.ifAllCame).toBeNull();
    expect(part?.nominators).toEqual([]);
  });

  it('looks for people of the delegation that lacks them', () => {
    people(
      { ...man, delegation: fishers },
      { ...woman, delegation: elders },
      { gender: 'woman', stage: 'screened', delegation: fishers, pseudonym: 'F' },
      { gender: 'woman', stage: 'screened', delegation: elders, pseudonym: 'E' },
    );
    const [part] = missingParts(
      ...parts({ amount: { unit: 'count', count: 1 }, scope: 'delegation' }),
    );
    expect(part?.closers.map(({ pseudonym }) => pseudonym)).toEqual(['F']);
  });
});

function parts(target: NewRecord<'inclusionTarget'>): Parameters<typeof missingParts> {
  const { targets, context } = assessed(target);
  return [targets, context];
}
