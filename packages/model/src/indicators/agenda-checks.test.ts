import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgendaBlock, Participant, Room } from '../records/index.ts';
import { mostWithoutBreak, peopleChecks, type PeopleCheck } from './agenda-checks.ts';
import { agendaTimes } from './agenda-times.ts';
import { participantsInBlock } from './inclusion-counting.ts';
import { aRecord, blocksInOrder, someParticipants } from './records-for-tests.ts';

const zones = { timeZone: 'Europe/Zurich', secondTimeZone: null };
const day = aRecord('agendaDay', { id: 'day', date: '2026-03-10', order: 'a0' });

interface Given {
  readonly blocks: readonly AgendaBlock[];
  readonly participants?: readonly Participant[];
  readonly rooms?: readonly Room[];
}

function checksOf({ blocks, participants = [], rooms = [] }: Given): readonly PeopleCheck[] {
  return peopleChecks({ days: agendaTimes([day], blocks, zones), blocks, rooms, participants });
}

const kinds = (checks: readonly PeopleCheck[]) => checks.map(({ kind }) => kind);

test('people, leads and interpreters are in one place at a time', () => {
  const participants = [
    ...someParticipants(2, 'p', { delegation: 'north' }),
    ...someParticipants(1, 'gone', { delegation: 'north', stage: 'declined' }),
  ];
  const blocks = blocksInOrder(
    { track: 1, everyone: false, delegations: ['north'], lead: 'Amal', interpreter: 'Ines' },
    { track: 2, everyone: false, participants: ['p1'], lead: ' amal ', interpreter: 'INES' },
    { lead: 'Amal', interpreter: 'Ines' },
  );
  expect(checksOf({ blocks, participants })).toEqual([
    { kind: 'people-twice', blocks: ['0', '1'], people: ['p1'] },
    { kind: 'lead-twice', blocks: ['0', '1'], name: 'Amal' },
    { kind: 'interpreter-twice', blocks: ['0', '1'], name: 'Ines' },
  ]);
});

test('a room holds who may come; of a room whose seats are not known nothing is said', () => {
  const participants = [
    ...someParticipants(3, 'p'),
    ...someParticipants(1, 'asked', { stage: 'invited' }),
    ...someParticipants(9, 'listed', { stage: 'longlisted' }),
  ];
  const rooms = [
    aRecord('room', { id: 'small', name: 'Small', seats: 3 }),
    aRecord('room', { id: 'hall', name: 'Hall', seats: 4 }),
    aRecord('room', { id: 'tent', name: 'Tent', seats: null }),
  ];
  const blocks = blocksInOrder(
    ...['small', 'hall', 'tent'].map((room) => ({ room, duration: 30 })),
  );
  expect(checksOf({ blocks, participants, rooms })).toEqual([
    { kind: 'room-too-small', block: '0', room: 'small', people: 4, seats: 3 },
  ]);
});

test('who understands nothing is named, and who may not is counted', () => {
  const participants = [
    aRecord('participant', { id: 'ar', stage: 'confirmed', languages: ['Arabic'] }),
    aRecord('participant', { id: 'en', stage: 'confirmed', languages: ['english', 'Arabic'] }),
    aRecord('participant', { id: 'unsaid', stage: 'confirmed' }),
  ];
  const blocks = blocksInOrder(
    { languages: ['English'], duration: 30 },
    { languages: ['English'], duration: 30, interpreter: 'Ines' },
    { languages: ['English'], duration: 30, form: 'break' },
    { languages: [], duration: 30 },
  );
  expect(checksOf({ blocks, participants })).toEqual([
    { kind: 'not-understood', block: '0', people: ['ar'], missed: [], unknown: 1 },
  ]);
});

