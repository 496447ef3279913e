import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { meetings } from './meetings.ts';
import { aRecord } from './records-for-tests.ts';

const gender = fc.constantFrom('woman' as const, 'man' as const, 'undisclosed' as const);
const people = fc
  .array(gender, { minLength: 1, maxLength: 10 })
  .map((list) =>
    list.map((value, at) =>
      aRecord('participant', { id: `p${at}`, gender: value, stage: 'confirmed' }),
    ),
  );
const rooms = fc.array(
  fc.record({
    day: fc.constantFrom('one', 'two'),
    there: fc.array(fc.nat(9), { maxLength: 6 }),
    recorded: fc.boolean(),
  }),
  { maxLength: 6 },
);
const days = [
  aRecord('agendaDay', { id: 'two', date: '2026-03-10' }),
  aRecord('agendaDay', { id: 'one', date: '2026-03-09' }),
];
const target = aRecord('inclusionTarget', {
  id: 't',
  attribute: 'gender',
  values: ['woman'],
  amount: { unit: 'share', share: 0.3 },
});

test('a session without a woman is always among the zeros, however many there are elsewhere', () => {
  fc.assert(
    fc.property(people, rooms, (participants, list) => {
      const ids = (there: readonly number[]) => [
        ...new Set(there.flatMap((at) => participants[at]?.id ?? [])),
      ];
      const blocks = list.map(({ day, there }, at) =>
        aRecord('agendaBlock', {
          id: `b${at}`,
          day,
          title: 'Room',
          order: `a${at}`,
          everyone: false,
          participants: ids(there),
        }),
      );
      const attendance = new Map(
        list.flatMap(({ there, recorded }, at) =>
          recorded ? [[`b${at}`, new Map(ids(there).map((id) => [id, true]))] as const] : [],
        ),
      );
      const found = meetings(target, { participants, blocks, days, attendance });
      const women = new Set(participants.filter((p) => p.gender === 'woman').map(({ id }) => id));
      const expected = list.flatMap(({ there }, at) => {
        const room = ids(there);
        return room.length > 0 && !room.some((id) => women.has(id)) ? [`b${at}`] : [];
      });
      expect(found.flatMap(({ zeros }) => zeros).sort()).toEqual(expected.sort());
      expect(found.map(({ date }) => date)).toEqual(found.map(({ date }) => date).toSorted());
      for (const { came, sessions } of found) {
        const there = new Set(sessions.flatMap((session) => session.came.people));
        expect(came.denominator).toBe(there.size);
      }
    }),
    { numRuns: 500 },
  );
});
