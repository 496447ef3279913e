import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InclusionTarget, Participant } from '../records/index.ts';
import { whoWouldClose } from './inclusion-closing.ts';
import { standingOf } from './inclusion-figures.ts';
import type { InclusionContext } from './inclusion-groups.ts';
import { supposing } from './inclusion-what-if.ts';
import { assessTarget } from './inclusion.ts';
import { aRecord } from './records-for-tests.ts';

const actors = ['union', 'league'].map((id, index) =>
  aRecord('actor', { id, name: id, order: `a${index}` }),
);
const about = {
  gender: fc.constantFrom('woman', 'man', 'undisclosed'),
  ageBand: fc.constantFrom('youth', '36-55', 'undisclosed'),
  delegation: fc.constantFrom('union', 'league', null),
} as const satisfies { [F in keyof Participant]?: fc.Arbitrary<Participant[F]> };

const person = fc.record({
  ...about,
  stage: fc.constantFrom(...(['confirmed', 'confirmed', 'invited', 'attended'] as const)),
});
const candidate = fc.record({
  ...about,
  stage: fc.constantFrom(...(['longlisted', 'screened', 'nominated'] as const)),
});
const among = (present: number, considered: number): fc.Arbitrary<Participant[]> =>
  fc
    .tuple(fc.array(person, { maxLength: present }), fc.array(candidate, { maxLength: considered }))
    .map((lists) =>
      lists.flat().map((values, at) => aRecord('participant', { id: `p${at}`, ...values })),
    );

type What = Pick<InclusionTarget, 'attribute' | 'values' | 'also'>;
const condition = fc.constantFrom<What[]>(
  { attribute: 'gender', values: ['woman'], also: [] },
  { attribute: 'ageBand', values: ['youth'], also: [] },
  {
    attribute: 'gender',
    values: ['woman'],
    also: [{ attribute: 'ageBand', values: ['youth'] }],
  },
  { attribute: 'gender', values: ['man'], also: [] },
);
const aTarget = (id: string) =>
  fc
    .record({
      what: condition,
      comparison: fc.constantFrom('at-least' as const, 'at-least' as const, 'at-most' as const),
      amount: fc.constantFrom<InclusionTarget['amount'][]>(
        { unit: 'share', share: 0.3 },
        { unit: 'share', share: 0.5 },
        { unit: 'count', count: 2 },
        { unit: 'count', count: 4 },
      ),
      scope: fc.constantFrom('process' as const, 'process' as const, 'delegation' as const),
      counted: fc.constantFrom(null, 'invited' as const, 'attended' as const, 'seats' as const),
    })
    .map(({ what, ...values }) => aRecord('inclusionTarget', { id, ...what, ...values }));
const targets = fc.tuple(aTarget('one'), aTarget('two'));

const contextOf = (participants: readonly Participant[]): InclusionContext => ({
  participants,
  blocks: [],
  actors,
  countedAs: 'confirmed',
  seats: { union: 6, league: 5 },
  freeSeats: 3,
});

/** Whether each target holds for sure once these people came. */
function hold(list: readonly InclusionTarget[], context: InclusionContext, ids: readonly string[]) {
  const stages = Object.fromEntries(ids.map((id) => [id, 'attended' as const]));
  const then = supposing(context, { stages });
  return list.every((target) => {
    const assessed = assessTarget(target, then);
    if (!('rows' in assessed)) return standingOf(target, assessed) === 'holds';
    const rows = assessed.rows.filter((row) => !('delegation' in row) || row.delegation !== null);
    return rows.every((row) => standingOf(target, row) === 'holds');
  });
}

const subsets = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((sofar, id) => [...sofar, ...sofar.map((set) => [...set, id])], [[]]);

const considered = ({ participants }: InclusionContext) =>
  participants
    .filter(({ stage }) => ['longlisted', 'screened', 'nominated'].includes(stage))
    .map(({ id }) => id);