test('where it is said from which language into which there is interpretation, that decides', () => {
  const participants = [
    aRecord('participant', { id: 'ar', stage: 'confirmed', languages: ['Arabic'] }),
    aRecord('participant', { id: 'both', stage: 'confirmed', languages: ['arabic', 'English'] }),
    aRecord('participant', { id: 'en', stage: 'confirmed', languages: ['English'] }),
    aRecord('participant', { id: 'fr', stage: 'confirmed', languages: ['French'] }),
    aRecord('participant', { id: 'unsaid', stage: 'confirmed' }),
  ];
  const room = { languages: ['Arabic', 'English'], interpreter: 'Ines', duration: 20 };
  const said = (languagePairs: readonly string[], more: Partial<AgendaBlock> = {}) =>
    checksOf({
      blocks: blocksInOrder({ ...room, languagePairs: [...languagePairs], ...more }),
      participants,
    }).map((check) => (check.kind === 'not-understood' ? [check.people, check.missed] : check));
  const all = ['ARABIC>english', 'english>arabic', 'Arabic>French', 'English>French'];
  expect(said([])).toEqual([]);
  expect(said(all)).toEqual([]);
  expect(said(all.slice(0, 2))).toEqual([[['fr'], ['ARABIC', 'english']]]);
  expect(said([...all.slice(0, 1), ...all.slice(2)])).toEqual([[['ar'], ['English']]]);
  // What is interpreted from a language is spoken in the room, whatever else is said of it.
  expect(said(['Arabic>French', 'English>Arabic'], { languages: ['English'] })).toEqual([
    [
      ['en', 'fr'],
      ['Arabic', 'English'],
    ],
  ]);
  // What names no two languages is no pair.
  expect(said(['Arabic', 'Arabic>arabic', '>', 'a>b>c'])).toEqual([]);
});

test('who cannot come on a day is named with what they would miss; of whom it is not known, nothing is said', () => {
  const away = { availability: { '2026-03-10': 'no' as const } };
  const participants = [
    ...someParticipants(2, 'p', away),
    ...someParticipants(1, 'listed', { ...away, stage: 'longlisted' }),
    ...someParticipants(1, 'free', { availability: { '2026-03-10': 'yes', '2026-03-11': 'no' } }),
    ...someParticipants(1, 'unsaid'),
  ];
  const blocks = blocksInOrder(
    { duration: 30 },
    { duration: 10, form: 'break' },
    { duration: 30, everyone: false, participants: ['p1', 'unsaid0'] },
  );
  expect(checksOf({ blocks, participants })).toEqual([
    { kind: 'cannot-come', date: '2026-03-10', blocks: ['0'], people: ['p0'] },
    { kind: 'cannot-come', date: '2026-03-10', blocks: ['0', '2'], people: ['p1'] },
  ]);
});

test('a break, a meal or ten free minutes end a stretch; a change of room does not', () => {
  const participants = someParticipants(1, 'p');
  const long = { duration: mostWithoutBreak - 30 };
  const without = blocksInOrder(long, { duration: 31 });
  expect(checksOf({ blocks: without, participants })).toEqual([
    { kind: 'no-break', blocks: ['0', '1'], minutes: mostWithoutBreak + 1, people: ['p0'] },
  ]);
  for (const form of ['break', 'social'] as const) {
    const blocks = blocksInOrder(long, { duration: 10, form }, { duration: 31 });
    expect(checksOf({ blocks, participants })).toEqual([]);
  }
  const apart = blocksInOrder(long, { duration: 31, fixedStart: '10:40' });
  expect(checksOf({ blocks: apart, participants })).toEqual([]);
  const short = blocksInOrder(long, { duration: 31, fixedStart: '10:39' });
  expect(kinds(checksOf({ blocks: short, participants }))).toEqual(['no-break']);
});

const anyBlock = fc.record({
  track: fc.nat(3),
  duration: fc.integer({ min: 0, max: 150 }),
  form: fc.constantFrom('plenary', 'caucus', 'break'),
  everyone: fc.boolean(),
  delegations: fc.uniqueArray(fc.constantFrom('north', 'south')),
  participants: fc.uniqueArray(fc.nat(7).map((at) => `p${at}`)),
  lead: fc.constantFrom('', 'Amal', 'amal', 'Bo'),
  interpreter: fc.constantFrom('', 'Ines'),
  room: fc.constantFrom(null, 'r0', 'r1'),
  languages: fc.uniqueArray(fc.constantFrom('Arabic', 'english')),
  languagePairs: fc.uniqueArray(fc.constantFrom('arabic>English', 'English>French', 'french>')),
} as const);
const anyPerson = fc.record({
  stage: fc.constantFrom('longlisted', 'invited', 'confirmed', 'declined'),
  delegation: fc.constantFrom(null, 'north', 'south'),
  languages: fc.uniqueArray(fc.constantFrom('arabic', 'English', 'French')),
  availability: fc.constantFrom({}, { '2026-03-10': 'no' }, { '2026-03-10': 'yes' }),
} as const);
const anyPlan = fc
  .record({
    blocks: fc.array(anyBlock, { maxLength: 8 }),
    participants: fc.array(anyPerson, { maxLength: 8 }),
    seats: fc.tuple(fc.option(fc.nat(6)), fc.option(fc.nat(6))),
  })
  .map(({ blocks, participants, seats }) => ({
    blocks: blocksInOrder(...blocks),
    participants: participants.map((one, at) => aRecord('participant', { id: `p${at}`, ...one })),
    rooms: seats.map((known, at) =>
      aRecord('room', { id: `r${at}`, name: `Room ${at}`, seats: known }),
    ),
  }));

