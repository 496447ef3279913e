import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { aDay, someBlocks, timesOf } from '../plan/agenda-for-tests.ts';
import { daysOf, editions, type AgendaSource } from './agenda-edition.ts';
import { entriesOf, runOfShow, tableOf } from './agenda-files.ts';

const secrets = {
  purpose: 'The League hears it first',
  method: 'Nobody is asked twice',
  materials: 'Draft 0',
  interpreter: 'Interpreter I-01',
  noteTaker: 'Notes by Tomás',
};
/** In a column that is the team's, and in one that everybody has. */
const ownTexts = { budget: 'Paid from line 4', bring: 'Bring your gauge readings' };
const blocks = someBlocks(
  { id: 'team', title: 'Team breakfast', form: 'preparation', duration: 30 },
  {
    ...{ id: 'lake', title: 'How each side sees the lake', lead: 'Nadia', ...secrets },
    ...{ question: 'Who had water then?', room: 'hall', languages: ['ar', 'en'] },
    ...{ everyone: false, participants: ['u-01'], languagePairs: ['ar>en'], buffer: 10 },
    ownColumns: ownTexts,
  },
  { id: 'tea', title: 'Tea', form: 'social', day: 'day-2' },
);
const days = [
  aDay({ title: 'Seeing', date: '2026-10-24' }),
  // The clocks of Zurich go back an hour in the night before.
  aDay({ id: 'day-2', date: '2026-10-25' }),
];
const source: AgendaSource = {
  days,
  times: timesOf(blocks, days),
  blockOf: (id) => blocks.find((block) => block.id === id),
  roomOf: ({ room }) => (room === 'hall' ? 'Plenary hall' : ''),
  ownColumns: [
    { id: 'bring', label: 'Please bring', shared: true },
    { id: 'budget', label: 'Budget line', shared: false },
  ],
  whoIn: ({ everyone }) => (everyone ? 'Everybody' : 'Delegate U-01'),
};

describe('an edition of the agenda', () => {
  test('for participants holds none of what the team has for itself, in any form', () => {
    const written = JSON.stringify([
      tableOf('participants', source),
      entriesOf('participants', source, 'p'),
      runOfShow('participants', source, 'Lake Meridia'),
    ]);
    for (const secret of [
      ...[...Object.values(secrets), 'Delegate U-01', 'Team breakfast'],
      ...[ownTexts.budget, 'Budget line', 'ar>en'],
    ]) {
      expect(written).not.toContain(secret);
    }
    for (const known of [
      ownTexts.bring,
      'How each side sees the lake',
      'Who had water then?',
      'Plenary hall',
    ]) {
      expect(written).toContain(known);
    }
  });

  test('for facilitators holds all of it', () => {
    for (const written of [
      tableOf('facilitators', source),
      entriesOf('facilitators', source, 'p'),
      runOfShow('facilitators', source, 'Lake Meridia'),
    ]) {
      for (const known of [
        ...[...Object.values(secrets), 'Delegate U-01', 'Team breakfast', 'Nadia'],
        ...[...Object.values(ownTexts), 'ar>en'],
      ]) {
        expect(JSON.stringify(written)).toContain(known);
      }
    }
  });

  test('names its days by number and title', () => {
    expect(daysOf('participants', source).map(({ title }) => title)).toEqual([
      'Day 1: Seeing',
      'Day 2',
    ]);
  });

  test('says when a block is by the clocks of its day, across the end of summer time', () => {
    const [header, rows] = tableOf('facilitators', source);
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(column('Date')).toEqual(['2026-10-24', '2026-10-24', '2026-10-25']);
    expect(column('Start')).toEqual(['09:00', '09:30', '09:00']);
    expect(entriesOf('facilitators', source, 'p').map(({ startsAt }) => startsAt)).toEqual([
      Date.UTC(2026, 9, 24, 7),
      Date.UTC(2026, 9, 24, 7, 30),
      Date.UTC(2026, 9, 25, 8),
    ]);
  });

  test('is read by a calendar at the same times, with ids that another file has too', async () => {
    const { writeIcs } = await import('@parley/exchange/ics');
    for (const edition of editions) {
      const entries = entriesOf(edition, source, 'lake-meridia');
      const written = ICAL.Component.fromString(writeIcs('Lake', entries, Date.now()));
      const events = written
        .getAllSubcomponents('vevent')
        .map((component) => new ICAL.Event(component));
      expect(events.map(({ uid }) => uid)).toEqual(entries.map(({ uid }) => uid));
      expect(events.map(({ startDate }) => startDate.toJSDate().getTime())).toEqual(
        entries.map(({ startsAt }) => startsAt),
      );
    }
    const uids = (edition: (typeof editions)[number]) =>
      entriesOf(edition, source, 'lake-meridia').map(({ uid }) => uid);
    expect(uids('facilitators')).toEqual(expect.arrayContaining(uids('participants')));
  });
});