describe('who would close the gap', () => {
  test('is a smallest set of all that are tried one by one, for one target and for all', () => {
    fc.assert(
      fc.property(among(6, 8), targets, (participants, list) => {
        const context = contextOf(participants);
        const { each, all } = whoWouldClose(list, context);
        const every = subsets(considered(context));
        const asked = [
          ...each.map(({ target, closing }) => ({
            of: list.filter(({ id }) => id === target),
            closing,
          })),
          { of: list, closing: all },
        ];
        for (const { of, closing } of asked) {
          const enough = every.filter((ids) => hold(of, context, ids));
          const least = Math.min(...enough.map(({ length }) => length));
          if (!closing.closes) {
            expect(closing.certain).toBe(true);
            expect(enough).toEqual([]);
            continue;
          }
          expect(closing.exact).toBe(true);
          expect(hold(of, context, closing.people)).toBe(true);
          expect(closing.people).toHaveLength(least);
          const single = enough.filter(({ length }) => length === 1).flat();
          expect([...closing.alone].sort()).toEqual(least === 0 ? [] : single.sort());
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('is looked for only where a target does not hold', () => {
    fc.assert(
      fc.property(among(8, 4), targets, (participants, list) => {
        const context = contextOf(participants);
        const open = list.filter((target) => !hold([target], context, []));
        expect(whoWouldClose(list, context).each.map(({ target }) => target)).toEqual(
          open.map(({ id }) => id),
        );
      }),
      { numRuns: 300 },
    );
  });
});

test('is as small as the smallest of fourteen candidates', () => {
  fc.assert(
    fc.property(fc.array(candidate, { minLength: 14, maxLength: 14 }), targets, (people, list) => {
      const context = contextOf(
        people.map((values, at) => aRecord('participant', { id: `p${at}`, ...values })),
      );
      const { all } = whoWouldClose(list, context);
      const smaller = all.closes ? all.people.length : 15;
      const enough = subsets(considered(context)).filter(
        ({ length }) => length < smaller && length <= 4,
      );
      if (all.closes) expect(hold(list, context, all.people)).toBe(true);
      expect(enough.some((ids) => hold(list, context, ids))).toBe(false);
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('nobody comes for whom no seat is open', () => {
  const people = [
    ...['a', 'b'].map((id) =>
      aRecord('participant', { id, gender: 'man', stage: 'confirmed', delegation: 'union' }),
    ),
    aRecord('participant', { id: 'w1', gender: 'woman', delegation: 'union' }),
    aRecord('participant', { id: 'w2', gender: 'woman', delegation: 'league' }),
  ];
  const context = { ...contextOf(people), seats: { union: 2, league: 1 }, freeSeats: 0 };
  const target = aRecord('inclusionTarget', {
    id: 't',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'count', count: 1 },
  });
  const [free, seated] = [false, true].map((withinSeats) =>
    whoWouldClose([target], context, { withinSeats }),
  );
  expect(free?.all).toMatchObject({ closes: true, alone: ['w1', 'w2'] });
  expect(seated?.all).toMatchObject({ closes: true, people: ['w2'], alone: ['w2'], exact: true });
});

test('a good set for 600 people and 8 targets is found in 200 ms', () => {
  const values = <T>(list: readonly T[], at: number): T => {
    const value = list[at % list.length];
    if (value === undefined) throw new Error('An empty list.');
    return value;
  };
  const people = Array.from({ length: 600 }, (_, at) =>
    aRecord('participant', {
      id: `p${at}`,
      stage: at < 150 ? 'confirmed' : 'longlisted',
      gender: values(['man', 'man', 'man', 'woman', 'undisclosed'] as const, at * 7),
      ageBand: values(['36-55', '56-plus', 'youth', 'undisclosed'] as const, at * 11),
      region: values(['coast', 'hills', 'city', 'plain', 'islands', ''], at * 13),
      sector: values(['political', 'military', 'women', 'youth', 'media'], at * 17),
      delegation: values(['union', 'league', null], at * 19),
    }),
  );
  const share = (
    attribute: string,
    value: string,
    of: number,
    more: Partial<InclusionTarget> = {},
  ) =>
    aRecord('inclusionTarget', {
      id: `${attribute}-${value}-${of}`,
      attribute,
      values: [value],
      amount: { unit: 'share', share: of },
      ...more,
    });
  const list = [
    share('gender', 'woman', 0.35),
    share('ageBand', 'youth', 0.3),
    share('region', 'coast', 0.22),
    share('region', 'islands', 0.2),
    share('sector', 'military', 0.15, { comparison: 'at-most' }),
    share('gender', 'woman', 0.3, { scope: 'delegation' }),
    share('sector', 'media', 0.24),
    share('gender', 'woman', 0.12, { also: [{ attribute: 'ageBand', values: ['youth'] }] }),
  ];
  const context = contextOf(people);
  // The best of a few: the first compiles the code, and other work may come between.
  const times = Array.from({ length: 4 }, () => {
    const begun = performance.now();
    whoWouldClose(list, context);
    return performance.now() - begun;
  });
  const { all, each } = whoWouldClose(list, context);
  expect(each.length).toBeGreaterThan(4);
  expect(all.closes).toBe(true);
  if (all.closes) {
    expect(hold(list, context, all.people)).toBe(true);
    expect(all.people.length).toBeGreaterThanOrEqual(all.atLeast);
  }
  expect(Math.min(...times)).toBeLessThan(200);
});
