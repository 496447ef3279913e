import { expect, test } from 'vitest';
import { someBlocks, timesOf } from './agenda-for-tests.ts';
import { columnsOf, unitsOf } from './day-units.ts';

const [day] = timesOf(
  someBlocks(
    { id: 'opening' },
    { id: 'water', track: 2, duration: 30 },
    { id: 'fishing', track: 5 },
    { id: 'after water', track: 2, duration: 15 },
    { id: 'lunch' },
  ),
);
const blocks = day?.blocks ?? [];

test('blocks between two of everybody’s are one unit', () => {
  expect(unitsOf(blocks).map((unit) => [unit.start, unit.end, unit.tracks])).toEqual([
    [540, 600, [0]],
    [600, 660, [2, 5]],
    [660, 720, [0]],
  ]);
});

test('tracks that nobody uses take no room', () => {
  expect(Object.fromEntries(columnsOf(blocks))).toEqual({
    opening: { index: 0, count: 1 },
    water: { index: 0, count: 2 },
    fishing: { index: 1, count: 2 },
    'after water': { index: 0, count: 2 },
    lunch: { index: 0, count: 1 },
  });
});
