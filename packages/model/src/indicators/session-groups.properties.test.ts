import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aRecord } from './records-for-tests.ts';
import { groupsByValue, sessionsByDay } from './session-groups.ts';

const gender = fc.constantFrom('woman', 'man', 'non-binary', 'undisclosed');
const stage = fc.constantFrom('longlisted', 'invited', 'confirmed', 'attended', 'declined');
const people = fc
  .array(fc.record({ gender, stage }), { minLength: 1, maxLength: 10 })
  .map((list) => list.map((values, at) => aRecord('participant', { id: `p${at}`, ...values })));
const rooms = fc.array(
  fc.record({
    day: fc.constantFrom('one', 'two'),
    everyone: fc.boolean(),
    named: fc.array(fc.nat(9), { maxLength: 6 }),
    recorded: fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 8 }),
  }),
  { maxLength: 6 },
);
const days = [
  aRecord('agendaDay', { id: 'two', date: '2026-03-10' }),
  aRecord('agendaDay', { id: 'one', date: '2026-03-09' }),
];

test('every group that a session is without is said there and at its day, whatever else there is', () => {
  fc.assert(
    fc.property(people, rooms, (participants, list) => {
      const ids = new Set(participants.map(({ id }) => id));
      const blocks = list.map(({ day, everyone, named }, at) =>
        aRecord('agendaBlock', {
          ...{ id: `b${at}`, day, title: 'Room', order: `a${at}`, everyone },
          participants: named.map((one) => `p${one}`).filter((id) => ids.has(id)),
        }),
      );
      const attendance = new Map(
        list.map(({ recorded }, at) => [
          `b${at}`,
          new Map<string, boolean>(recorded.map(([one, came]) => [`p${one}`, came])),
        ]),
      );
      const groups = groupsByValue('gender', participants);
      const seen = sessionsByDay(groups, { participants, blocks, days, attendance });

      const listed = new Set(participants.map((one) => one.gender));
      listed.delete('undisclosed');
      for (const block of blocks) {
        const said = attendance.get(block.id);
        const came = participants.filter(({ id }) => said?.get(id) === true);
        const expected = participants.filter(
          (one) =>
            ['confirmed', 'attended'].includes(one.stage) &&
            (block.everyone || block.participants.includes(one.id)),
        );
        const room = came.length > 0 ? came : expected;
        const without =
          room.length === 0
            ? []
            : [...listed].filter((value) => !room.some((one) => one.gender === value));
        const day = seen.find((one) => one.day.id === block.day);
        const session = day?.sessions.find((one) => one.block === block.id);
        const group = (value: string) => `gender=${value}`;
        expect(session?.zeros.map((zero) => zero.group)).toEqual(without.map(group).sort());
        const atDay = day?.zeros.filter(({ blocks: all }) => all.includes(block.id));
        expect(atDay?.map((zero) => zero.group)).toEqual(without.map(group).sort());
        // Nobody is both absent and not known of, and nobody is absent without a word (P2).
        expect(session?.absent).toEqual(
          expected.filter(({ id }) => said?.get(id) === false).map(({ id }) => id),
        );
        expect(session?.notRecorded).toEqual(
          expected.filter(({ id }) => said?.has(id) !== true).map(({ id }) => id),
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('a group that is still awaited, and people of whom it is not known, are counted beside a zero', () => {
  const participants = [
    aRecord('participant', { id: 'man', gender: 'man', stage: 'confirmed' }),
    aRecord('participant', { id: 'woman', gender: 'woman', stage: 'confirmed' }),
    aRecord('participant', { id: 'unsaid', stage: 'confirmed' }),
  ];
  const blocks = [aRecord('agendaBlock', { id: 'b', day: 'one', title: 'Plenary' })];
  const attendance = new Map([['b', new Map([['man', true] as const, ['unsaid', true] as const])]]);
  const [day] = sessionsByDay(groupsByValue('gender', participants), {
    ...{ participants, blocks, days, attendance },
  });
  expect(day?.sessions[0]?.zeros).toEqual([
    { group: 'gender=woman', of: 'came', unknowns: 1, awaited: 1 },
  ]);
});
