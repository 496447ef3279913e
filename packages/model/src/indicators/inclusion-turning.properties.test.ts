import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, standingOf } from './inclusion-figures.ts';
import { leastPeople } from './inclusion-turning.ts';
import { aRecord } from './records-for-tests.ts';

const target = fc
  .record({
    comparison: fc.constantFrom('at-least' as const, 'at-most' as const),
    amount: fc.oneof(
      fc.record({
        unit: fc.constant('share' as const),
        share: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
      }),
      fc.record({ unit: fc.constant('count' as const), count: fc.integer({ min: 0, max: 12 }) }),
    ),
  })
  .map((values) =>
    aRecord('inclusionTarget', { id: 't', attribute: 'gender', values: ['woman'], ...values }),
  );
const group = fc
  .record({ count: fc.nat(8), unknowns: fc.nat(3), others: fc.nat(12) })
  .map(({ count, unknowns, others }) => ({
    count,
    unknowns,
    denominator: count + unknowns + others,
  }));

type Target = ReturnType<typeof aRecord<'inclusionTarget'>>;
interface Group {
  readonly count: number;
  readonly unknowns: number;
  readonly denominator: number;
}

/** Whether it holds whatever the unknowns are, with `count` and `others` more or fewer people. */
const holdsWith = (of: Target, group: Group, count: number, others: number) => {
  const changed = {
    count: group.count + count,
    unknowns: group.unknowns,
    denominator: group.denominator + count + others,
  };
  return standingOf(of, figuresOf(of, changed)) === 'holds';
};

/** The first number from 0 to `most` that does; null: none. */
const first = (most: number, does: (n: number) => boolean) =>
  Array.from({ length: most + 1 }, (_, n) => n).find(does) ?? null;

describe('the least number of people that turns a verdict', () => {
  test('who come on top is what trying one number after the other finds', () => {
    fc.assert(
      fc.property(target, group, (of, start) => {
        const atLeast = of.comparison === 'at-least';
        const found = first(600, (n) => holdsWith(of, start, atLeast ? n : 0, atLeast ? 0 : n));
        expect(leastPeople(of, figuresOf(of, start)).adding).toBe(found);
      }),
      { numRuns: 1_000 },
    );
  });

  test('who make room for others is what trying finds, and what the shortfall says of known people', () => {
    fc.assert(
      fc.property(target, group, (of, { count, denominator }) => {
        const start = { count, unknowns: 0, denominator };
        const figures = figuresOf(of, start);
        const atLeast = of.comparison === 'at-least';
        const most = atLeast ? denominator - count : count;
        const found = first(most, (n) => holdsWith(of, start, atLeast ? n : -n, atLeast ? -n : n));
        const { replacing } = leastPeople(of, figures);
        expect(replacing).toBe(found);
        if (replacing !== null) expect(replacing).toBe(figures.shortfall);
      }),
      { numRuns: 1_000 },
    );
  });

  test('who leave is what trying finds', () => {
    fc.assert(
      fc.property(target, group, (of, { count, denominator }) => {
        const start = { count, unknowns: 0, denominator };
        const atLeast = of.comparison === 'at-least';
        const most = atLeast ? denominator - count : count;
        const found = first(most, (n) => holdsWith(of, start, atLeast ? 0 : -n, atLeast ? -n : 0));
        expect(leastPeople(of, figuresOf(of, start)).leaving).toBe(found);
      }),
      { numRuns: 1_000 },
    );
  });

  test('unknown people never make it smaller', () => {
    fc.assert(
      fc.property(target, group, (of, start) => {
        const [known, hidden] = [
          leastPeople(of, figuresOf(of, { ...start, unknowns: 0 })),
          leastPeople(of, figuresOf(of, start)),
        ];
        for (const way of ['adding', 'replacing', 'leaving'] as const) {
          expect(hidden[way] ?? Infinity).toBeGreaterThanOrEqual(known[way] ?? Infinity);
        }
      }),
    );
  });
});

test('4 short of 30 % on 565 seats: 4 replace others, or 5 come on top', () => {
  const of = aRecord('inclusionTarget', {
    id: 't',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share: 0.3 },
  });
  const figures = figuresOf(of, { count: 166, unknowns: 0, denominator: 565 });
  expect(leastPeople(of, figures)).toEqual({ adding: 5, replacing: 4, leaving: 12 });
  expect(leastPeople(of, figures, true)).toEqual({ adding: null, replacing: 4, leaving: null });
});
