import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallestSet, type Demand, type Kind } from './smallest-set.ts';

const demand: fc.Arbitrary<Demand> = fc.record({
  comparison: fc.constantFrom('at-least' as const, 'at-least' as const, 'at-most' as const),
  share: fc.constantFrom(0, 0, 0.1, 0.25, 0.3, 0.5, 2 / 3),
  amount: fc.integer({ min: 0, max: 4 }),
  count: fc.nat(4),
  of: fc.nat(10),
  somebody: fc.boolean(),
});
const bit = fc.constantFrom(0, 1);
const kindsFor = (demands: number, most: number) => {
  const row = fc.array(bit, { minLength: demands, maxLength: demands });
  return fc.array(fc.record({ counts: row, ofs: row, most: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: most,
  });
};
const asked = (most: number) =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((demands) =>
      fc.tuple(
        fc.array(demand, { minLength: demands, maxLength: demands }),
        kindsFor(demands, most),
      ),
    )
    .filter(([, kinds]) => kinds.reduce((sum, { most: n }) => sum + n, 0) <= 14);

function holds(demands: readonly Demand[], kinds: readonly Kind[], taken: readonly number[]) {
  return demands.every((one, at) => {
    const sum = (of: 'counts' | 'ofs') =>
      kinds.reduce((total, kind, index) => total + (taken[index] ?? 0) * (kind[of][at] ?? 0), 0);
    const [count, of] = [one.count + sum('counts'), one.of + sum('ofs')];
    if (one.somebody && of === 0) return false;
    const over = count - one.share * of - one.amount;
    return one.comparison === 'at-least' ? over >= -1e-9 : over <= 1e-9;
  });
}

/** Every choice of how many of each kind. */
function everyChoice(kinds: readonly Kind[]): number[][] {
  return kinds.reduce<number[][]>(
    (sofar, { most }) =>
      sofar.flatMap((before) => Array.from({ length: most + 1 }, (_, n) => [...before, n])),
    [[]],
  );
}

const sizeOf = (taken: readonly number[]) => taken.reduce((sum, n) => sum + n, 0);

describe('the smallest set', () => {
  test('is enough, and as small as the smallest of all sets tried one by one', () => {
    fc.assert(
      fc.property(asked(7), ([demands, kinds]) => {
        const sizes = everyChoice(kinds)
          .filter((taken) => holds(demands, kinds, taken))
          .map(sizeOf);
        const least = sizes.length === 0 ? null : Math.min(...sizes);
        const { taken, exact, atLeast } = smallestSet(demands, kinds);
        expect(exact).toBe(true);
        expect(taken === null ? null : sizeOf(taken)).toBe(least);
        if (taken !== null) {
          expect(holds(demands, kinds, taken)).toBe(true);
          expect(atLeast).toBe(sizeOf(taken));
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test('without time to search is enough too where one is found, and never called exact for nothing', () => {
    fc.assert(
      fc.property(asked(7), ([demands, kinds]) => {
        const { taken, exact, atLeast } = smallestSet(demands, kinds, 0);
        if (taken === null) return;
        expect(holds(demands, kinds, taken)).toBe(true);
        expect(sizeOf(taken)).toBeGreaterThanOrEqual(atLeast);
        if (exact) expect(sizeOf(taken)).toBe(smallestSet(demands, kinds).atLeast);
      }),
      { numRuns: 500 },
    );
  });
});
