import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InclusionTarget } from '../records/index.ts';
import { conflictsBetween, leastMissed, type Bound, type Cells } from './inclusion-conflicts.ts';
import { neededPeople } from './inclusion-figures.ts';
import { aRecord, someParticipants } from './records-for-tests.ts';

const bound: fc.Arbitrary<Bound> = fc
  .record({
    comparison: fc.constantFrom('at-least' as const, 'at-most' as const),
    amount: fc.constantFrom<InclusionTarget['amount'][]>(
      { unit: 'share', share: 0.3 },
      { unit: 'share', share: 0.5 },
      { unit: 'share', share: 0.8 },
      { unit: 'count', count: 3 },
      { unit: 'count', count: 5 },
    ),
    count: fc.nat(3),
    more: fc.nat(6),
    grows: fc.boolean(),
  })
  .map(({ comparison, amount, count, more, grows }) => ({
    target: { comparison, amount },
    count,
    denominator: count + more,
    grows,
  }));
const cells: fc.Arbitrary<Cells> = fc.record({
  both: fc.nat(3),
  one: fc.nat(3),
  other: fc.nat(3),
  neither: fc.nat(3),
});

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => n);

/** Every number from every cell, tried one after the other. */
function tried(one: Bound, other: Bound, there: Cells, left: number): number {
  const missed = ({ target, count, denominator, grows }: Bound, more: number, come: number) => {
    const needed = neededPeople(target, denominator + (grows ? come : 0));
    const over = count + more - needed;
    return Math.max(0, target.comparison === 'at-least' ? -over : over);
  };
  let least = Infinity;
  for (const a of upTo(there.both)) {
    for (const b of upTo(there.one)) {
      for (const c of upTo(there.other)) {
        for (const d of upTo(there.neither)) {
          const come = a + b + c + d;
          if (come > left) continue;
          least = Math.min(least, missed(one, a + b, come) + missed(other, a + c, come));
        }
      }
    }
  }
  return least;
}

test('by how many people two targets are missed is what trying everything finds', () => {
  fc.assert(
    fc.property(bound, bound, cells, fc.nat(9), (one, other, there, left) => {
      expect(leastMissed(one, other, there, left)).toBe(tried(one, other, there, left));
    }),
    { numRuns: 3_000 },
  );
});

describe('two targets', () => {
  const aTarget = (id: string, values: Partial<InclusionTarget>) =>
    aRecord('inclusionTarget', {
      id,
      attribute: 'gender',
      values: ['woman'],
      amount: { unit: 'count', count: 5 },
      ...values,
    });
  const women = aTarget('women', {});
  const men = aTarget('men', { values: ['man'], amount: { unit: 'count', count: 4 } });
  const youth = aTarget('youth', { attribute: 'ageBand', values: ['youth'] });
  const context = (participants: Parameters<typeof conflictsBetween>[1]['participants']) => ({
    participants,
    blocks: [],
    actors: [],
    countedAs: 'confirmed' as const,
  });

  test('that nobody can fulfil at once need more seats than are left', () => {
    expect(conflictsBetween([women, men, youth], context([]), 7)).toMatchObject([
      { targets: ['women', 'men'], short: 2, because: 'seats' },
    ]);
    expect(conflictsBetween([women, men], context([]), 9)).toMatchObject([]);
  });

  test('that somebody could fulfil at once conflict where nobody on the list does', () => {
    const participants = [
      ...someParticipants(6, 'w', { gender: 'woman', ageBand: '36-55', stage: 'longlisted' }),
      ...someParticipants(6, 'y', { gender: 'man', ageBand: 'youth', stage: 'longlisted' }),
    ];
    expect(conflictsBetween([women, youth], context(participants), 7)).toEqual([
      { targets: ['women', 'youth'], short: 3, because: 'people' },
    ]);
    expect(conflictsBetween([women, youth], context(participants), 10)).toEqual([]);
  });

  test('of which one cannot be met anyway are no conflict of the two', () => {
    expect(conflictsBetween([women, men], context([]), 3)).toEqual([]);
  });
});
