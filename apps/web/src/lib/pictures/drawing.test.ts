import { expect, test } from 'vitest';
import { mirrored, shortened, widthOf, type Drawing } from './drawing.ts';
import { fillLooks } from './fills.ts';

const drawing: Drawing = {
  ...{ width: 100, height: 20 },
  marks: [
    { kind: 'box', x: 10, y: 0, width: 30, height: 10, fill: 0 },
    { kind: 'dot', x: 5, y: 5, radius: 2, fill: 1 },
    { kind: 'ribbon', from: { x: 0, y: 0 }, to: { x: 60, y: 5 }, width: 4, fill: 2 },
    { kind: 'stroke', points: [{ x: 1, y: 1 }], tone: 'line' },
    { kind: 'words', x: 20, y: 9, anchor: 'start', text: 'x' },
  ],
};

test('what starts at the left starts at the right in a page that runs the other way', () => {
  const { marks } = mirrored(drawing);
  expect(marks[0]).toMatchObject({ x: 60, width: 30 });
  expect(marks[1]).toMatchObject({ x: 95 });
  expect(marks[2]).toMatchObject({ from: { x: 100 }, to: { x: 40 } });
  expect(marks[4]).toMatchObject({ x: 80, anchor: 'end' });
  expect(mirrored(mirrored(drawing))).toEqual(drawing);
});

test('a text that is cut says so and fits', () => {
  const cut = shortened('Association of Lake Fishers', 12, 100);
  expect(cut.endsWith('…')).toBe(true);
  expect(widthOf(cut, 12)).toBeLessThanOrEqual(100);
  expect(shortened('Fishers', 12, 100)).toBe('Fishers');
});

test('no two fills are told apart by colour alone', () => {
  const looks = Object.values(fillLooks).map(({ pattern, ground, broken }) =>
    JSON.stringify([pattern?.path ?? ground, broken ?? false]),
  );
  expect(new Set(looks).size).toBe(looks.length);
});
