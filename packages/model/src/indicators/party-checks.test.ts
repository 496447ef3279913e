import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  AgendaBlock,
  InclusionTarget,
  InformationNeed,
  Observance,
  Participant,
} from '../records/index.ts';
import { agendaTimes } from './agenda-times.ts';
import { partyChecks, type PartyCheck } from './party-checks.ts';
import { aRecord, blocksInOrder, someParticipants } from './records-for-tests.ts';

const zones = { timeZone: 'Europe/Zurich', secondTimeZone: null };
const days = [
  aRecord('agendaDay', { id: 'day', date: '2026-03-10', order: 'a0' }),
  aRecord('agendaDay', { id: 'next', date: '2026-03-11', order: 'a1' }),
];

interface Given {
  readonly blocks: readonly AgendaBlock[];
  readonly participants?: readonly Participant[];
  readonly targets?: readonly InclusionTarget[];
  readonly observances?: readonly Observance[];
  readonly needs?: readonly InformationNeed[];
}

const checksOf = (given: Given): readonly PartyCheck[] =>
  partyChecks({
    ...{ participants: [], targets: [], observances: [], needs: [], actors: [] },
    countedAs: 'confirmed',
    ...given,
    days: agendaTimes(days, given.blocks, zones),
  });

const north = someParticipants(2, 'n', { delegation: 'north', gender: 'man' });
const south = someParticipants(2, 's', { delegation: 'south', gender: 'woman' });
const women = aRecord('inclusionTarget', {
  id: 'women',
  ...{ attribute: 'gender', values: ['woman'], scope: 'session' },
  amount: { unit: 'count', count: 2 },
});

test('a target for each session says in which rooms nobody is, and in which too few', () => {
  const blocks = blocksInOrder(
    { everyone: false, delegations: ['north'] },
    { everyone: false, participants: ['n0', 's0'] },
    {},
  );
  expect(checksOf({ blocks, participants: [...north, ...south], targets: [women] })).toEqual([
    { kind: 'target-zero', target: 'women', block: '0', count: 0, needed: 2, unknowns: 0 },
    { kind: 'target-missed', target: 'women', block: '1', count: 1, needed: 2, unknowns: 0 },
  ]);
});

describe('one of a party', () => {
  const room = { everyone: false, participants: ['n0', 's0', 's1'] };
  const participants = [...north, ...south];

  test('is alone where another party sits with two', () => {
    expect(checksOf({ blocks: blocksInOrder(room), participants })).toEqual([
      { kind: 'alone', block: '0', party: 'north', person: 'n0' },
    ]);
  });

  test('is not where nobody else has a second, where they are all that come, or in private', () => {
    const each = { everyone: false, participants: ['n0', 's0'] };
    const caucus = { ...room, form: 'bilateral' } as const;
    expect(checksOf({ blocks: blocksInOrder(each, caucus), participants })).toEqual([]);
    const [only] = north;
    const fewer = [...(only ? [only] : []), ...south];
    expect(checksOf({ blocks: blocksInOrder(room), participants: fewer })).toEqual([]);
  });
});

test('a party that lacks what a session needs is named, and nobody of whom it is not known', () => {
  const needs = [
    aRecord('informationNeed', {
      ...{ id: 'gauges', block: '0', what: 'Gauge readings' },
      states: { north: 'missing', south: 'unknown' },
    }),
  ];
  const blocks = blocksInOrder({}, { everyone: false, delegations: ['south'] });
  expect(checksOf({ blocks, participants: [...north, ...south], needs })).toEqual([
    { kind: 'information-missing', block: '0', party: 'north', missing: ['gauges'], partial: [] },
  ]);
});

describe('in private', () => {
  const caucus = (party: string, values: Partial<AgendaBlock> = {}): Partial<AgendaBlock> => ({
    ...{ form: 'caucus', everyone: false, delegations: [party], duration: 30 },
    ...values,
  });
  const participants = [...north, ...south];

  test('time that differs by a half is said, with who has most and least', () => {
    const blocks = blocksInOrder(caucus('north', { duration: 45 }));
    expect(checksOf({ blocks, participants })).toEqual([
      {
        kind: 'caucus-apart',
        most: { parties: ['north'], minutes: 45 },
        least: { parties: ['south'], minutes: 0 },
      },
    ]);
    const even = blocksInOrder(caucus('north', { duration: 45 }), caucus('south'));
    expect(checksOf({ blocks: even, participants })).toEqual([]);
  });

  test('a party that is met first on every day is named; side by side nobody is first', () => {
    const twoDays = (second: readonly Partial<AgendaBlock>[]) =>
      blocksInOrder(
        caucus('north'),
        caucus('south'),
        ...second.map((block) => ({ ...block, day: 'next' })),
      );
    const again = twoDays([caucus('north'), caucus('south')]);
    expect(checksOf({ blocks: again, participants })).toEqual([
      { kind: 'first-again', party: 'north', blocks: ['0', '2'] },
    ]);
    const turned = twoDays([caucus('south'), caucus('north')]);
    const beside = twoDays([caucus('north', { track: 1 }), caucus('south', { track: 2 })]);
    for (const blocks of [turned, beside]) expect(checksOf({ blocks, participants })).toEqual([]);
  });
});

describe('times that are kept', () => {
  const participants = [...north, ...south];
  const blocks = blocksInOrder({}, { form: 'break' }, { duration: 30 });
  const prayer = (values: Partial<Observance> = {}) =>
    aRecord('observance', {
      id: 'prayer',
      name: 'Prayer',
      start: '11:15',
      end: '11:45',
      ...values,
    });
  const found = (values?: Partial<Observance>) =>
    checksOf({ blocks, participants, observances: [prayer(values)] });

  test('name the sessions that fall into them, and who keeps them', () => {
    expect(found({ keptBy: ['north'] })).toEqual([
      { kind: 'observance', observance: 'prayer', day: 'day', blocks: ['2'], people: ['n0', 'n1'] },
    ]);
  });

  test('take only their own days and clocks, and nobody who does not keep them', () => {
    expect(found({ from: '2026-03-11' })).toEqual([]);
    expect(found({ until: '2026-03-09' })).toEqual([]);
    expect(found({ start: '10:00', end: '11:00' })).toEqual([]);
    expect(found({ keptBy: ['east'] })).toEqual([]);
    expect(found({ start: '11:30', end: '11:30' })).toEqual([]);
  });

  test('a whole day, and a night that ends in the morning', () => {
    const all = [{ blocks: ['0', '2'] }];
    expect(found({ start: null, end: null })).toMatchObject(all);
    expect(found({ start: '09:30', end: '03:00' })).toMatchObject(all);
  });
});

test('nothing depends on the order in which anything was entered', () => {
  const participants = [...north, ...south];
  const blocks = blocksInOrder(
    { everyone: false, participants: ['n0', 's0', 's1'] },
    { form: 'caucus', everyone: false, delegations: ['south'] },
    { everyone: false, participants: ['s1', 'n1', 'n0'], day: 'next' },
  );
  const targets = [women, { ...women, id: 'more', amount: { unit: 'count' as const, count: 3 } }];
  const observances = ['b', 'a'].map((id) =>
    aRecord('observance', { id, name: id, start: '10:00' }),
  );
  const all = checksOf({ blocks, participants, targets, observances });
  expect(all.length).toBeGreaterThan(5);
  const shuffled = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(
      fc.record({
        blocks: shuffled(blocks),
        participants: shuffled(participants),
        targets: shuffled(targets),
        observances: shuffled(observances),
      }),
      (given) => {
        expect(checksOf(given)).toEqual(all);
      },
    ),
  );
});
