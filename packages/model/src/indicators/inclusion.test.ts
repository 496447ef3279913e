import { describe, expect, test } from 'vitest';
import type { InclusionTarget, Participant } from '../records/index.ts';
import type { InclusionContext } from './inclusion-groups.ts';
import { assessTarget, projection } from './inclusion.ts';
import { aRecord, someParticipants } from './records-for-tests.ts';

const women = (count: number, values: Partial<Participant> = {}) =>
  someParticipants(count, `w-${values.stage ?? ''}${values.delegation ?? ''}`, {
    gender: 'woman',
    ...values,
  });
const men = (count: number, values: Partial<Participant> = {}) =>
  someParticipants(count, `m-${values.stage ?? ''}${values.delegation ?? ''}`, {
    gender: 'man',
    ...values,
  });
const undisclosed = (count: number, values: Partial<Participant> = {}) =>
  someParticipants(count, `u-${values.stage ?? ''}${values.delegation ?? ''}`, values);

const womenAtLeast = (share: number, values: Partial<InclusionTarget> = {}) =>
  aRecord('inclusionTarget', {
    id: 'target',
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share },
    ...values,
  });
const oneWoman = { amount: { unit: 'count', count: 1 } } as const;

const among = (
  participants: readonly Participant[],
  context: Partial<InclusionContext> = {},
): InclusionContext => ({
  participants,
  blocks: [],
  actors: [],
  countedAs: 'confirmed',
  ...context,
});

const ofProcess = (target: InclusionTarget, context: InclusionContext) => {
  const assessed = assessTarget(target, context);
  if (assessed.scope !== 'process') throw new Error('The target is not about the process');
  return assessed;
};
const byDelegation = (target: InclusionTarget, context: InclusionContext) => {
  const assessed = assessTarget({ ...target, scope: 'delegation' }, context);
  if (assessed.scope !== 'delegation') throw new Error('The target is not about delegations');
  return assessed;
};
const bySession = (target: InclusionTarget, context: InclusionContext) => {
  const assessed = assessTarget({ ...target, scope: 'session' }, context);
  if (assessed.scope !== 'session') throw new Error('The target is not about sessions');
  return assessed;
};

describe('the published allocation of 565 seats', () => {
  const everybody = among(undisclosed(565));
  const reported = (count: number) => ({
    reported: {
      counted: 'confirmed' as const,
      count,
      denominator: 565,
      source: 'Conference secretariat',
      date: '2014-01-25',
    },
  });

  test('166 women against 30 % are 4 short of 170', () => {
    const assessed = ofProcess(womenAtLeast(0.3, reported(166)), everybody);
    expect(assessed).toMatchObject({
      basis: 'reported',
      count: 166,
      denominator: 565,
      needed: 170,
      shortfall: 4,
      verdict: 'missed',
    });
    expect(assessed.share).toBeCloseTo(0.2938, 4);
  });

  test('280 southerners against one half are 3 short of 283', () => {
    const south = womenAtLeast(0.5, { attribute: 'region', values: ['south'], ...reported(280) });
    const assessed = ofProcess(south, everybody);
    expect(assessed).toMatchObject({ needed: 283, shortfall: 3, verdict: 'missed' });
    expect(assessed.share).toBeCloseTo(0.4956, 4);
  });

  test('it stands in for nothing else: another denominator is counted from the records', () => {
    const assessed = ofProcess(womenAtLeast(0.3, reported(166)), {
      ...everybody,
      countedAs: 'invited',
    });
    expect(assessed).toMatchObject({
      basis: 'records',
      count: 0,
      unknowns: 565,
      verdict: 'cannot-tell',
      reason: 'unknowns-decide',
    });
  });

  test('people invited since come on top of it', () => {
    const context = among([...undisclosed(565), ...women(10, { stage: 'invited' })]);
    const assessed = ofProcess(womenAtLeast(0.3, reported(166)), context);
    expect(assessed.projected).toMatchObject({ count: 176, denominator: 575, needed: 173 });
    expect(assessed).toMatchObject({ shortfall: 4, verdict: 'at-risk', reason: 'may-be-closed' });
    expect(projection(womenAtLeast(0.3, reported(166)), context)).toMatchObject({
      counted: 'invited',
      count: 176,
      verdict: 'met',
    });
  });
});

