import { describe, expect, test } from 'vitest';
import type { InclusionTarget, Participant } from '../records/index.ts';
import { matchOf, undecidedBy } from './inclusion-attribute.ts';
import type { InclusionContext } from './inclusion-groups.ts';
import { seatRows } from './inclusion-seats.ts';
import { assessTarget, projection } from './inclusion.ts';
import { aRecord, someParticipants } from './records-for-tests.ts';

const person = (values: Partial<Participant>) =>
  aRecord('participant', { id: 'p', stage: 'confirmed', ...values });
const aTarget = (values: Partial<InclusionTarget>) =>
  aRecord('inclusionTarget', {
    id: 'target',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share: 0.3 },
    ...values,
  });
const among = (
  participants: readonly Participant[],
  values: Partial<InclusionContext> = {},
): InclusionContext => ({
  participants,
  blocks: [],
  actors: [],
  countedAs: 'confirmed',
  ...values,
});

describe('women under 35 from the coast', () => {
  const target = aTarget({
    also: [
      { attribute: 'ageBand', values: ['youth'] },
      { attribute: 'region', values: ['coast', 'islands'] },
    ],
    amount: { unit: 'count', count: 1 },
  });

  test.each([
    ['yes', { gender: 'woman', ageBand: 'youth', region: ' islands ' }, []],
    ['no', { gender: 'woman', ageBand: 'youth', region: 'hills' }, []],
    ['no', { gender: 'man' }, []],
    ['unknown', { gender: 'woman', region: 'coast' }, ['ageBand']],
    ['unknown', { gender: 'woman' }, ['ageBand', 'region']],
  ] as const)('%s: %o', (match, values, lacks) => {
    expect(matchOf(target, person(values))).toBe(match);
    expect(undecidedBy(target, person(values))).toEqual(lacks);
  });

  test('says which unknowns could turn the verdict, and only those', () => {
    const assessed = assessTarget(
      target,
      among([
        person({ id: 'a', gender: 'woman' }),
        person({ id: 'b', gender: 'man' }),
        person({ id: 'c', gender: 'woman', ageBand: '56-plus' }),
      ]),
    );
    expect(assessed).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'unknowns-decide',
      unknowns: 1,
      undecided: ['a'],
    });
  });

  test('a condition without values names nobody', () => {
    const empty = aTarget({ also: [{ attribute: 'region', values: [] }] });
    expect(assessTarget(empty, among([person({})]))).toMatchObject({ reason: 'no-values' });
  });
});

describe('seats', () => {
  const actors = ['union', 'league'].map((id, index) =>
    aRecord('actor', { id, name: id, order: `a${index}` }),
  );
  const people = [
    ...someParticipants(2, 'uw', { delegation: 'union', gender: 'woman' }),
    ...someParticipants(3, 'um', { delegation: 'union', gender: 'man' }),
    ...someParticipants(1, 'ui', { delegation: 'union', gender: 'woman', stage: 'invited' }),
    ...someParticipants(5, 'lm', { delegation: 'league', gender: 'man' }),
  ];
  const context = among(people, {
    actors,
    countedAs: 'seats',
    seats: { union: 8, league: 4, gone: 9 },
  });

  test('are counted open and filled for each delegation, and too many are said', () => {
    expect(seatRows(context)).toEqual([
      {
        delegation: 'union',
        seats: 8,
        filledBy: ['um0', 'um1', 'um2', 'uw0', 'uw1'],
        open: 3,
        over: 0,
        invited: 1,
      },
      {
        delegation: 'league',
        seats: 4,
        filledBy: ['lm0', 'lm1', 'lm2', 'lm3', 'lm4'],
        open: 0,
        over: 1,
        invited: 0,
      },
    ]);
  });

  test('are the denominator, the open ones too', () => {
    const target = aTarget({});
    expect(assessTarget(target, context)).toMatchObject({
      counted: 'seats',
      denominator: 12,
      needed: 4,
      count: 2,
      shortfall: 2,
      seats: 12,
    });
    expect(projection(target, context)).toMatchObject({ denominator: 12, count: 3 });
    const each = assessTarget(aTarget({ scope: 'delegation' }), context);
    expect(each).toMatchObject({
      rows: [
        { delegation: 'union', denominator: 8, count: 2, needed: 3 },
        { delegation: 'league', denominator: 4, count: 0, zero: true },
      ],
    });
  });

  test('that nobody allotted are no denominator', () => {
    expect(assessTarget(aTarget({}), { ...context, seats: {} })).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'no-seats',
    });
  });

  test('of a room are those of its delegations, and one for each other person by name', () => {
    const room = aRecord('agendaBlock', {
      id: 'room',
      day: 'day',
      title: 'Room',
      everyone: false,
      delegations: ['union'],
      participants: ['lm0', 'uw0'],
    });
    expect(
      assessTarget(aTarget({ scope: 'session' }), { ...context, blocks: [room] }),
    ).toMatchObject({ rows: [{ denominator: 9, count: 2 }] });
  });
});

