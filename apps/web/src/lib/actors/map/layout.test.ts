import { distance, middleOf } from '@parley/model/map';
import { expect, test } from 'vitest';
import { layOut, type LayoutRequest } from './layout.ts';

const request: LayoutRequest = {
  actors: Array.from({ length: 40 }, (_, index) => ({ id: `a${index}`, at: { x: 300, y: 200 } })),
  ties: Array.from({ length: 40 }, (_, index) => ({
    from: `a${index}`,
    to: `a${(index * 7 + 1) % 40}`,
    kind: index % 5 === 0 ? ('conflict' as const) : ('close' as const),
  })),
};

test('the same board gives the same picture', () => {
  expect(layOut(request)).toEqual(layOut(structuredClone(request)));
});

test('nobody stands on anybody else, and the picture keeps its middle', () => {
  const places = layOut(request).map(([, at]) => at);
  places.forEach((a, index) => {
    for (const b of places.slice(index + 1)) expect(distance(a, b)).toBeGreaterThan(90);
  });
  expect(distance(middleOf(places), { x: 300, y: 200 })).toBeLessThan(2);
});

test('a tie to somebody who is not there changes nothing', () => {
  const stray = { from: 'a1', to: 'gone', kind: 'close' as const };
  expect(layOut({ ...request, ties: [...request.ties, stray] })).toEqual(layOut(request));
});

test('an empty board is laid out as nothing', () => {
  expect(layOut({ actors: [], ties: [] })).toEqual([]);
});
