import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stages, stagesOnTheWay } from '../records/index.ts';
import { seatArcs } from './seat-arcs.ts';
import { seatsAtTable } from './seats-at-table.ts';
import { stageFlow } from './stage-flow.ts';

type Place = { readonly x: number; readonly y: number };

function nearest(places: readonly Place[]): number {
  let least = Infinity;
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      least = Math.min(least, Math.hypot(one.x - other.x, one.y - other.y));
    }
  }
  return least;
}

test('a half circle has every seat once, and none stands on another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), (count) => {
      const { places, radius } = seatArcs(count);
      expect(places).toHaveLength(count);
      expect(nearest(places)).toBeGreaterThanOrEqual(2 * radius);
      expect(places.every(({ x, y }) => Math.hypot(x, y) <= 1.001 && y <= 0.001)).toBe(true);
      const angles = places.map(({ angle }) => angle);
      expect(angles).toEqual(angles.toSorted((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
});

test('565 seats are large enough to be pointed at in a picture of 900 pixels', () => {
  expect(seatArcs(565).radius * 450).toBeGreaterThan(6);
});

test('a table has every seat once, outside the table and not on another', () => {
  for (let count = 1; count <= 24; count += 1) {
    const { seats, width, height } = seatsAtTable(count);
    expect(seats).toHaveLength(count);
    expect(nearest(seats)).toBeGreaterThanOrEqual(1);
    expect(seats.every(({ x, y }) => x < 0 || x > width || y < 0 || y > height)).toBe(true);
  }
});

const anyPeople = fc
  .uniqueArray(fc.nat({ max: 60 }))
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(String(id)), stage: fc.constantFrom(...stages) }),
      ),
    ),
  );

test('everybody who reached a stage went on, is there, or left from it, and each only once', () => {
  fc.assert(
    fc.property(anyPeople, fc.array(fc.constantFrom(...stagesOnTheWay)), (people, from) => {
      const leftFrom = new Map(
        from.flatMap((stage, index) => {
          const person = people[index];
          return person ? [[person.id, stage] as const] : [];
        }),
      );
      const { steps } = stageFlow(people, leftFrom);
      expect(steps[0]?.reached).toHaveLength(people.length);
      for (const [index, { reached, on, here, out }] of steps.entries()) {
        const all = [...on, ...here, ...out.declined, ...out.withdrawn, ...out.excluded];
        expect(all.toSorted()).toEqual(reached.toSorted());
        expect(new Set(all).size).toBe(all.length);
        expect(on).toEqual(steps[index + 1]?.reached ?? []);
      }
    }),
  );
});

test('of whom no stage before is on record is counted as on the longlist and nowhere further', () => {
  const { steps, leftFromUnknown } = stageFlow(
    [
      { id: 'a', stage: 'declined' },
      { id: 'b', stage: 'declined' },
      { id: 'c', stage: 'confirmed' },
    ],
    new Map([['b', 'invited']]),
  );
  expect(leftFromUnknown).toEqual(['a']);
  expect(steps.map(({ reached }) => reached.length)).toEqual([3, 2, 2, 2, 1, 0]);
  expect(steps.map(({ out }) => out.declined)).toEqual([['a'], [], [], ['b'], [], []]);
  expect(steps[4]?.here).toEqual(['c']);
});
