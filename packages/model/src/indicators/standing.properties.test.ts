import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decisionsIn, type Decision } from '../ledger/decisions.ts';
import {
  inTwoOrders,
  observedAs,
  parties,
  recordedAs,
  someDecisions,
} from '../ledger/decisions-for-tests.ts';
import {
  asymmetries,
  asymmetryLeast,
  asymmetryWindow,
  expectedAgainstObserved,
  standings,
} from './standing.ts';

const holds = (check: (decisions: readonly Decision[]) => void) =>
  fc.assert(fc.property(someDecisions, (entries) => check(decisionsIn(entries))));
const counting = (decisions: readonly Decision[]) =>
  decisions.filter(({ withdrawn }) => withdrawn === null);

describe('standing with a party', () => {
  it('puts each decision that counts in one place, and the unknown at none of the signs', () => {
    holds((decisions) => {
      for (const { party, signs, counted, unsaid } of standings(decisions, parties)) {
        const of = counting(decisions).filter(({ costs }) =>
          costs.some((cost) => cost.party === party),
        );
        expect(signs.map(({ decision }) => decision)).toEqual(of.map(({ id }) => id));
        expect(unsaid).toBe(counting(decisions).length - of.length);
        const { cost, earned, even, unknown } = counted;
        expect(cost + earned + even + unknown).toBe(signs.length);
        expect(unknown).toBe(
          signs.filter(
            (sign) => typeof sign.expected !== 'number' && typeof sign.observed !== 'number',
          ).length,
        );
      }
    });
  });

  it('goes by what was observed, and by what was expected where that is not known', () => {
    holds((decisions) => {
      for (const { signs } of standings(decisions, parties)) {
        for (const { expected, observed, counted, basis } of signs) {
          if (basis === 'observed') expect(counted).toBe(observed);
          else if (basis === 'expected')
            expect([observed ?? null, counted]).toEqual([null, expected]);
          else expect(counted).toBeNull();
        }
      }
    });
  });

  it('is the same whatever the order in which entries came', () => {
    fc.assert(
      fc.property(inTwoOrders, ([one, other]) => {
        const read = standings(decisionsIn(one), parties);
        const again = standings(decisionsIn(other), parties);
        expect(again).toEqual(read);
        expect(asymmetries(again)).toEqual(asymmetries(read));
      }),
    );
  });

  it('of a party is the same alone as among others', () => {
    holds((decisions) => {
      expect(parties.flatMap((party) => standings(decisions, [party]))).toEqual(
        standings(decisions, parties),
      );
    });
  });
});

describe('a party that decisions keep costing', () => {
  it('is named only where its last known signs cost it and none earned, and others’ are known to differ', () => {
    holds((decisions) => {
      const all = standings(decisions, parties);
      for (const { party, of, cost, others } of asymmetries(all)) {
        const known = (all.find((one) => one.party === party)?.signs ?? []).filter(
          ({ counted }) => counted !== null,
        );
        expect(of).toEqual(known.slice(-asymmetryWindow));
        expect(of.filter(({ counted }) => (counted ?? 0) < 0)).toHaveLength(cost);
        expect(of.every(({ counted }) => (counted ?? 0) <= 0)).toBe(true);
        expect(cost).toBeGreaterThanOrEqual(asymmetryLeast);
        expect(others.length).toBeGreaterThan(0);
        for (const other of others) {
          expect(other.party).not.toBe(party);
          expect(other.both).toBeGreaterThanOrEqual(asymmetryLeast);
          expect(other.cost).toBeLessThan(other.costNamed);
          expect(other.cost + other.earned).toBeLessThanOrEqual(other.both);
        }
      }
    });
  });

  it('is named no sooner for decisions of which nothing is known', () => {
    holds((decisions) => {
      const unknown = decisionsIn({
        recorded: [5, 6, 7, 8].map((number) =>
          recordedAs(number + 500, {
            date: '2026-06-01',
            costs: parties.map((party) => ({ party, cost: null, why: '' })),
          }),
        ),
        observed: [],
        withdrawn: [],
      });
      const with_ = standings([...decisions, ...unknown], parties);
      expect(asymmetries(with_)).toEqual(asymmetries(standings(decisions, parties)));
    });
  });

  const costing = (rows: readonly (readonly [number | null, number | null])[]) =>
    asymmetries(
      standings(
        decisionsIn({
          recorded: rows.map(([league, union], index) =>
            recordedAs(index + 1, {
              costs: [
                { party: 'league', cost: league, why: '' },
                { party: 'union', cost: union, why: '' },
              ],
            }),
          ),
          observed: [],
          withdrawn: [],
        }),
        ['league', 'union'],
      ),
    );

  it('is named with how the same decisions went for the others', () => {
    const found = costing([
      [-1, 1],
      [0, 0],
      [-2, -1],
      [-1, 1],
    ]);
    expect(found).toMatchObject([
      {
        ...{ party: 'league', cost: 3 },
        others: [{ party: 'union', both: 4, cost: 1, earned: 2, costNamed: 3 }],
      },
    ]);
  });

  test.each([
    ['all are cost alike', [-1, -1]],
    ['nothing is known of the others', [-1, null]],
  ] as const)('nobody is named where %s', (_, row) => {
    expect(costing([row, row, row, row])).toEqual([]);
  });

  it('is not named once a decision earned something with it', () => {
    const row = [-1, 1] as const;
    expect(costing([row, row, row, [1, 1]])).toEqual([]);
    expect(costing([[1, 1], ...Array.from({ length: 6 }, () => row)])).toHaveLength(1);
  });
});

describe('expected against observed', () => {
  it('has a row for each party of each decision that counts, and a difference only of two known ones', () => {
    holds((decisions) => {
      const rows = expectedAgainstObserved(decisions);
      expect(rows.map(({ decision, party }) => [decision, party])).toEqual(
        counting(decisions).flatMap(({ id, costs }) => costs.map(({ party }) => [id, party])),
      );
      for (const { expected, observed, difference, outcome } of rows) {
        const known = typeof expected === 'number' && typeof observed === 'number';
        expect(difference).toBe(known ? observed - expected : null);
        if (known)
          expect(outcome).toBe(
            observed === expected ? 'as-expected' : observed > expected ? 'better' : 'worse',
          );
        else if (observed === undefined) expect(outcome).toBe('unobserved');
        else expect(outcome).toBe(expected === undefined ? 'unexpected' : 'unknown');
      }
    });
  });

  it('goes by what was observed last', () => {
    const decisions = decisionsIn({
      recorded: [recordedAs(1, { costs: [{ party: 'elders', cost: 1, why: '' }] })],
      observed: [observedAs(9, { cost: -1 }), observedAs(8, { cost: 2 })],
      withdrawn: [],
    });
    expect(expectedAgainstObserved(decisions)).toMatchObject([
      { observed: -1, difference: -2, outcome: 'worse' },
    ]);
  });
});
