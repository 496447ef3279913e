import { describe, expect, it, test } from 'vitest';
import { innerRim, outerRim, partPath, placesInPart, ringParts } from './sector-ring.ts';

describe('the ring of sectors', () => {
  test.each([[[1]], [[40]], [[0, 3]], [[7, 6, 5, 3, 2, 2, 2, 1, 1, 1, 1, 1]], [[60, 1, 200]]])(
    'has a place of its own for every actor, in the part of its sector: %j',
    (counts) => {
      const parts = ringParts(counts);
      expect(parts.at(-1)?.end).toBeCloseTo(2 * Math.PI);
      for (const [index, part] of parts.entries()) {
        const places = placesInPart(part, counts[index] ?? 0);
        expect(places).toHaveLength(counts[index] ?? 0);
        expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
        for (const { x, y } of places) {
          const radius = Math.hypot(x - 0.5, y - 0.5);
          expect(radius).toBeGreaterThan(innerRim);
          expect(radius).toBeLessThan(outerRim);
          const angle = (Math.atan2(x - 0.5, 0.5 - y) + 2 * Math.PI) % (2 * Math.PI);
          expect(angle).toBeGreaterThanOrEqual(part.start);
          expect(angle).toBeLessThanOrEqual(part.end);
        }
      }
    },
  );

  it('can be drawn where there is one sector only', () => {
    expect(ringParts([4]).map(partPath).join()).toMatch(/A0.5,0.5 0 1 1/);
  });
});
