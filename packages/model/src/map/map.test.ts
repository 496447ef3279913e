import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tieLineOf, tieLines } from '../records/notation.ts';
import { notations } from './notation-presets.ts';
import { tieKinds } from '../records/tie.ts';
import {
  comfortable,
  distance,
  drawTie,
  freePlace,
  labelLines,
  labelMetrics,
  labelRun,
  nextInDirection,
  placeLabel,
  placeUnplaced,
  rim,
  tieLanes,
  type Point,
  type Shape,
} from './index.ts';

const circle = (x: number, y: number, radius = 24): Shape => ({
  kind: 'circle',
  at: { x, y },
  radius,
});
const point = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
});

describe('ties', () => {
  test('end outside the shapes that they join', () => {
    expect(rim(circle(0, 0), { x: 100, y: 0 })).toEqual({ x: 28, y: 0 });
    const square: Shape = { kind: 'square', at: { x: 0, y: 0 }, radius: 20 };
    expect(rim(square, { x: 50, y: 50 }).x).toBeGreaterThan(20);
  });

  test('each kind is drawn in a way of its own', () => {
    const drawings = tieKinds.map((kind) => {
      const { line, marks, dash, filled } = drawTie(kind, null, circle(0, 0), circle(200, 0));
      return JSON.stringify([line, marks, dash, filled]);
    });
    expect(new Set(drawings).size).toBe(tieKinds.length);
  });

  test.each(Object.entries(notations))(
    'in %s no two kinds look alike without colour',
    (_, looks) => {
      const drawings = tieKinds.map((kind) => {
        const line = tieLineOf(kind, looks);
        return JSON.stringify(drawTie(kind, null, circle(0, 0), circle(200, 0), 0, line));
      });
      expect(new Set(drawings).size).toBe(tieKinds.length);
    },
  );

  test('a zigzag has as many teeth as it has room for, up to a number: no line is dear to draw', () => {
    const corners = (length: number) =>
      drawTie('conflict', null, circle(0, 0), circle(length, 0)).line.split('L').length;
    expect(corners(200)).toBeGreaterThan(corners(100));
    expect(corners(20_000)).toBe(corners(2_000));
  });

  test('a direction stays seen in every line', () => {
    for (const line of tieLines) {
      const drawing = drawTie('influence', null, circle(0, 0), circle(200, 0), 0, line);
      expect(drawing.filled, line).toBe(true);
      expect(drawing.marks, line).toContain('Z');
    }
  });

  test('strength is weight, and not known is not weak (P2)', () => {
    const width = (strength: 1 | 2 | 3 | null) =>
      drawTie('close', strength, circle(0, 0), circle(200, 0)).width;
    expect(width(1)).toBeLessThan(width(2));
    expect(width(2)).toBeLessThan(width(3));
    expect(width(null)).toBeGreaterThan(width(1));
  });

  test('two actors at one place break nothing', () => {
    for (const kind of tieKinds) {
      for (const line of tieLines) {
        const drawing = drawTie(kind, 2, circle(5, 5), circle(5, 5), 0, line);
        expect(drawing.line + drawing.marks).not.toMatch(/NaN|Infinity/);
      }
    }
  });

  test('several between the same two run beside each other, whichever way they point', () => {
    const lanes = tieLanes([
      { id: 'a', from: 'x', to: 'y' },
      { id: 'b', from: 'y', to: 'x' },
      { id: 'c', from: 'x', to: 'z' },
    ]);
    expect([lanes.get('a'), lanes.get('b'), lanes.get('c')]).toEqual([-0.5, 0.5, 0]);
    const [a, b] = [circle(0, 0), circle(200, 0)];
    const there = drawTie('influence', null, a, b, -0.5).middle;
    const back = drawTie('influence', null, b, a, 0.5).middle;
    expect(distance(there, back)).toBeGreaterThan(8);
  });
});

