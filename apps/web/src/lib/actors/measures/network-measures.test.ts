import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureIds, type MeasureId } from './measure-ids.ts';
import { measure } from './network-measures.ts';
import type { NetworkRequest } from './network.ts';
import { karateClub, networkOf } from './networks-for-tests.ts';

const valueOf = (request: NetworkRequest, id: MeasureId, actor: string) =>
  measure(request).measures[id].get(actor);

describe('the karate club', () => {
  const { measures } = measure(karateClub);

  // As in Freeman's measures of Zachary's club by NetworkX and UCINET.
  test.each([
    ['degree', '34', 17],
    ['degree', '1', 16],
    ['closeness', '1', 0.5689],
    ['closeness', '17', 0.2845],
    ['betweenness', '1', 0.4376],
    ['betweenness', '34', 0.3041],
    ['betweenness', '12', 0],
    ['eigenvector', '34', 0.3734],
    ['eigenvector', '1', 0.3555],
  ] as const)('%s of %s is %d', (id, actor, value) => {
    expect(measures[id].get(actor)).toBeCloseTo(value, 3);
  });
});

test('in a star all ways lead over the middle', () => {
  const star = networkOf(['hub a', 'hub b', 'hub c', 'hub d']);
  expect(valueOf(star, 'betweenness', 'hub')).toBe(1);
  expect(valueOf(star, 'closeness', 'hub')).toBe(1);
  expect(valueOf(star, 'closeness', 'a')).toBeCloseTo(4 / 7);
  expect(valueOf(star, 'reach', 'a')).toBe(1);
  expect(valueOf(star, 'eigenvector', 'hub')).toBeCloseTo(Math.SQRT1_2);
});

test('along a line the middle stands between most, and reach ends after two steps', () => {
  const line = networkOf(['a b', 'b c', 'c d', 'd e']);
  expect(valueOf(line, 'betweenness', 'c')).toBeCloseTo(4 / 6);
  expect(valueOf(line, 'betweenness', 'b')).toBeCloseTo(3 / 6);
  expect(valueOf(line, 'reach', 'a')).toBe(0.5);
  expect(valueOf(line, 'reach', 'c')).toBe(1);
});

test('directed ties count on the side where they point; others on neither', () => {
  const ties = networkOf(['a b', 'c b', 'b a'], 'influence').ties;
  const drawing = { actors: ['a', 'b', 'c'], ties: [...ties, ...networkOf(['a c']).ties] };
  expect(valueOf(drawing, 'in', 'b')).toBe(2);
  expect(valueOf(drawing, 'out', 'b')).toBe(1);
  expect(valueOf(drawing, 'in', 'c')).toBe(0);
  // However many ties join two actors, they are two who are joined.
  expect(valueOf(drawing, 'degree', 'a')).toBe(2);
});

test('who has no ties has no closeness and no eigenvector, rather than the smallest (P2)', () => {
  const { measures } = measure(networkOf(['a b', 'b c'], 'close', ['alone']));
  expect(measures.closeness.has('alone')).toBe(false);
  expect(measures.eigenvector.has('alone')).toBe(false);
  expect(measures.degree.get('alone')).toBe(0);
});

test('ids that are names of JavaScript’s own are ids like any other', () => {
  const hostile = networkOf(['__proto__ constructor', 'constructor toString']);
  expect(valueOf(hostile, 'betweenness', 'constructor')).toBe(1);
  expect(valueOf(hostile, 'closeness', '__proto__')).toBeCloseTo(2 / 3);
});

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const kinds = fc.constantFrom('close', 'conflict', 'influence', 'broken');
const drawings = fc
  .array(
    fc.record({ from: fc.constantFrom(...names), to: fc.constantFrom(...names), kind: kinds }),
    {
      maxLength: 14,
    },
  )
  .map((ties): NetworkRequest => {
    return { actors: names, ties: ties.map((tie, index) => ({ ...tie, id: `t${index}` })) };
  });

/** Steps of all shortest ways, by trying every way of growing length. */
function waysByForce({ ties }: NetworkRequest, from: string, to: string): readonly string[][] {
  const joined = (a: string, b: string) =>
    a !== b && ties.some((tie) => [tie.from, tie.to].includes(a) && [tie.from, tie.to].includes(b));
  let ways: string[][] = [[from]];
  for (let steps = 1; steps < names.length; steps += 1) {
    ways = ways.flatMap((way) =>
      names
        .filter((next) => !way.includes(next) && joined(way.at(-1) ?? '', next))
        .map((next) => [...way, next]),
    );
    const there = ways.filter((way) => way.at(-1) === to);
    if (there.length > 0) return there;
  }
  return [];
}

test('betweenness and closeness are what counting every way by hand gives', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const { measures } = measure(drawing);
      for (const actor of names) {
        let between = 0;
        let far = 0;
        let reached = 0;
        names.forEach((from, index) => {
          if (from !== actor) {
            const [way] = waysByForce(drawing, actor, from);
            if (way) {
              reached += 1;
              far += way.length - 1;
            }
          }
          for (const to of names.slice(index + 1)) {
            if (from === actor || to === actor) continue;
            const ways = waysByForce(drawing, from, to);
            if (ways.length > 0)
              between += ways.filter((way) => way.includes(actor)).length / ways.length;
          }
        });
        expect(measures.betweenness.get(actor)).toBeCloseTo(between / 15, 9);
        const closeness = reached === 0 ? undefined : (reached / far) * (reached / 6);
        if (closeness === undefined) expect(measures.closeness.has(actor)).toBe(false);
        else expect(measures.closeness.get(actor)).toBeCloseTo(closeness, 9);
      }
    }),
    { numRuns: 60 },
  );
});

test('the order of actors and ties makes no difference, to communities neither', () => {
  const orders = drawings.chain((drawing) =>
    fc.tuple(
      fc.constant(drawing),
      fc.shuffledSubarray([...drawing.actors], { minLength: drawing.actors.length }),
      fc.shuffledSubarray([...drawing.ties], { minLength: drawing.ties.length }),
    ),
  );
  fc.assert(
    fc.property(orders, ([drawing, actors, ties]) => {
      const [one, other] = [measure(drawing), measure({ actors, ties })];
      for (const id of measureIds) expect([...other.measures[id]]).toEqual([...one.measures[id]]);
      expect(other.communities).toEqual(one.communities);
    }),
  );
});

test('nothing on the drawing is nothing to measure', () => {
  const { measures, communities } = measure({ actors: [], ties: [] });
  expect(measureIds.map((id) => measures[id].size)).toEqual(measureIds.map(() => 0));
  expect(communities).toEqual([]);
});
