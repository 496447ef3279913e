import { expect, test } from 'vitest';
import { networkOf } from './networks-for-tests.ts';
import { shortestWay } from './shortest-way.ts';

test('the way with the fewest steps, with the ties that make it', () => {
  const drawing = networkOf(['a b', 'b c', 'c d', 'a d', 'd a']);
  expect(shortestWay(drawing, 'a', 'd')).toEqual({
    actors: ['a', 'd'],
    steps: [['t3', 't4']],
    others: 0,
    dividing: false,
  });
});

test('says how many more are as short, and is the same whichever order ties are drawn in', () => {
  const drawing = networkOf(['a b', 'b d', 'a c', 'c d']);
  const way = shortestWay(drawing, 'a', 'd');
  expect(way?.others).toBe(1);
  const other = { ...drawing, ties: drawing.ties.toReversed() };
  expect(shortestWay(other, 'a', 'd')?.actors).toEqual(way?.actors);
});

test('goes round a conflict, and over it only where nothing else leads there', () => {
  const feud = networkOf(['a d'], 'conflict').ties.map((tie) => ({ ...tie, id: 'feud' }));
  const round = networkOf(['a b', 'b c', 'c d']);
  const both = { ...round, ties: [...round.ties, ...feud] };
  expect(shortestWay(both, 'a', 'd')).toMatchObject({
    actors: ['a', 'b', 'c', 'd'],
    dividing: false,
  });
  expect(shortestWay({ actors: ['a', 'd'], ties: feud }, 'a', 'd')).toMatchObject({
    steps: [['feud']],
    dividing: true,
  });
});

test('there is none where no ties lead, nor to somebody who is hidden', () => {
  const drawing = networkOf(['a b', 'c d']);
  expect(shortestWay(drawing, 'a', 'd')).toBeNull();
  expect(shortestWay(drawing, 'a', 'gone')).toBeNull();
  expect(shortestWay(drawing, 'a', 'a')).toBeNull();
});