describe('labels', () => {
  test('stand below, unless a tie runs there', () => {
    const lines = labelLines('Council of Elders');
    expect(placeLabel(circle(0, 0), lines, []).y).toBeGreaterThan(24);
    expect(placeLabel(circle(0, 0), lines, [{ x: 0, y: 300 }]).y).toBeLessThan(-24);
  });

  test('no tie of up to three runs through the label', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 3 }), (others) => {
        const far = others.filter((other) => distance(other, { x: 0, y: 0 }) > 60);
        const lines = labelLines('Ministry of Water');
        const place = placeLabel(circle(0, 0), lines, far);
        expect(far.filter((other) => runsThrough(place, lines, other))).toEqual([]);
      }),
    );
  });

  test('say what room they take: all of their lines, clear of the actor', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 4 }), (others) => {
        const lines = labelLines('Basin States Commission');
        const { box, anchor, x } = placeLabel(circle(0, 0), lines, others);
        expect(box.bottom - box.top).toBe(lines.length * labelMetrics.line);
        expect(
          { start: box.left, middle: (box.left + box.right) / 2, end: box.right }[anchor],
        ).toBeCloseTo(x);
        const nearest = [
          Math.max(box.left, Math.min(0, box.right)),
          Math.max(box.top, Math.min(0, box.bottom)),
        ] as const;
        expect(Math.hypot(...nearest)).toBeGreaterThanOrEqual(24);
      }),
    );
  });

  test('long names take two lines and end with an ellipsis where they must', () => {
    expect(labelLines('Basin States Commission on Shared Waters')).toEqual([
      'Basin States',
      'Commission on Shared …',
    ]);
    expect(labelLines('W'.repeat(40))[0]).toHaveLength(22);
  });

  test('all of a name runs as its first letter does, and stands on the same side', () => {
    for (const name of ['Council مجلس', '24 (Ouest)', '', '…', 'Совет'])
      expect(labelRun(name, 'end')).toEqual({ direction: 'ltr', 'text-anchor': 'end' });
    for (const name of ['مجلس (Council)', '24 “شيوخ”', 'מועצה', 'ﻣﺠﻠﺲ'])
      expect(labelRun(name, 'end')).toEqual({ direction: 'rtl', 'text-anchor': 'start' });
    expect(labelRun('شيوخ', 'middle')['text-anchor']).toBe('middle');
  });

  /** Walks along the tie in small steps: another way than the code's to say the same. */
  function runsThrough(
    place: { x: number; y: number; anchor: string },
    lines: readonly string[],
    to: Point,
  ) {
    const width = Math.max(...lines.map((line) => line.length)) * labelMetrics.character;
    const left =
      place.anchor === 'middle'
        ? place.x - width / 2
        : place.anchor === 'end'
          ? place.x - width
          : place.x;
    const top = place.y - labelMetrics.ascent;
    const bottom = top + lines.length * labelMetrics.line;
    return Array.from({ length: 2000 }, (_, step) => step / 2000).some((part) => {
      const [x, y] = [to.x * part, to.y * part];
      return x > left && x < left + width && y > top && y < bottom;
    });
  }
});

describe('placing', () => {
  test('who has no place gets one, comfortably apart from all others', () => {
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (placed, count) => {
          const ids = Array.from({ length: count }, (_, index) => `a${index}`);
          const places = [...placeUnplaced(placed, ids).values()];
          expect(places).toHaveLength(count);
          places.forEach((place, index) => {
            const others = [...placed, ...places.slice(0, index)];
            for (const other of others)
              expect(distance(place, other)).toBeGreaterThanOrEqual(comfortable);
          });
        },
      ),
    );
  });
});

describe('one more', () => {
  test('stands where it was wished when nobody is there, else close by', () => {
    expect(freePlace({ x: 5, y: 7 }, [{ x: 400, y: 0 }])).toEqual({ x: 5, y: 7 });
    const beside = freePlace({ x: 5, y: 7 }, [{ x: 5, y: 7 }]);
    expect(distance(beside, { x: 5, y: 7 })).toBeGreaterThanOrEqual(comfortable);
    expect(distance(beside, { x: 5, y: 7 })).toBeLessThan(3 * comfortable);
  });
});

describe('walking', () => {
  const others = new Map<string, Point>([
    ['east', { x: 100, y: 10 }],
    ['far east', { x: 300, y: 0 }],
    ['north', { x: 0, y: -80 }],
  ]);

  test('goes to the nearest that way', () => {
    expect(nextInDirection({ x: 0, y: 0 }, 'right', others)).toBe('east');
    expect(nextInDirection({ x: 0, y: 0 }, 'up', others)).toBe('north');
  });

  test('stays where nobody is that way', () => {
    expect(nextInDirection({ x: 0, y: 0 }, 'left', others)).toBeNull();
    expect(nextInDirection({ x: 0, y: 0 }, 'down', others)).toBeNull();
  });
});
