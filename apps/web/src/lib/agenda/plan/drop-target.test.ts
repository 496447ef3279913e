import { describe, expect, test } from 'vitest';
import { afterMove, someBlocks, timesOf } from './agenda-for-tests.ts';
import { moveForDrop } from './drop-target.ts';

// 09:00 opening, 10:00 water | fishing until 11:30, 11:30 lunch, 12:30 reading
const blocks = someBlocks(
  { id: 'opening' },
  { id: 'water', track: 1, duration: 90 },
  { id: 'fishing', track: 2, duration: 90 },
  { id: 'lunch', form: 'break' },
  { id: 'reading' },
);
const days = timesOf(blocks);
const [day] = days;
if (!day) throw new Error('The day has no times');

/** Holds a block by its middle, `across` of the day's width from the start side. */
function dropped(id: string, edge: number, across = 0.3, edgeAcross = 0) {
  const block = blocks.find((other) => other.id === id);
  if (!day || !block) throw new Error(`No block ${id}`);
  const held = {
    day,
    edge,
    pointer: edge + block.duration / 2,
    pointerAcross: across,
    edgeAcross,
  };
  return afterMove(blocks, moveForDrop({ blocks, days }, block, held));
}

test('a block comes between those of everybody', () => {
  expect(dropped('reading', 505)).toEqual([
    '09:00 reading',
    '10:00 opening',
    '11:00 [1] water',
    '11:00 [2] fishing',
    '12:30 lunch',
  ]);
});

test('near the end of blocks that run side by side it comes after all of them', () => {
  expect(dropped('opening', 655).slice(0, 3)).toEqual([
    '09:00 [1] water',
    '09:00 [2] fishing',
    '10:30 opening',
  ]);
});

describe('over blocks that run side by side', () => {
  test('it takes the track under the pointer', () => {
    expect(dropped('lunch', 615, 0.7).slice(1, 4)).toEqual([
      '10:00 [1] water',
      '10:00 [2] lunch',
      '11:00 [2] fishing',
    ]);
  });

  test('at the end side it makes one more', () => {
    expect(dropped('lunch', 615, 0.95)).toContain('10:00 [3] lunch');
  });
});

test('dragged sideways over a block of everybody it runs beside it', () => {
  expect(dropped('reading', 690, 0.8, 0.5).slice(-2)).toEqual([
    '11:30 [1] lunch',
    '11:30 [2] reading',
  ]);
});

test('leaving others alone on one track makes them everybody’s', () => {
  expect(dropped('fishing', 790, 0.3).slice(1)).toEqual([
    '10:00 water',
    '11:30 lunch',
    '12:30 reading',
    '13:30 fishing',
  ]);
});
