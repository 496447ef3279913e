import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { assessTarget, barrierRows, meetings } from '../indicators/index.ts';
import { aRecord, someParticipants } from '../indicators/records-for-tests.ts';
import type { Participant, Stage } from '../records/index.ts';
import { attendanceOf } from './attendance.ts';
import type { StageChange } from './stage-history.ts';
import { countedBetween } from './counted-between.ts';
import { declinedIn, participantsOn } from './stages-on-day.ts';

const Reported = v.object({ date: v.string(), women: v.number() });
const facts = v.parse(
  v.object({ members: v.number(), announced: Reported, departed: Reported }),
  JSON.parse(
    readFileSync(
      new URL('../../../../tests/fixtures/afghan-team-2020.json', import.meta.url),
      'utf8',
    ),
  ),
);

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
let number = 0;
const change = (
  participant: string,
  day: string,
  from: Stage,
  to: Stage,
  said: Partial<StageChange> = {},
): StageChange => ({
  ...{ id: `${participant}-${day}`, kind: 'stage-change', number: (number += 1), at: noon(day) },
  ...{ by: null, participant, from, to, reason: '', exclusion: null },
  ...said,
});

const women = someParticipants(facts.announced.women, 'w', { gender: 'woman' });
const men = someParticipants(facts.members - facts.announced.women, 'm', { gender: 'man' });
const quarter = aRecord('inclusionTarget', {
  id: 'women',
  attribute: 'gender',
  values: ['woman'],
  amount: { unit: 'share', share: 0.2 },
});

const figuresOn = (
  people: readonly Participant[],
  changes: readonly StageChange[],
  day: string,
) => {
  const participants = participantsOn(people, changes, day, dayOf);
  return assessTarget(quarter, {
    ...{ participants, blocks: [], actors: [], countedAs: 'confirmed' },
  });
};

describe('a team of 21 with five women that became four', () => {
  const named = [...women, ...men].map(({ id }) =>
    change(id, facts.announced.date, 'nominated', 'confirmed'),
  );
  const left = (more: Partial<StageChange> = {}) =>
    change('w0', '2020-08-01', 'confirmed', 'withdrawn', { reason: 'Not published', ...more });

  test('was nobody before it was named, and 5 of 21 then', () => {
    const people = [...women, ...men];
    expect(figuresOn(people, named, '2020-03-26')).toMatchObject({ denominator: 0 });
    expect(figuresOn(people, named, facts.announced.date)).toMatchObject({
      count: facts.announced.women,
      denominator: facts.members,
      verdict: 'met',
    });
  });

  test('by replacement: 4 of 21 from the day on, and 5 of 21 on every day before', () => {
    const successor = aRecord('participant', { id: 'm-new', gender: 'man', stage: 'confirmed' });
    const people = [...women, ...men, successor];
    const changes = [
      ...named,
      left({ reason: 'Another was named', replacedBy: 'm-new' }),
      change('m-new', '2020-08-01', 'longlisted', 'confirmed'),
    ];
    const days = [facts.announced.date, facts.departed.date] as const;
    expect(countedBetween(people, changes, 'confirmed', days, dayOf)).toMatchObject({
      left: [{ participant: 'w0', after: 'withdrawn', change: { replacedBy: 'm-new' } }],
      joined: [{ participant: 'm-new', before: 'longlisted', change: { to: 'confirmed' } }],
    });
    expect(
      countedBetween(people, changes, 'confirmed', ['2020-08-01', '2020-09-01'], dayOf),
    ).toEqual({ left: [], joined: [] });
    expect(figuresOn(people, changes, '2020-07-31')).toMatchObject({ count: 5, denominator: 21 });
    expect(figuresOn(people, changes, facts.departed.date)).toMatchObject({
      count: facts.departed.women,
      denominator: facts.members,
      needed: 5,
      shortfall: 1,
      verdict: 'missed',
    });
  });

  test('by withdrawal: 4 of 20, and what removing the barrier would change', () => {
    const people = [...women, ...men];
    const changes = [...named, left({ barriers: ['security'] })];
    expect(figuresOn(people, changes, facts.departed.date)).toMatchObject({
      count: 4,
      denominator: 20,
    });
    const participants = participantsOn(people, changes, facts.departed.date, dayOf);
    const context = { participants, blocks: [], actors: [], countedAs: 'confirmed' } as const;
    expect(barrierRows(declinedIn(changes), [quarter], context)).toMatchObject([
      {
        barrier: 'security',
        wouldCome: ['w0'],
        mightCome: [],
        targets: [{ then: { count: 5, denominator: 21 } }],
      },
    ]);
  });

  test('is the same where it was put on record later, with the day since which it was so', () => {
    const late = (entry: StageChange, on: string) => ({ ...entry, at: noon('2020-10-01'), on });
    const changes = [
      ...named.map((entry) => late(entry, facts.announced.date)),
      late(left(), '2020-08-01'),
    ];
    const people = [...women, ...men];
    expect(figuresOn(people, changes, '2020-03-26')).toMatchObject({ denominator: 0 });
    expect(figuresOn(people, changes, '2020-07-31')).toMatchObject({ count: 5, denominator: 21 });
    expect(figuresOn(people, changes, '2020-08-01')).toMatchObject({ count: 4, denominator: 20 });
  });

  test('by absence at the opening: 5 of 21 in the team, 4 of 20 in the room', () => {
    const opening = aRecord('agendaBlock', { id: 'opening', day: 'first', title: 'Opening' });
    const entries = [...women, ...men].map(({ id }, index) => ({
      ...({ id: `at-${id}`, kind: 'attendance', number: index + 1, at: 0, by: null } as const),
      ...{ block: 'opening', participant: id, came: id !== 'w0' },
    }));
    const [day] = meetings(quarter, {
      participants: [...women, ...men],
      blocks: [opening],
      days: [aRecord('agendaDay', { id: 'first', date: '2020-09-12' })],
      attendance: attendanceOf(entries),
    });
    expect(day?.sessions).toMatchObject([
      {
        expected: { count: 5, denominator: 21 },
        came: { count: 4, denominator: 20 },
        absent: ['w0'],
        notRecorded: [],
      },
    ]);
    expect(figuresOn([...women, ...men], named, '2020-09-12')).toMatchObject({ count: 5 });
  });
});

test('somebody of whom no change is on record is where the board has them', () => {
  const [one] = participantsOn(women, [], '2020-01-01', dayOf);
  expect(one?.stage).toBe('confirmed');
});

test('attendance that is taken back is not on record, and is no absence', () => {
  const entry = (number: number, came: boolean | null) => ({
    ...({ id: `e${number}`, kind: 'attendance', number, at: 0, by: null } as const),
    ...{ block: 'b', participant: 'p', came },
  });
  expect(
    attendanceOf([entry(2, null), entry(1, true)])
      .get('b')
      ?.has('p'),
  ).toBe(false);
  expect(
    attendanceOf([entry(2, false), entry(1, true)])
      .get('b')
      ?.get('p'),
  ).toBe(false);
});