describe('a stage', () => {
  test('is everybody who is there or further on, and nobody who is out', () => {
    const people = [
      ...someParticipants(3, 'l', { stage: 'longlisted', gender: 'man' }),
      ...someParticipants(1, 'n', { stage: 'nominated', gender: 'woman' }),
      ...someParticipants(1, 'c', { gender: 'man' }),
      ...someParticipants(4, 'd', { stage: 'declined', gender: 'woman' }),
    ];
    const on = (stage: InclusionTarget['stage']) =>
      assessTarget(aTarget({ scope: 'stage', stage }), among(people));
    expect(on('longlisted')).toMatchObject({ denominator: 5, count: 1, verdict: 'missed' });
    expect(on('nominated')).toMatchObject({ denominator: 2, count: 1, verdict: 'met' });
  });
});

describe('one delegation or session alone', () => {
  test('is what the target is about', () => {
    const actors = ['union', 'league'].map((id) => aRecord('actor', { id, name: id }));
    const people = [
      ...someParticipants(1, 'u', { delegation: 'union', gender: 'woman' }),
      ...someParticipants(1, 'l', { delegation: 'league', gender: 'man' }),
    ];
    const target = aTarget({ scope: 'delegation', only: 'union' });
    expect(assessTarget(target, among(people, { actors }))).toMatchObject({
      verdict: 'met',
      total: 1,
    });
  });
});

describe('speaking roles', () => {
  const block = (id: string, speakers: readonly string[], order: string) =>
    aRecord('agendaBlock', { id, day: 'day', title: id, speakers: [...speakers], order });
  const people = [
    ...someParticipants(2, 'w', { gender: 'woman' }),
    ...someParticipants(3, 'm', { gender: 'man' }),
  ];
  const target = aTarget({ scope: 'speaking-roles' });

  test('have a denominator of their own, and a session at zero stays beside a good sum', () => {
    const blocks = [
      block('opening', ['w0', 'w1', 'm0'], 'a0'),
      block('quiet', [], 'a1'),
      block('closing', ['m0', 'm1'], 'a2'),
    ];
    expect(assessTarget(target, among(people, { blocks }))).toMatchObject({
      count: 2,
      denominator: 5,
      needed: 2,
      verdict: 'met',
      rows: [{ block: 'opening' }, { block: 'closing' }],
      zeros: [{ block: 'closing', count: 0, denominator: 2 }],
    });
  });

  test('count once for each session in which somebody speaks, and only for who comes', () => {
    const late = person({ id: 'late', gender: 'woman', stage: 'invited' });
    const blocks = [block('one', ['m0', 'late'], 'a0'), block('two', ['m0'], 'a1')];
    expect(assessTarget(target, among([...people, late], { blocks }))).toMatchObject({
      count: 0,
      denominator: 2,
      people: ['m0'],
      projected: { count: 1, denominator: 3 },
    });
  });
});

test('eight targets on 600 people and 20 sessions cost a few milliseconds', () => {
  const actors = Array.from({ length: 17 }, (_, at) =>
    aRecord('actor', { id: `d${at}`, name: 'Delegation', order: `a${at}` }),
  );
  const people = someParticipants(600, 'p', { gender: 'woman', ageBand: 'youth' }).map(
    (one, at): Participant => ({ ...one, delegation: `d${at % 17}` }),
  );
  const blocks = Array.from({ length: 20 }, (_, at) =>
    aRecord('agendaBlock', { id: `b${at}`, day: 'day', title: 'Room', everyone: at % 2 === 0 }),
  );
  const scopes = ['process', 'process', 'process', 'stage', 'delegation', 'session'] as const;
  const targets = [...scopes, 'process', 'process'].map((scope, at) =>
    aTarget({
      id: `t${at}`,
      scope: scope as InclusionTarget['scope'], // words of the list above
      also: [{ attribute: 'ageBand', values: ['youth'] }],
    }),
  );
  const context = among(people, { actors, blocks });
  const times = Array.from({ length: 12 }, () => {
    const begun = performance.now();
    for (const target of targets) assessTarget(target, context);
    return performance.now() - begun;
  });
  // 5 ms by the best of several; room for a machine that does other things besides.
  expect(Math.min(...times)).toBeLessThan(10);
});
