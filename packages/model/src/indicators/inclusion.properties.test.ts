import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InclusionTarget, Participant } from '../records/index.ts';
import { figuresOf, neededPeople } from './inclusion-figures.ts';
import type { InclusionContext } from './inclusion-groups.ts';
import { assessTarget, projection } from './inclusion.ts';
import { aRecord } from './records-for-tests.ts';

/** Shares as people write them, in hundredths of a per cent: whole numbers can be reckoned exactly. */
const hundredths = fc.integer({ min: 0, max: 10_000 });
const peopleCount = fc.integer({ min: 0, max: 100_000 });
const comparison = fc.constantFrom('at-least' as const, 'at-most' as const);

const shareTarget = (values: Partial<InclusionTarget> & { readonly of: number }) => {
  const { of, ...rest } = values;
  return aRecord('inclusionTarget', {
    id: 'target',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share: of / 10_000 },
    ...rest,
  });
};

const delegations = ['union', 'league', 'removed'] as const;
const actors = [
  aRecord('actor', { id: 'union', name: 'Union', order: 'a0' }),
  aRecord('actor', { id: 'league', name: 'League', order: 'a1' }),
];

const person = fc.record({
  gender: fc.constantFrom('woman', 'man', 'undisclosed'),
  stage: fc.constantFrom('confirmed', 'confirmed', 'invited', 'attended', 'nominated', 'declined'),
  delegation: fc.constantFrom(null, ...delegations),
} satisfies { [F in keyof Participant]?: fc.Arbitrary<Participant[F]> });

const people = (maxLength: number) =>
  fc
    .array(person, { maxLength })
    .map((list) =>
      list.map((values, index) => aRecord('participant', { id: `p${index}`, ...values })),
    );

const block = fc.record({
  everyone: fc.boolean(),
  participants: fc.subarray(['p0', 'p1', 'p2', 'p3']),
  delegations: fc.subarray([...delegations]),
});
const blocks = fc.array(block, { maxLength: 4 }).map((list) =>
  list.map((values, index) =>
    aRecord('agendaBlock', {
      id: `b${index}`,
      day: 'day',
      title: 'Block',
      order: `a${index}`,
      ...values,
    }),
  ),
);

const among = (
  participants: readonly Participant[],
  context: Partial<InclusionContext> = {},
): InclusionContext => ({ participants, blocks: [], actors, countedAs: 'confirmed', ...context });

describe('how many people a share asks for', () => {
  test('is exact where floating point is not', () => {
    fc.assert(
      fc.property(hundredths, peopleCount, (of, n) => {
        const exact = BigInt(of) * BigInt(n);
        expect(neededPeople(shareTarget({ of }), n)).toBe(Number((exact + 9_999n) / 10_000n));
        expect(neededPeople(shareTarget({ of, comparison: 'at-most' }), n)).toBe(
          Number(exact / 10_000n),
        );
      }),
      {
        numRuns: 2_000,
        examples: [
          [700, 100],
          [2_900, 100],
          [3_000, 565],
        ],
      },
    );
  });

  test('never falls when the share or the number of people rises', () => {
    fc.assert(
      fc.property(comparison, hundredths, hundredths, peopleCount, (kind, a, b, n) => {
        const needed = (of: number, among: number) =>
          neededPeople(shareTarget({ of, comparison: kind }), among);
        expect(needed(Math.max(a, b), n)).toBeGreaterThanOrEqual(needed(Math.min(a, b), n));
        expect(needed(a, n + 1)).toBeGreaterThanOrEqual(needed(a, n));
      }),
    );
  });

  test('one more who counts makes an at-least shortfall one less and an at-most excess one more', () => {
    fc.assert(
      fc.property(
        comparison,
        hundredths,
        fc.integer({ min: 1, max: 600 }),
        fc.nat(),
        (kind, of, n, seed) => {
          const count = seed % n;
          const shortfall = (known: number) =>
            figuresOf(shareTarget({ of, comparison: kind }), {
              count: known,
              unknowns: 0,
              denominator: n,
            }).shortfall;
          const step = shortfall(count + 1) - shortfall(count);
          expect(kind === 'at-least' ? [-1, 0] : [0, 1]).toContain(step);
        },
      ),
    );
  });
});

