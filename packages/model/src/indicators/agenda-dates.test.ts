import { expect, test } from 'vitest';
import { dateAfter, dateAt } from './agenda-dates.ts';

test('the day after is the next on the calendar', () => {
  expect(dateAfter('2026-11-30', 1)).toBe('2026-12-01');
  expect(dateAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(dateAfter('2026-03-28', 7)).toBe('2026-04-04');
  expect(dateAfter('2026-01-01', -1)).toBe('2025-12-31');
});

test('one instant has two dates', () => {
  const instant = Date.UTC(2026, 10, 24, 22, 30);
  expect(dateAt(instant, 'Europe/Zurich')).toBe('2026-11-24');
  expect(dateAt(instant, 'Asia/Baghdad')).toBe('2026-11-25');
});
