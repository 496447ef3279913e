import type { AgendaDay, BlockTimes, DayTimes } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { language } from '#lib/words/language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language(), options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language(), options);
  formats.set(key, known);
  return known;
}

/** `14:15`: what the clocks of a zone show at an instant (epoch ms). */
export const timeOf = (instant: number, timeZone: string) =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(instant);

/** `14:15–15:45`, on the day's own clocks; a later date is said: `23:30–00:30 (+1)`. */
export function spanOf({ startsAt, endsAt, clock }: BlockTimes, timeZone: string): string {
  const start = withShift(timeOf(startsAt, timeZone), clock.start.dayShift);
  return `${start}–${withShift(timeOf(endsAt, timeZone), clock.end.dayShift)}`;
}

/** The same in the process's second zone; null when it has none. */
export function secondSpanOf(times: BlockTimes, timeZone: string | null): string | null {
  if (timeZone === null || times.secondClock === null) return null;
  return spanOf({ ...times, clock: times.secondClock }, timeZone);
}

function withShift(time: string, dayShift: number): string {
  if (dayShift === 0) return time;
  return `${time} (${dayShift > 0 ? '+' : '−'}${Math.abs(dayShift)})`;
}

/** `Tue 24 Nov`, of an `IsoDate`. */
export const dateInWords = (date: string) =>
  format({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '');

/** `Tuesday 24 November 2026`, of an `IsoDate`. */
export const dateInFull = (date: string) =>
  format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '');

/** `Zurich`, of `Europe/Zurich`. */
export const placeOfZone = (timeZone: string) =>
  timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** `GMT+1`: how far a zone's clocks are from the world's at an instant. */
export const offsetInWords = (timeZone: string, instant: number) =>
  format({ timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** `Day 1`: the place of a day among all of them. */
export const dayInWords = (days: readonly Pick<AgendaDay, 'id'>[], id: string) =>
  m.agenda_day_number({ number: days.findIndex((day) => day.id === id) + 1 });

/** `15:30`, the end that must hold; null when none is agreed. */
export const agreedEndOf = (day: DayTimes) =>
  day.agreedEnd === null
    ? null
    : timeOf(day.startsAt + (day.agreedEnd - day.start) * 60_000, day.timeZone);

/** Joins facts with dots; each keeps its own direction. */
export const joined = (facts: readonly (string | null | undefined)[]) =>
  facts
    .filter(Boolean)
    .map((fact) => `\u2068${fact}\u2069`)
    .join('\u00a0· ');

/** Languages of a block, short: `AR · EN`; names that are no codes stay as they are. */
export const languagesInWords = (languages: readonly string[]) =>
  languages
    .map((name) => (/^[a-z]{2,3}$/.test(name) ? name.toUpperCase() : name))
    .join('\u00a0·\u00a0');
