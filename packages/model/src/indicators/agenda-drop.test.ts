import { describe, expect, test } from 'vitest';
import type { AgendaBlock } from '../records/index.ts';
import { blockAfterDrop, durationAfterResize } from './agenda-drop.ts';
import { agendaTimes } from './agenda-times.ts';
import { aRecord } from './records-for-tests.ts';

const block = (id: string, order: string, values: Partial<AgendaBlock> = {}) =>
  aRecord('agendaBlock', { id, day: 'day', title: id, order, ...values });

// 09:00 arrival, 10:00 two groups until 11:00 and 12:00, 12:00 lunch
const blocks = [
  block('arrival', 'a0'),
  block('group-1', 'a1', { track: 1 }),
  block('group-2', 'a2', { track: 2, duration: 120 }),
  block('lunch', 'a3', { form: 'break' }),
];
const [day] = agendaTimes([aRecord('agendaDay', { id: 'day', date: '2026-11-24' })], blocks, {
  timeZone: 'UTC',
  secondTimeZone: null,
});
if (!day) throw new Error('The day has no times');

const flowing = { id: 'dragged', fixedStart: null };

describe('a dropped block', () => {
  test.each([
    [0, 540, 'arrival'],
    [0, 571, 'group-1'],
    [0, 640, 'group-2'],
    [0, 700, 'lunch'],
    [0, 900, null],
    [1, 571, 'group-1'],
    [1, 640, 'lunch'],
    [2, 640, 'group-2'],
    [3, 640, 'lunch'],
  ])('on track %i at minute %i comes in front of %s', (track, minute, successor) => {
    const place = blockAfterDrop(flowing, { day, track, minute });
    expect(place).toEqual({ patch: { day: 'day', track, fixedStart: null }, successor });
  });

  test('is not put in front of itself', () => {
    const place = blockAfterDrop(
      { id: 'arrival', fixedStart: null },
      { day, track: 0, minute: 545 },
    );
    expect(place.successor).toBe('group-1');
  });

  test('with a fixed start is fixed to where it was dropped', () => {
    const fixed = { id: 'dragged', fixedStart: '14:00' };
    const at = (minute: number) =>
      blockAfterDrop(fixed, { day, track: 0, minute }).patch.fixedStart;
    expect([at(617), at(618), at(1470)]).toEqual(['10:15', '10:20', '00:30']);
  });
});

test.each([
  [600, 60],
  [602, 60],
  [603, 65],
  [400, 5],
  [9000, 1440],
])('an edge dragged to minute %i makes %i minutes', (edge, duration) => {
  expect(durationAfterResize({ start: 540 }, edge)).toBe(duration);
});
