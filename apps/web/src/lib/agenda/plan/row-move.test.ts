import { expect, test } from 'vitest';
import { aDay, afterMove, someBlocks, timesOf } from './agenda-for-tests.ts';
import { moveToRow } from './row-move.ts';

const days = [aDay(), aDay({ id: 'second', order: 'a1' })];
const blocks = someBlocks(
  { id: 'opening' },
  { id: 'water', track: 1 },
  { id: 'fishing', track: 2 },
  { id: 'lunch' },
);
const agenda = { blocks, days: timesOf(blocks, days) };

function moved(id: string, day: string, before: string | null) {
  const block = blocks.find((other) => other.id === id);
  if (!block) throw new Error(`No block ${id}`);
  return afterMove(blocks, moveToRow(agenda, block, { day, before }), days);
}

test('between blocks of everybody it is everybody’s', () => {
  expect(moved('lunch', 'day', 'opening').slice(0, 2)).toEqual([
    'day 09:00 lunch',
    'day 10:00 opening',
  ]);
  expect(moved('lunch', 'day', 'water').slice(1, 3)).toEqual([
    'day 10:00 lunch',
    'day 11:00 [1] water',
  ]);
});

test('between blocks that run side by side it runs beside them', () => {
  expect(moved('lunch', 'day', 'fishing').slice(1)).toEqual([
    'day 10:00 [1] water',
    'day 11:00 [1] lunch',
    'day 10:00 [2] fishing',
  ]);
});

test('a row on another day takes it there', () => {
  expect(moved('fishing', 'second', null)).toEqual([
    'day 09:00 opening',
    'day 10:00 water',
    'day 11:00 lunch',
    'second 09:00 fishing',
  ]);
});

test('in front of itself it stays', () => {
  expect(moved('opening', 'day', 'opening')).toEqual(afterMove(blocks, null, days));
});