describe('the verdict on a process', () => {
  const thirty = womenAtLeast(0.3);

  test.each([
    ['met', null, [...women(3), ...men(7)]],
    ['met', null, [...women(3), ...men(7), ...women(1, { stage: 'invited' })]],
    ['missed', null, [...women(2), ...men(8)]],
    ['missed', null, [...women(6), ...men(17), ...undisclosed(1)]],
    ['missed', null, [...women(2), ...men(8), ...women(20, { stage: 'nominated' })]],
    ['at-risk', 'may-not-last', [...women(3), ...men(7), ...men(2, { stage: 'invited' })]],
    ['at-risk', 'may-be-closed', [...women(2), ...men(8), ...women(2, { stage: 'invited' })]],
    ['cannot-tell', 'unknowns-decide', [...women(2), ...men(7), ...undisclosed(1)]],
    ['cannot-tell', 'nobody-counted', women(3, { stage: 'invited' })],
  ] as const)('%s (%s)', (verdict, reason, participants) => {
    expect(ofProcess(thirty, among(participants))).toMatchObject({ verdict, reason });
  });

  test('says how many are short, and what the unknowns leave open', () => {
    const context = among([...women(6), ...men(17), ...undisclosed(1)]);
    expect(ofProcess(thirty, context)).toMatchObject({
      count: 6,
      unknowns: 1,
      denominator: 24,
      share: 0.25,
      needed: 8,
      shortfall: 2,
      best: 7,
      worst: 6,
    });
  });

  test('has no share when nobody is counted', () => {
    expect(ofProcess(thirty, among([]))).toMatchObject({
      share: null,
      denominator: 0,
      zero: false,
    });
  });

  test('at most: what is too many, and unknowns are not read as somebody else', () => {
    const atMost = womenAtLeast(0.5, { values: ['man'], comparison: 'at-most' });
    expect(ofProcess(atMost, among([...men(7), ...women(3)]))).toMatchObject({
      needed: 5,
      shortfall: 2,
      verdict: 'missed',
    });
    expect(ofProcess(atMost, among([...men(5), ...undisclosed(5)]))).toMatchObject({
      shortfall: 0,
      best: 5,
      worst: 10,
      verdict: 'cannot-tell',
    });
  });

  test('who declined, withdrew or was excluded is counted nowhere', () => {
    const gone = (['declined', 'withdrawn', 'excluded'] as const).flatMap((stage) =>
      women(5, { stage }),
    );
    const assessed = ofProcess(thirty, among([...men(10), ...gone], { countedAs: 'invited' }));
    expect(assessed).toMatchObject({ count: 0, denominator: 10, zero: true });
  });

  test('a target that counts for itself is not moved by the process’s switch', () => {
    const own = womenAtLeast(0.3, { counted: 'attended' });
    const context = among([...women(3), ...men(2, { stage: 'attended' })]);
    expect(ofProcess(own, context)).toMatchObject({
      counted: 'attended',
      denominator: 2,
      count: 0,
    });
  });

  test('a target that names no value cannot be told', () => {
    expect(ofProcess(womenAtLeast(0.3, { values: [] }), among(men(3)))).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'no-values',
    });
  });

  test('reads attributes of the process’s own, and a missing one as unknown', () => {
    const displaced = womenAtLeast(0.5, { attribute: 'custom:status', values: ['displaced'] });
    const context = among([
      ...someParticipants(1, 'a', { attributes: { status: 'displaced' } }),
      ...someParticipants(1, 'b', { attributes: { status: 'resident' } }),
      ...someParticipants(1, 'c', { attributes: { other: 'displaced' } }),
    ]);
    expect(ofProcess(displaced, context)).toMatchObject({ count: 1, unknowns: 1, denominator: 3 });
  });
});