test('whoever a language in the room does not reach is named, and nobody else', () => {
  fc.assert(
    fc.property(anyPlan, ({ blocks, participants }) => {
      const low = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());
      const expected = blocks.flatMap((block) => {
        const pairs = low(block.languagePairs).filter((pair) => /^\w+>\w+$/.test(pair));
        const spoken = new Set([
          ...low(block.languages),
          ...pairs.map((pair) => pair.split('>')[0] ?? ''),
        ]);
        const counts = block.form !== 'break' && block.duration > 0 && spoken.size > 0;
        if (!counts || (pairs.length === 0 && block.interpreter !== '')) return [];
        return participantsInBlock(block, participants)
          .filter(({ stage }) => ['invited', 'confirmed', 'attended'].includes(stage))
          .filter(({ languages }) => {
            const own = low(languages);
            const reached = [...spoken].filter(
              (language) =>
                own.includes(language) || own.some((mine) => pairs.includes(`${language}>${mine}`)),
            );
            if (own.length === 0) return false;
            return pairs.length > 0 ? reached.length < spoken.size : reached.length === 0;
          })
          .map(({ id }) => `${block.id} ${id}`);
      });
      const said = checksOf({ blocks, participants }).flatMap((check) =>
        check.kind === 'not-understood' ? check.people.map((id) => `${check.block} ${id}`) : [],
      );
      expect(said.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 300 },
  );
});

test('the order of entry changes no check', () => {
  fc.assert(
    fc.property(anyPlan, fc.infiniteStream(fc.double({ noNaN: true })), (plan, chance) => {
      const shuffled = <T>(list: readonly T[]) =>
        list
          .map((value) => ({ value, at: Number(chance.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
      const other = {
        blocks: shuffled(plan.blocks),
        participants: shuffled(plan.participants),
        rooms: shuffled(plan.rooms),
      };
      expect(checksOf(other)).toEqual(checksOf(plan));
    }),
    { numRuns: 300 },
  );
});

test('whoever is in two blocks at any minute is said to be, and nobody else', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const times = agendaTimes([day], plan.blocks, zones).flatMap(({ blocks }) => blocks);
      const coming = plan.participants.filter(({ stage }) =>
        ['invited', 'confirmed', 'attended'].includes(stage),
      );
      const expected = new Set<string>();
      for (const one of times) {
        for (const other of times) {
          if (one.block >= other.block) continue;
          const minutes = Array.from({ length: 24 * 60 * 2 }, (_, minute) => minute);
          const meet = minutes.some(
            (at) => at >= one.start && at < one.end && at >= other.start && at < other.end,
          );
          if (!meet) continue;
          const [a, b] = [one, other].map(({ block }) => {
            const record = plan.blocks.find(({ id }) => id === block);
            return record ? participantsInBlock(record, coming).map(({ id }) => id) : [];
          });
          for (const id of a ?? []) {
            if (b?.includes(id)) expected.add(`${one.block} ${other.block} ${id}`);
          }
        }
      }
      const said = checksOf(plan).flatMap((check) =>
        check.kind === 'people-twice'
          ? check.people.map((id) => `${[...check.blocks].sort().join(' ')} ${id}`)
          : [],
      );
      expect(new Set(said)).toEqual(expected);
      expect(said.length).toBe(expected.size);
    }),
    { numRuns: 100 },
  );
});

test('whoever said that they cannot come is named for every session they belong in, and nobody else', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const expected = plan.blocks.flatMap((block) =>
        block.form === 'break' || block.duration === 0
          ? []
          : participantsInBlock(block, plan.participants)
              .filter(({ stage }) => ['invited', 'confirmed', 'attended'].includes(stage))
              .filter(({ availability }) => availability['2026-03-10'] === 'no')
              .map(({ id }) => `${block.id} ${id}`),
      );
      const said = checksOf(plan).flatMap((check) =>
        check.kind === 'cannot-come'
          ? check.blocks.flatMap((block) => check.people.map((id) => `${block} ${id}`))
          : [],
      );
      expect(said.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 300 },
  );
});
