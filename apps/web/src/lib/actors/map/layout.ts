import type { TieKind } from '@parley/model';
import { middleOf, type Point } from '@parley/model/map';
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { seeded } from '../seeded.ts';

export interface LayoutRequest {
  readonly actors: readonly { readonly id: string; readonly at: Point }[];
  readonly ties: readonly { readonly from: string; readonly to: string; readonly kind: TieKind }[];
}

export type LayoutAnswer = readonly (readonly [id: string, at: Point])[];

interface Node extends SimulationNodeDatum {
  readonly id: string;
}

/** Who is at odds stands further apart than who is close. */
const wantedDistance = (kind: TieKind) =>
  kind === 'conflict' || kind === 'broken' ? 230 : kind === 'informal' ? 180 : 145;

/**
 * Lays actors out by their ties: springs along ties, everybody apart, nobody adrift. The same board
 * gives the same picture, whoever asks: the start is a ring in the order of the list and chance is
 * seeded. The picture keeps its middle.
 */
export function layOut({ actors, ties }: LayoutRequest): LayoutAnswer {
  const known = new Set(actors.map(({ id }) => id));
  const ring = 40 * Math.sqrt(actors.length) + 100;
  const nodes = actors.map(({ id }, index): Node => {
    const angle = (2 * Math.PI * index) / actors.length;
    return { id, x: ring * Math.cos(angle), y: ring * Math.sin(angle) };
  });
  const links = ties
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to, kind }) => ({ source: from, target: to, distance: wantedDistance(kind) }));
  const simulation = forceSimulation(nodes)
    .randomSource(seeded(1))
    .force(
      'ties',
      forceLink<Node, SimulationLinkDatum<Node> & { distance: number }>(links)
        .id(({ id }) => id)
        .distance((link) => link.distance),
    )
    .force('apart', forceManyBody().strength(-700).distanceMax(900))
    // Labels are wider than actors are.
    .force('room', forceCollide(68))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.075))
    .stop();
  simulation.tick(400);
  const before = middleOf(actors.map(({ at }) => at));
  const after = middleOf(nodes.map(placeOf));
  return nodes.map((node) => {
    const { x, y } = placeOf(node);
    return [
      node.id,
      { x: Math.round(x - after.x + before.x), y: Math.round(y - after.y + before.y) },
    ];
  });
}

const placeOf = ({ x = 0, y = 0 }: Node): Point => ({ x, y });
