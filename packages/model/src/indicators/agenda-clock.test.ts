import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockAt, instantAt, minutesOfClock } from './agenda-clock.ts';

/** What the platform’s own clock shows, `YYYY-MM-DD HH:MM`. */
const platformClock = (instant: number, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), '+05:30');
/** From the year on since when no zone has left out a whole day, as Samoa did. */
const date = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => new Date(Date.UTC(2012, 0, 1 + days)).toISOString().slice(0, 10));

test('an instant shows on the platform’s clock what it was made from, in every zone', () => {
  fc.assert(
    fc.property(zone, date, (timeZone, day) => {
      const noon = instantAt(day, 12 * 60, timeZone);
      expect(platformClock(noon, timeZone)).toBe(`${day} 12:00`);
      expect(clockAt(noon, timeZone, day)).toEqual({ time: '12:00', dayShift: 0 });
    }),
    { numRuns: 500 },
  );
});

test('minutes from 1440 on are of the days after, across the end of a month and a year', () => {
  const instant = instantAt('2026-12-31', 1440 + 90, 'UTC');
  expect(instant).toBe(Date.UTC(2027, 0, 1, 1, 30));
  expect(clockAt(instant, 'UTC', '2026-12-31')).toEqual({ time: '01:30', dayShift: 1 });
});

test('a clock time is minutes since midnight', () => {
  expect(['00:00', '09:05', '23:59'].map(minutesOfClock)).toEqual([0, 545, 1439]);
});
