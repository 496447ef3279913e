import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { addDays, create, toString } from 'temporal-polyfill/fns/PlainDate';
import { toPlainDate } from 'temporal-polyfill/fns/ZonedDateTime';
import { partsOf } from './agenda-clock.ts';

/**
 * The date so many days after another one; the proposal for a day that is added to an agenda.
 * @param date an `IsoDate`
 */
export function dateAfter(date: string, days: number): string {
  const { year, month, day } = partsOf(date);
  return toString(addDays(create(year, month, day), days));
}

/**
 * The date that the calendars of a zone show at an instant.
 * @param instant epoch ms
 */
export function dateAt(instant: number, timeZone: string): string {
  return toString(toPlainDate(toZonedDateTimeISO(fromEpochMilliseconds(instant), timeZone)));
}