describe('delegation by delegation', () => {
  const union = aRecord('actor', { id: 'union', name: 'Union', order: 'a0' });
  const league = aRecord('actor', { id: 'league', name: 'League', order: 'a1' });
  const target = womenAtLeast(0, oneWoman);

  test('the one at zero decides, however good the others are', () => {
    const context = among(
      [...men(2, { delegation: 'league' }), ...women(30, { delegation: 'union' })],
      { actors: [league, union] },
    );
    const assessed = byDelegation(target, context);
    expect(assessed).toMatchObject({ verdict: 'missed', total: 2, met: 1 });
    expect(assessed.rows.map((row) => row.delegation)).toEqual(['union', 'league']);
    expect(assessed.zeros.map((row) => row.delegation)).toEqual(['league']);
  });

  test('people in no delegation are a row of their own, of whom nothing is asked', () => {
    const context = among(
      [...women(1, { delegation: 'union' }), ...men(4), ...men(1, { delegation: 'removed' })],
      { actors: [union, league] },
    );
    const assessed = byDelegation(target, context);
    expect(assessed.rows.map((row) => [row.delegation, row.denominator])).toEqual([
      ['union', 1],
      [null, 5],
    ]);
    expect(assessed).toMatchObject({ verdict: 'met', total: 1, met: 1, zeros: [] });
  });

  test('a delegation of which nobody is confirmed yet cannot be told', () => {
    const context = among(
      [...women(1, { delegation: 'union' }), ...men(2, { delegation: 'league', stage: 'invited' })],
      { actors: [union, league] },
    );
    expect(byDelegation(target, context)).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'nobody-counted',
    });
  });

  test('a delegation that withdrew as a whole is asked for nothing any more', () => {
    const context = among(
      [
        ...women(1, { delegation: 'union' }),
        ...men(9, { delegation: 'league', stage: 'withdrawn' }),
      ],
      { actors: [union, league] },
    );
    expect(byDelegation(target, context)).toMatchObject({ verdict: 'met', total: 1 });
  });

  test('without delegations there is nothing to tell', () => {
    expect(byDelegation(target, among(women(5)))).toMatchObject({ reason: 'no-delegations' });
  });
});

describe('session by session', () => {
  const block = (id: string, values: object) =>
    aRecord('agendaBlock', { id, day: 'day', title: id, everyone: false, ...values });

  test('nine people and no woman stay visible beside a good average', () => {
    const delegates = men(9, { delegation: 'partner' });
    const context = among([...women(20), ...delegates], {
      blocks: [
        block('group-2', { delegations: ['partner'], order: 'a2' }),
        block('plenary', { everyone: true, order: 'a0' }),
        block('lunch', { everyone: true, form: 'break', order: 'a1' }),
        block('nobody-yet', { order: 'a3' }),
      ],
    });
    const assessed = bySession(womenAtLeast(0.3), context);
    expect(assessed.rows.map((row) => [row.block, row.verdict])).toEqual([
      ['plenary', 'met'],
      ['group-2', 'missed'],
    ]);
    expect(assessed).toMatchObject({ verdict: 'missed', total: 2, met: 1 });
    expect(assessed.zeros.map((row) => row.people)).toEqual([delegates.map(({ id }) => id)]);
  });

  test('counts a person once who is named and in a named delegation', () => {
    const [delegate] = women(1, { delegation: 'partner' });
    const context = among(delegate ? [delegate, ...men(3)] : [], {
      blocks: [block('pair', { participants: [delegate?.id, 'm-0'], delegations: ['partner'] })],
    });
    expect(bySession(womenAtLeast(0.5), context).rows).toMatchObject([
      { count: 1, denominator: 2 },
    ]);
  });
});

test('speaking roles are not recorded, and that is said', () => {
  const target = womenAtLeast(0.4, { scope: 'speaking-roles' });
  expect(assessTarget(target, among(women(5)))).toMatchObject({
    scope: 'speaking-roles',
    counted: 'confirmed',
    verdict: 'cannot-tell',
    reason: 'no-speaking-roles',
  });
});