describe('the verdict', () => {
  /** Every way in which the undisclosed could turn out. */
  function completions(participants: readonly Participant[]): Participant[][] {
    return participants.reduce<Participant[][]>(
      (sofar, next) =>
        sofar.flatMap((before) =>
          (next.gender === 'undisclosed' ? (['woman', 'man'] as const) : [next.gender]).map(
            (gender) => [...before, { ...next, gender }],
          ),
        ),
      [[]],
    );
  }

  test('is what trying out every completion of the unknowns says', () => {
    fc.assert(
      fc.property(people(7), hundredths, comparison, (participants, of, kind) => {
        const holds = (complete: readonly Participant[], stages: readonly string[]) => {
          const counted = complete.filter(({ stage }) => stages.includes(stage));
          const count = counted.filter(({ gender }) => gender === 'woman').length;
          const surplus = count * 10_000 - of * counted.length;
          return kind === 'at-least' ? surplus >= 0 : surplus <= 0;
        };
        const all = completions(participants);
        const now = all.map((complete) => holds(complete, ['confirmed', 'attended']));
        const then = all.map((complete) => holds(complete, ['invited', 'confirmed', 'attended']));
        const anybody = participants.some(({ stage }) => ['confirmed', 'attended'].includes(stage));
        const expected = !anybody
          ? 'nobody-counted'
          : now.every(Boolean)
            ? then.every(Boolean)
              ? 'met'
              : 'may-not-last'
            : now.some(Boolean)
              ? 'unknowns-decide'
              : then.some(Boolean)
                ? 'may-be-closed'
                : 'missed';
        const assessed = assessTarget(shareTarget({ of, comparison: kind }), among(participants));
        expect(assessed.reason ?? assessed.verdict).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the same for a target and its mirror image', () => {
    fc.assert(
      fc.property(people(12), hundredths, (participants, of) => {
        const context = among(participants);
        const women = assessTarget(shareTarget({ of }), context);
        const others = assessTarget(
          shareTarget({ of: 10_000 - of, comparison: 'at-most', values: ['man', 'non-binary'] }),
          context,
        );
        expect([others.verdict, others.reason]).toEqual([women.verdict, women.reason]);
      }),
    );
  });

  test('depends on no order', () => {
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    const scope = fc.constantFrom('process' as const, 'delegation' as const, 'session' as const);
    fc.assert(
      fc.property(
        fc.tuple(people(8), blocks).chain(([p, b]) =>
          fc.record({
            sorted: fc.constant({ participants: p, blocks: b, actors }),
            mixed: fc.record({
              participants: shuffled(p),
              blocks: shuffled(b),
              actors: shuffled(actors),
            }),
          }),
        ),
        hundredths,
        scope,
        ({ sorted, mixed }, of, among) => {
          const target = shareTarget({ of, scope: among });
          const countedAs = 'confirmed';
          expect(assessTarget(target, { ...mixed, countedAs })).toEqual(
            assessTarget(target, { ...sorted, countedAs }),
          );
        },
      ),
    );
  });
});

describe('rows', () => {
  test('counts of the delegations add up to those of the process', () => {
    fc.assert(
      fc.property(people(12), hundredths, (participants, of) => {
        const context = among(participants);
        const whole = assessTarget(shareTarget({ of }), context);
        const parts = assessTarget(shareTarget({ of, scope: 'delegation' }), context);
        if (whole.scope !== 'process' || parts.scope !== 'delegation') throw new Error('scope');
        for (const figure of ['count', 'unknowns', 'denominator'] as const) {
          const sum = parts.rows.reduce((total, row) => total + row[figure], 0);
          expect(sum).toBe(whole[figure]);
        }
        expect(parts.rows.flatMap((row) => row.people).sort()).toEqual(whole.people);
      }),
    );
  });

  test('one row that is not met keeps the whole from being met, and a zero is always listed', () => {
    fc.assert(
      fc.property(people(12), blocks, fc.integer({ min: 1, max: 10_000 }), (list, sessions, of) => {
        const context = among(list, { blocks: sessions });
        const assessed = assessTarget(shareTarget({ of, scope: 'session' }), context);
        if (assessed.scope !== 'session') throw new Error('scope');
        const { rows } = assessed;
        expect(assessed.verdict === 'met').toBe(
          rows.length > 0 && rows.every(({ verdict }) => verdict === 'met'),
        );
        expect(assessed.zeros).toEqual(
          rows.filter(({ count, denominator }) => count === 0 && denominator > 0),
        );
      }),
    );
  });

  test('a session of everyone has the figures of the process', () => {
    const plenary = aRecord('agendaBlock', { id: 'plenary', day: 'day', title: 'Plenary' });
    fc.assert(
      fc.property(
        people(12).filter((list) => list.some(({ stage }) => stage !== 'declined')),
        hundredths,
        (participants, of) => {
          const context = among(participants, { blocks: [plenary] });
          const whole = assessTarget(shareTarget({ of }), context);
          const session = assessTarget(shareTarget({ of, scope: 'session' }), context);
          const row = session.scope === 'session' ? session.rows[0] : undefined;
          if (!row) throw new Error('The plenary has no row');
          expect({ ...whole, block: 'plenary' }).toMatchObject(row);
        },
      ),
    );
  });
});

test('what is projected is what would be counted if invited people were', () => {
  fc.assert(
    fc.property(people(12), hundredths, (participants, of) => {
      const target = shareTarget({ of });
      const context = among(participants);
      const invited = assessTarget(target, { ...context, countedAs: 'invited' });
      expect(projection(target, context)).toEqual(invited);
    }),
  );
});
