import { drawTie } from '@parley/model/map';
import { describe, expect, test } from 'vitest';
import { seeded } from '../../seeded.ts';
import type { CrowdActor, CrowdTie } from './crowd-order.ts';
import { CrowdScene } from './crowd-scene.ts';

/** All of the map. */
const frame = { k: 1, corner: { x: 0, y: 0 }, width: 2000, height: 2000, ratio: 1 };

type Chance = (below: number) => number;

/** The same numbers for the same seed. */
function chance(seed: number): Chance {
  const random = seeded(seed);
  return (below) => Math.floor(random() * below);
}

function someActor(random: Chance, index: number): CrowdActor {
  const at = { x: random(2000), y: random(2000) };
  return {
    id: `a${index}`,
    name: `Actor ${index} ${'of the upper valley'.slice(0, random(18))}`,
    shape: { kind: random(2) === 0 ? 'circle' : 'square', at, radius: 24 },
    line: 'black',
    wash: 'white',
    outside: false,
    measured: true,
    community: null,
  };
}

function someMap(random: Chance): { actors: CrowdActor[]; ties: CrowdTie[] } {
  const actors = Array.from({ length: 30 }, (_, index) => someActor(random, index));
  const ties = Array.from({ length: 50 }, (_, index): CrowdTie => {
    const line = random(2) === 0 ? 'solid' : 'dashed';
    const [from, to] = [`a${random(30)}`, `a${random(30)}`];
    return {
      id: `t${index}`,
      from,
      to,
      kind: 'close',
      strength: 2,
      lane: 0,
      line,
      colour: 'black',
    };
  });
  return { actors, ties };
}

const drawnBy = (scene: CrowdScene) => ({
  strokes: scene.strokes(frame),
  labels: [...scene.shown(frame)].map((actor) => [actor.id, scene.labelOf(actor)]),
});

describe('what a crowd is drawn by', () => {
  test('ties are drawn as an element would draw them', () => {
    const { actors, ties } = someMap(chance(1));
    const scene = new CrowdScene();
    scene.take({ frame, all: { actors, ties } });
    const shapes = new Map(actors.map(({ id, shape }) => [id, shape]));
    const expected = ties.flatMap(({ from, to, kind, strength, lane, line }) => {
      const [start, end] = [shapes.get(from), shapes.get(to)];
      return start && end ? drawTie(kind, strength, start, end, lane, line).line : [];
    });
    const drawn = scene
      .strokes(frame)
      .map(({ line }) => line)
      .join('');
    for (const line of expected) expect(drawn).toContain(line);
    expect(drawn).toHaveLength(expected.join('').length);
  });

  test('after any changes it is drawn as if it were told anew', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = chance(seed);
      const { actors, ties } = someMap(random);
      const scene = new CrowdScene();
      scene.take({ frame, all: { actors, ties } });
      const now = [...actors];
      let held: readonly string[] = [];
      for (let step = 0; step < 6; step += 1) {
        drawnBy(scene);
        const index = random(now.length);
        const moved = someActor(random, index);
        now[index] = moved;
        held = random(2) === 0 ? [] : [`a${random(30)}`];
        scene.take({ frame, actors: [moved], held });
      }
      const anew = new CrowdScene();
      anew.take({ frame, all: { actors: now, ties }, held });
      expect(drawnBy(scene)).toEqual(drawnBy(anew));
    }
  });

  test('who is held is not drawn, nor their ties; let go, they are again', () => {
    const { actors, ties } = someMap(chance(3));
    const scene = new CrowdScene();
    scene.take({ frame, all: { actors, ties } });
    const before = drawnBy(scene);
    scene.take({ frame, held: ['a0'] });
    expect([...scene.shown(frame)].map(({ id }) => id)).not.toContain('a0');
    const own = ties.filter(({ from, to }) => from === 'a0' || to === 'a0').length;
    const count = () => scene.strokes(frame).flatMap(({ line }) => line.match(/M/g) ?? []).length;
    expect(count()).toBe(ties.length - own);
    scene.take({ frame, held: [] });
    expect(drawnBy(scene)).toEqual(before);
  });

  test('a frame has all that can be seen in it, and no more than is near', () => {
    const { actors, ties } = someMap(chance(5));
    const scene = new CrowdScene();
    scene.take({ frame, all: { actors, ties } });
    const part = { ...frame, corner: { x: 500, y: 500 }, width: 600, height: 600 };
    const shown = [...scene.shown(part)].map(({ id }) => id);
    for (const { id, shape } of actors) {
      const [x, y] = [shape.at.x - 800, shape.at.y - 800];
      if (Math.max(Math.abs(x), Math.abs(y)) <= 324) expect(shown).toContain(id);
      if (Math.max(Math.abs(x), Math.abs(y)) > 500) expect(shown).not.toContain(id);
    }
    const drawn = scene
      .strokes(part)
      .map(({ line }) => line)
      .join('');
    const shapes = new Map(actors.map(({ id, shape }) => [id, shape]));
    for (const { from, to, kind, strength, lane, line } of ties) {
      const [start, end] = [shapes.get(from), shapes.get(to)];
      if (!start || !end) continue;
      const steps = Array.from({ length: 101 }, (_, step) => step / 100);
      const crosses = steps.some((share) => {
        const x = start.at.x + share * (end.at.x - start.at.x) - 800;
        const y = start.at.y + share * (end.at.y - start.at.y) - 800;
        return Math.max(Math.abs(x), Math.abs(y)) <= 300;
      });
      if (crosses) expect(drawn).toContain(drawTie(kind, strength, start, end, lane, line).line);
    }
  });

  test('a change of somebody who is not on the map is passed over', () => {
    const scene = new CrowdScene();
    scene.take({ frame, all: { actors: [], ties: [] } });
    scene.take({ frame, actors: [someActor(chance(4), 7)] });
    expect([...scene.shown(frame)]).toEqual([]);
  });
});
