import { describe, expect, it, test } from 'vitest';
import { fillRing, innerRim, outerRim, partPath } from './sector-ring.ts';

/** Of a mark with two lines of its name, and of the name of a sector, in px: what is drawn is no larger. */
const token = { across: 76, down: 52 };
const label = { across: 76, down: 30 };

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meet = (one: Box, other: Box) =>
  one.left < other.right - 1e-6 &&
  other.left < one.right - 1e-6 &&
  one.top < other.bottom - 1e-6 &&
  other.top < one.bottom - 1e-6;

describe('the ring of sectors', () => {
  test.each([
    [[1], 560],
    [[12], 560],
    [[0, 3], 560],
    [[2, 7, 2, 6, 1, 6, 1, 4, 4, 2, 1, 1, 1], 864],
    [[7, 6, 5, 3, 2, 2, 2, 1, 1, 1, 1, 1], 864],
    [[20, 1, 9], 864],
  ] as const)(
    'has a place for every name, in the part of its sector and on no other: %j, %d px',
    (counts, width) => {
      const ring = fillRing(counts, width);
      expect(ring?.at(-1)?.part.end).toBeCloseTo(2 * Math.PI);
      const boxes: Box[] = [];
      for (const [index, { part, places, label: name }] of (ring ?? []).entries()) {
        expect(places).toHaveLength(counts[index] ?? 0);
        const inPart = [
          ...places.map(({ x, y }) => ({ x, y: y + token.down / width / 2, size: token })),
          { ...name, size: label },
        ].map(({ x, y, size }) => ({
          left: x - size.across / width / 2,
          right: x + size.across / width / 2,
          top: y - size.down / width / 2,
          bottom: y + size.down / width / 2,
        }));
        for (const { left, right, top, bottom } of inPart) {
          for (const x of [left, right]) {
            for (const y of [top, bottom]) {
              const radius = Math.hypot(x - 0.5, y - 0.5);
              expect(radius).toBeGreaterThan(innerRim);
              expect(radius).toBeLessThan(outerRim);
              const angle = (Math.atan2(x - 0.5, 0.5 - y) + 2 * Math.PI) % (2 * Math.PI);
              expect(angle).toBeGreaterThanOrEqual(part.start);
              expect(angle).toBeLessThanOrEqual(part.end);
            }
          }
        }
        boxes.push(...inPart);
      }
      for (const [at, one] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) expect(meet(one, other)).toBe(false);
      }
    },
  );

  it('says so where there are too many names for it, or no room', () => {
    expect(fillRing([60, 1, 200], 864)).toBeNull();
    expect(fillRing([7, 6, 5, 3, 2, 2, 2], 300)).toBeNull();
  });

  it('can be drawn where there is one sector only', () => {
    const [only] = fillRing([4], 864) ?? [];
    expect(only && partPath(only.part)).toMatch(/A0.5,0.5 0 1 1/);
  });
});
