import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { writeIcs, type CalendarEntry } from './write-ics.ts';

const at = Date.UTC(2026, 10, 20, 8, 30);
const entry: CalendarEntry = {
  uid: 'd1-arrival@lake-meridia',
  startsAt: Date.UTC(2026, 10, 24, 8),
  endsAt: Date.UTC(2026, 10, 24, 8, 30),
  title: 'Arrival; and, ground rules',
  text: 'Each delegation reads one rule aloud.\nNo photographs.',
  place: 'Plenary hall',
};

/** The events of a file, as a strict reader has them; it throws at what RFC 5545 does not allow. */
function read(text: string) {
  const calendar = ICAL.Component.fromString(text);
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  };
}

/** Empty where a file has no such line. */
const wordsOf = ({ component }: ICAL.Event, property: string) =>
  String(component.getFirstPropertyValue(property) ?? '');

function entryOf(event: ICAL.Event): CalendarEntry {
  return {
    uid: event.uid,
    startsAt: event.startDate.toJSDate().getTime(),
    endsAt: event.endDate.toJSDate().getTime(),
    title: event.summary,
    text: wordsOf(event, 'description'),
    place: wordsOf(event, 'location'),
  };
}

describe('a calendar file', () => {
  test('says when it was written, by what, and what is in it', () => {
    const { calendar, events } = read(writeIcs('Lake Meridia', [entry], at));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('prodid')).toContain('Parley');
    expect(events.map(entryOf)).toEqual([entry]);
    const component = events[0]?.component;
    expect(String(component?.getFirstPropertyValue('dtstamp'))).toBe('2026-11-20T08:30:00Z');
    for (const property of ['organizer', 'attendee', 'url']) {
      expect(component?.hasProperty(property), property).toBe(false);
    }
  });

  test('written later it changes the same events: their ids stay, their number rises', () => {
    const moved = { ...entry, startsAt: entry.startsAt + 900_000, endsAt: entry.endsAt + 900_000 };
    const [before] = read(writeIcs('Lake Meridia', [entry], at)).events;
    const [after] = read(writeIcs('Lake Meridia', [moved], at + 60_000)).events;
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBe((before?.sequence ?? NaN) + 1);
    expect(after?.sequence).toBeLessThan(2 ** 31);
  });

  test('keeps to lines of 75 bytes that end as the format asks, in any script', () => {
    const text = 'الجلسة الأولى: كيف يرى كل طرف البحيرة؟ '.repeat(12);
    const written = writeIcs('بحيرة', [{ ...entry, title: text, text }], at);
    for (const line of written.split('\r\n')) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }
    expect(read(written).events[0]?.summary).toBe(text.trim());
  });

  test('whatever people write is text in it, and comes back as they wrote it', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 120 });
    const entries = fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 500_000 }),
        length: fc.integer({ min: 0, max: 600 }),
        title: fc.oneof(words, fc.constant('END:VEVENT\r\nBEGIN:VALARM')),
        text: words,
        place: words,
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(entries, (some) => {
        const given = some.map(({ minutes, length, ...said }, index) => ({
          ...said,
          uid: `b${index}@p`,
          startsAt: at + minutes * 60_000,
          endsAt: at + (minutes + length) * 60_000,
        }));
        const { calendar, events } = read(writeIcs('x', given, at));
        expect(calendar.getAllSubcomponents()).toHaveLength(given.length);
        expect(events.map(({ component }) => component.getAllSubcomponents())).toEqual(
          given.map(() => []),
        );
        events.map(entryOf).forEach((event, index) => {
          const wanted = given[index];
          expect(event).toMatchObject({
            uid: wanted?.uid,
            startsAt: wanted?.startsAt,
            endsAt: wanted?.endsAt,
          });
          for (const field of ['title', 'text', 'place'] as const) {
            expect(lettersOf(event[field])).toBe(lettersOf(wanted?.[field] ?? ''));
          }
        });
      }),
    );
  });
});

/** Without spaces and what is no letter on any screen. */
const lettersOf = (text: string) => text.replace(/[\s\p{Cc}]+/gu, '');
