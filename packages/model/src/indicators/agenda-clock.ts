import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { create as createDate, diffDays } from 'temporal-polyfill/fns/PlainDate';
import { addDays, create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { toPlainDate } from 'temporal-polyfill/fns/ZonedDateTime';

/*
 * The only place, with `agenda-dates.ts`, where calendars and time zones are reckoned. The single functions of the polyfill
 * are used, not its `Temporal` object: 7 KB of the client instead of 19 (gzip).
 */

export const minutesPerDay = 24 * 60;
const msPerMinute = 60_000;

/** What the clocks of a zone show at some instant. */
export interface ClockReading {
  /** `HH:MM`, as in `ClockTime`. */
  readonly time: string;
  /** Days after the date of the agenda's day; in another zone it can be −1. */
  readonly dayShift: number;
}

/** Minutes since midnight of a `ClockTime`. */
export function minutesOfClock(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/**
 * The instant at which the clocks of a zone show a time. On the night of a change of summer time, a
 * time that the clocks skip is read as the same stretch after the change (02:30 → 03:30), one that
 * they show twice as the first of the two: what calendars do (RFC 5545, Temporal's `compatible`).
 * @param date an `IsoDate`
 * @param minutes clock minutes since that date's midnight; from 1440 on they are of later days
 * @returns epoch ms
 */
export function instantAt(date: string, minutes: number, timeZone: string): number {
  const { year, month, day } = partsOf(date);
  const ofDay = minutes % minutesPerDay;
  const clock = create(year, month, day, Math.floor(ofDay / 60), ofDay % 60);
  const later = addDays(clock, Math.floor(minutes / minutesPerDay));
  return toZonedDateTime(later, timeZone).epochMilliseconds;
}

/**
 * What the clocks of a zone show at an instant.
 * @param instant epoch ms
 * @param date the `IsoDate` that day shifts are counted from
 */
export function clockAt(instant: number, timeZone: string, date: string): ClockReading {
  const local = toZonedDateTimeISO(fromEpochMilliseconds(instant), timeZone);
  const { year, month, day } = partsOf(date);
  return {
    time: `${twoDigits(local.hour)}:${twoDigits(local.minute)}`,
    dayShift: diffDays(createDate(year, month, day), toPlainDate(local)),
  };
}

/** Minutes between two instants, whole ones: before 1900 zones had offsets with seconds. */
export function minutesBetween(from: number, to: number): number {
  return Math.round((to - from) / msPerMinute);
}

export function addMinutes(instant: number, minutes: number): number {
  return instant + minutes * msPerMinute;
}

/** Year, month and day of an `IsoDate`. */
export function partsOf(date: string) {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 0, month: month ?? 1, day: day ?? 1 };
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
