import { expect, test } from 'vitest';
import { aDay, someBlocks, timesOf } from './agenda-for-tests.ts';
import { timeChecks } from './time-checks.ts';

const checks = (blocks: ReturnType<typeof someBlocks>, days = [aDay()]) =>
  timeChecks(timesOf(blocks, days), blocks);

test('a plan that holds has nothing to check', () => {
  expect(checks(someBlocks({ id: 'a' }, { id: 'b' }), [aDay({ end: '11:00' })])).toEqual([]);
});

test('an agreed end and a fixed start that cannot be kept', () => {
  const blocks = someBlocks({ id: 'a', duration: 100 }, { id: 'b', fixedStart: '10:20' });
  expect(checks(blocks, [aDay({ end: '11:30' })])).toEqual([
    { kind: 'overrun', day: 'day', minutes: 10 },
    { kind: 'late', block: 'b', minutes: 20 },
  ]);
});

test('one room for two blocks at one time, also from one day into another', () => {
  const blocks = someBlocks(
    { id: 'a', track: 1, room: 'hall' },
    { id: 'b', track: 2, room: 'hall', duration: 30 },
    { id: 'c', track: 2, room: 'hall', duration: 30 },
    { id: 'd', track: 3, room: 'annex' },
    { id: 'e', room: 'hall' },
    { id: 'f', day: 'other', room: 'annex' },
  );
  const found = checks(blocks, [aDay(), aDay({ id: 'other', order: 'a1', start: '09:30' })]);
  expect(found).toEqual([
    { kind: 'room-twice', room: 'hall', blocks: ['a', 'b'] },
    { kind: 'room-twice', room: 'hall', blocks: ['a', 'c'] },
    { kind: 'room-twice', room: 'annex', blocks: ['d', 'f'] },
  ]);
});

test('a night that nobody agreed on', () => {
  const blocks = someBlocks({ id: 'a', duration: 90 });
  const late = { kind: 'past-midnight', day: 'day', block: 'a' };
  expect(checks(blocks, [aDay({ start: '23:00' })])).toEqual([late]);
  expect(checks(blocks, [aDay({ start: '22:30' })])).toEqual([]);
  expect(checks(blocks, [aDay({ start: '23:00', end: '01:00' })])).toEqual([]);
});
