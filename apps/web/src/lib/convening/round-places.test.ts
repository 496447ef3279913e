import type { Assessment } from '@parley/model/ledger';
import { describe, expect, it } from 'vitest';
import { ratedOf } from './round-places.ts';

type Rated = 'access' | 'influence';
const said = (of: Rated, level: number | null, person: string | null): Assessment => ({
  ...{ kind: 'assessment', id: `${of} ${person} ${level}`, number: 1, at: 0, subject: 'elders' },
  ...{ reading: { of, level }, convener: 'team', round: 'first', asOf: '2026-01-05' },
  ...{ confidence: 'medium', basis: 'observed', rationale: '', alternative: '' },
  ...{ by: person === null ? null : { person, name: person } },
  ...{ voice: person === null ? `${of}-${level}-0123456789abcdef` : null },
});

describe('access and influence of revealed rounds', () => {
  it('are a place for each person and round, and what is not known stays so', () => {
    const { places, alone } = ratedOf([
      said('access', 4, 'Amira'),
      said('access', 2, 'Tomás'),
      said('influence', null, 'Amira'),
      said('influence', 1, 'Tomás'),
      { ...said('access', 0, 'Amira'), id: 'later', round: 'second' },
      { ...said('influence', 0, 'Amira'), id: 'later too', round: 'second' },
    ]);
    expect(places.map(({ by, round, x, y }) => [by.name, round, x, y])).toEqual([
      ['Amira', 'first', 4, null],
      ['Tomás', 'first', 2, 1],
      ['Amira', 'second', 0, 0],
    ]);
    expect(alone).toEqual([]);
  });

  it('make no place of one figure alone, nor of two that nobody is named with', () => {
    const given = [said('access', 4, 'Amira'), said('access', 3, null), said('influence', 1, null)];
    const { places, alone } = ratedOf(given);
    expect(places).toEqual([]);
    expect(alone.map(({ reading }) => reading)).toEqual(given);
  });

  it('are of rounds alone', () => {
    const { places, alone } = ratedOf([{ ...said('access', 4, 'Amira'), round: null }]);
    expect([places, alone]).toEqual([[], []]);
  });
});
