import { describe, expect, test } from 'vitest';
import { aDay, afterMove, someBlocks, timesOf } from './agenda-for-tests.ts';
import { moveInOrder, moveToDay, moveToTrack, type Agenda } from './block-moves.ts';

const days = [aDay(), aDay({ id: 'second', order: 'a1', date: '2026-11-25' })];
const blocks = someBlocks(
  { id: 'opening', duration: 30 },
  { id: 'views', duration: 75 },
  { id: 'water', track: 1, duration: 90 },
  { id: 'fishing', track: 2, duration: 60 },
  { id: 'lunch', form: 'break' },
  { id: 'reading', duration: 90 },
  { id: 'back', day: 'second', duration: 45 },
  { id: 'options', day: 'second' },
);
const agenda: Agenda = { blocks, days: timesOf(blocks, days) };
const block = (id: string, of = blocks) => {
  const found = of.find((other) => other.id === id);
  if (!found) throw new Error(`No block ${id}`);
  return found;
};
const firstDay = (move: ReturnType<typeof moveInOrder>) =>
  afterMove(blocks, move, days).filter((line) => line.startsWith('day '));

test('the agenda that the others start from', () => {
  expect(firstDay(null)).toEqual([
    'day 09:00 opening',
    'day 09:30 views',
    'day 10:45 [1] water',
    'day 10:45 [2] fishing',
    'day 12:15 lunch',
    'day 13:15 reading',
  ]);
});

describe('earlier and later', () => {
  test('change places with the neighbour, and times follow', () => {
    expect(firstDay(moveInOrder(agenda, block('opening'), 'later')).slice(0, 2)).toEqual([
      'day 09:00 views',
      'day 10:15 opening',
    ]);
    expect(firstDay(moveInOrder(agenda, block('reading'), 'earlier')).slice(-2)).toEqual([
      'day 12:15 reading',
      'day 13:45 lunch',
    ]);
  });

  test('pass blocks that run side by side as one', () => {
    const parted = ['day 10:45 [1] water', 'day 10:45 [2] fishing'];
    expect(firstDay(moveInOrder(agenda, block('lunch'), 'earlier')).slice(2, 5)).toEqual([
      'day 10:45 lunch',
      ...parted.map((line) => line.replace('10:45', '11:45')),
    ]);
    expect(firstDay(moveInOrder(agenda, block('views'), 'later')).slice(1, 4)).toEqual([
      'day 09:30 [1] water',
      'day 09:30 [2] fishing',
      'day 11:00 views',
    ]);
  });

  test('leave a side-by-side block’s companions, who are everybody’s when one track remains', () => {
    expect(firstDay(moveInOrder(agenda, block('fishing'), 'later')).slice(2, 5)).toEqual([
      'day 10:45 water',
      'day 12:15 fishing',
      'day 13:15 lunch',
    ]);
    expect(firstDay(moveInOrder(agenda, block('fishing'), 'earlier')).slice(2, 4)).toEqual([
      'day 10:45 fishing',
      'day 11:45 water',
    ]);
  });

  test('end with the day', () => {
    expect(moveInOrder(agenda, block('opening'), 'earlier')).toBeNull();
    expect(moveInOrder(agenda, block('reading'), 'later')).toBeNull();
    expect(moveInOrder(agenda, block('options'), 'later')).toBeNull();
  });

  test('fix a fixed start to the new place', () => {
    const fixed = blocks.map((own) =>
      own.id === 'reading' ? { ...own, fixedStart: '14:00' } : own,
    );
    const move = moveInOrder(
      { blocks: fixed, days: timesOf(fixed, days) },
      block('reading', fixed),
      'earlier',
    );
    expect(move?.patches.get('reading')).toMatchObject({ fixedStart: '12:15' });
  });
});

test('another day takes a block at the same time of day', () => {
  expect(afterMove(blocks, moveToDay(agenda, block('views'), 1), days).slice(-3)).toEqual([
    'second 09:00 back',
    'second 09:45 views',
    'second 11:00 options',
  ]);
  expect(moveToDay(agenda, block('views'), -1)).toBeNull();
  const home = firstDay(moveToDay(agenda, block('options'), -1));
  expect(home).toContain('day 11:45 [1] water');
  expect(home).toContain('day 09:30 options');
});

describe('tracks', () => {
  test('a block joins those that run side by side before it', () => {
    expect(firstDay(moveToTrack(agenda, block('lunch'), 1)).slice(2, 5)).toEqual([
      'day 10:45 [1] water',
      'day 10:45 [2] fishing',
      'day 10:45 [3] lunch',
    ]);
  });

  test('a block of everybody before it comes to run beside it', () => {
    expect(firstDay(moveToTrack(agenda, block('views'), 1)).slice(0, 2)).toEqual([
      'day 09:00 [1] opening',
      'day 09:00 [2] views',
    ]);
    expect(moveToTrack(agenda, block('opening'), 1)).toBeNull();
  });

  test('one step back from the first is everybody’s', () => {
    expect(firstDay(moveToTrack(agenda, block('water'), -1)).slice(2, 4)).toEqual([
      'day 10:45 fishing',
      'day 11:45 water',
    ]);
    expect(moveToTrack(agenda, block('opening'), -1)).toBeNull();
  });

  test('a block that joins another’s track comes after it where it did before', () => {
    const back = firstDay(moveToTrack(agenda, block('fishing'), -1));
    expect(back.slice(2, 4)).toEqual(['day 10:45 water', 'day 12:15 fishing']);
  });

  test('a block alone on the last track goes no further', () => {
    expect(moveToTrack(agenda, block('fishing'), 1)).toBeNull();
    const together = firstDay(moveToTrack(agenda, block('water'), 1));
    expect(together.slice(2, 4)).toEqual(['day 10:45 water', 'day 12:15 fishing']);
  });
});
