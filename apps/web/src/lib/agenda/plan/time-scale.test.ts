import { expect, test } from 'vitest';
import { aDay, someBlocks, timesOf } from './agenda-for-tests.ts';
import { hoursOf, instantOn, minuteAt, offsetOf, timeScale } from './time-scale.ts';

test('the scale holds every day whole, in full hours, with room to drop a block below', () => {
  const days = timesOf(someBlocks({ id: 'a' }, { id: 'b', day: 'late', duration: 95 }), [
    aDay({ start: '09:30' }),
    aDay({ id: 'late', order: 'a1', end: '15:30', start: '12:00' }),
  ]);
  const scale = timeScale(days);
  expect([scale.from, scale.to]).toEqual([540, 960]);
  expect(hoursOf(scale)).toHaveLength(8);
  expect(minuteAt(scale, offsetOf(scale, 615))).toBeCloseTo(615);
});

test('the shortest block holds a line of text, within reason', () => {
  const pitchWith = (duration: number) =>
    timeScale(timesOf(someBlocks({ id: 'a', duration }))).pitch;
  expect(pitchWith(60) * 60).toBe(72);
  expect(pitchWith(15) * 15).toBeGreaterThanOrEqual(17);
  expect(pitchWith(10) * 10).toBeGreaterThanOrEqual(17);
  expect(pitchWith(0)).toBe(pitchWith(60));
  expect(pitchWith(1)).toBeLessThan(3);
});

test('a minute of the scale is an instant', () => {
  const [day] = timesOf(someBlocks({ id: 'a' }));
  if (!day) throw new Error('The day has no times');
  expect(new Date(instantOn(day, 600)).toISOString()).toBe('2026-11-24T09:00:00.000Z');
});
