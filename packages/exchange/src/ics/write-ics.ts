import ical, { ICalCalendarMethod } from 'ical-generator';

/** What a calendar shows as one event. */
export interface CalendarEntry {
  /** The same in every file about it: by this a calendar knows what it has already. */
  readonly uid: string;
  /** Epoch ms. */
  readonly startsAt: number;
  /** Epoch ms, not before it starts. */
  readonly endsAt: number;
  readonly title: string;
  readonly text: string;
  readonly place: string;
}

/**
 * Writes a calendar (RFC 5545) that others take in. Times are in UTC, so that every calendar shows them on
 * its own clock whatever rules of summer time it knows. A file that is written later has a higher `SEQUENCE`:
 * taken in again it changes the events that are there (RFC 5546, 2.1.5). It names no organiser and no
 * guest, and says neither who wrote it nor with whom.
 * @param name what the calendar is called
 * @param at when it is written, epoch ms
 */
export function writeIcs(name: string, entries: readonly CalendarEntry[], at: number): string {
  const calendar = ical({
    name: plain(name),
    prodId: { company: 'Parley', product: 'Agenda' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const stamp = new Date(at);
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: Math.floor(at / 60_000),
      stamp,
      lastModified: stamp,
      start: new Date(entry.startsAt),
      end: new Date(entry.endsAt),
      summary: plain(entry.title),
      description: plain(entry.text),
      location: plain(entry.place),
    });
  }
  return calendar.toString();
}

/** Text without control characters, which no calendar takes; line breaks are escaped in what is written. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .trim();
