import * as v from 'valibot';
import { isOrderKey } from './order-key.ts';

/*
 * The building blocks of record schemas. Every text is bounded: a board is written by many hands, and
 * a hostile one must not be able to make it too large to open.
 */

/** Id of a record: made by `newId`, never meaningful. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** One line of text: no control characters, at most `most` characters. */
export const line = (most = 300) =>
  v.pipe(v.string(), v.maxLength(most), v.regex(/^[^\p{Cc}]*$/u, 'must be one line of text'));

/** One line that must hold something other than spaces. */
export const requiredLine = (most = 300) => v.pipe(line(most), v.regex(/\S/, 'must not be empty'));

/** A long text, kept as `Y.Text`. */
export const LongText = v.pipe(v.string(), v.maxLength(20_000));

/** A set of short strings; sorted, each once. */
export const StringSet = v.pipe(v.array(line(120)), v.maxLength(1_000));

/** Columns of one record that a file had and Parley has no field for. */
const mostOwnFields = 60;

/** What a file said in columns of its own: heading → cell, as it was written there. */
export const OwnFields = v.pipe(
  v.record(requiredLine(80), v.pipe(v.string(), v.maxLength(4_000))),
  v.check((fields) => Object.keys(fields).length <= mostOwnFields, 'are too many'),
);

/** A date that the calendar has, `YYYY-MM-DD`: nothing that reckons with it must stumble over 31 February. */
export const IsoDate = v.pipe(
  v.string(),
  v.isoDate(),
  v.check(isOnCalendar, 'is not on the calendar'),
);

/** A time of day on a day's own clock, `HH:MM` from 00:00 to 23:59. */
export const ClockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** An IANA time zone that this runtime knows. */
export const TimeZone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check(isTimeZone, 'is not a time zone'),
);

/** A fractional index; see `order-key.ts`. */
export const OrderKey = v.pipe(
  v.string(),
  v.maxLength(400),
  v.check(isOrderKey, 'is not an order key'),
);

/** A share, 0–1. */
export const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A whole number of people, minutes or seats. */
export const Count = (most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

function isOnCalendar(date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

const knownZones = new Map<string, boolean>();

function isTimeZone(zone: string): boolean {
  let known = knownZones.get(zone);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      known = true;
    } catch {
      known = false;
    }
    knownZones.set(zone, known);
  }
  return known;
}
