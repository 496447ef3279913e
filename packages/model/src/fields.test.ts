import * as v from 'valibot';
import { expect, test } from 'vitest';
import { IsoDate, line, requiredLine, TimeZone } from './fields.ts';

test('a date is one that the calendar has', () => {
  const dates = ['2026-02-28', '2028-02-29', '2026-02-29', '2026-02-31', '2026-13-01', '26-01-01'];
  expect(dates.filter((date) => v.is(IsoDate, date))).toEqual(['2026-02-28', '2028-02-29']);
});

test('a time zone is one that this runtime knows', () => {
  const zones = ['Asia/Aden', 'UTC', 'Mars/Olympus', '', 'x'.repeat(65)];
  expect(zones.filter((zone) => v.is(TimeZone, zone))).toEqual(['Asia/Aden', 'UTC']);
});

test('a line is one line, in any script', () => {
  const texts = ['one line', 'two\nlines', 'tab\t', 'عربي', '', 'x'.repeat(301)];
  expect(texts.filter((text) => v.is(line(), text))).toEqual(['one line', 'عربي', '']);
  expect([' ', 'a'].filter((text) => v.is(requiredLine(), text))).toEqual(['a']);
});
