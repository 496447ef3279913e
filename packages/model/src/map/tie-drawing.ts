import { handbookLines, headsOf, type TieLine } from '../records/notation.ts';
import type { TieKind } from '../records/tie.ts';
import { distance, rim, type Point, type Shape } from './shape.ts';

/** How a tie is drawn. */
export interface TieDrawing {
  /** SVG path of the line or lines. */
  readonly line: string;
  /** SVG path of what stands on the line and is not dashed: arrow heads, crossing strokes. */
  readonly marks: string;
  /** Whether the marks are filled (arrow heads) or stroked. */
  readonly filled: boolean;
  /** SVG dash pattern; empty for a solid line. */
  readonly dash: string;
  /** Width of the line in map units. */
  readonly width: number;
  /** Straight path from end to end, for pointing at the tie. */
  readonly reach: string;
  /** Halfway between the ends. */
  readonly middle: Point;
}

const dashes: Partial<Record<TieLine, string>> = {
  dotted: '0.1 5',
  dashed: '11 5',
  'long-dashed': '20 6',
  'dash-dotted': '9 4 0.1 4',
};

/** A long zigzag has longer teeth, not more: across a large map they would be slow to draw, and none be seen. */
const mostTeeth = 40;

/** Distance between the lines of several ties that join the same two actors. */
const laneWidth = 11;

/**
 * Works out the drawing of one tie.
 * @param kind says where it has arrow heads
 * @param strength 1–3, or null when it is not known: drawn as an ordinary line, never as a weak one (P2)
 * @param lane position among the ties of the same two actors: 0 for a lone one, ±0.5, ±1 … beside it
 * @param line how its line is drawn; see `tieLineOf`
 */
export function drawTie(
  kind: TieKind,
  strength: 1 | 2 | 3 | null,
  from: Shape,
  to: Shape,
  lane = 0,
  line: TieLine = handbookLines[kind],
): TieDrawing {
  const { start, end, along, across } = ends(from, to, lane);
  const length = distance(start, end);
  const width = strength === null ? 1.5 : ([1.1, 1.9, 2.9][strength - 1] ?? 1.5);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const straight = path([start, end]);
  const drawing = {
    line: straight,
    marks: '',
    filled: false,
    dash: dashes[line] ?? '',
    width,
    reach: straight,
    middle,
  };
  if (length < 1) return drawing;

  const at = (forward: number, sideways: number): Point => ({
    x: start.x + along.x * forward + across.x * sideways,
    y: start.y + along.y * forward + across.y * sideways,
  });
  const tips = [length, length - 9].slice(0, headsOf(kind));
  const heads = tips.map((tip) => arrowHead(tip, width, at)).join('');
  const reached = heads === '' ? length : Math.max(0, length - 6);
  const plain = { ...drawing, line: path([start, at(reached, 0)]) };
  if (line === 'double') {
    const side = 1.6 + width / 2;
    const lines = [side, -side].map((offset) => path([at(0, offset), at(reached, offset)]));
    return { ...drawing, line: lines.join(''), marks: heads, filled: heads !== '' };
  }
  if (line === 'zigzag') {
    return { ...drawing, line: zigzag(reached, at), marks: heads, filled: heads !== '' };
  }
  if (line === 'crossed') {
    const strokes = [-3, 3].map((offset) =>
      path([at(length / 2 + offset - 3, 7), at(length / 2 + offset + 3, -7)]),
    );
    // Heads are filled and strokes are not: where both stand, the strokes are part of the line.
    if (heads !== '')
      return { ...plain, line: plain.line + strokes.join(''), marks: heads, filled: true };
    return { ...drawing, marks: strokes.join('') };
  }
  return { ...plain, marks: heads, filled: heads !== '' };
}

function ends(from: Shape, to: Shape, lane: number) {
  const length = distance(from.at, to.at);
  const along =
    length === 0
      ? { x: 1, y: 0 }
      : { x: (to.at.x - from.at.x) / length, y: (to.at.y - from.at.y) / length };
  // Lanes are counted the same way whichever end a tie starts from.
  const sign = from.at.x < to.at.x || (from.at.x === to.at.x && from.at.y < to.at.y) ? 1 : -1;
  const across = { x: -along.y, y: along.x };
  const shift = lane * laneWidth * sign;
  const moved = (point: Point): Point => ({
    x: point.x + across.x * shift,
    y: point.y + across.y * shift,
  });
  return { start: moved(rim(from, to.at)), end: moved(rim(to, from.at)), along, across };
}

type Place = (forward: number, sideways: number) => Point;

function zigzag(length: number, at: Place): string {
  const teeth = Math.min(mostTeeth, Math.max(3, Math.round(length / 14)));
  const step = length / teeth;
  const points = [at(0, 0)];
  for (let tooth = 0; tooth < teeth; tooth += 1) {
    points.push(at((tooth + 0.5) * step, tooth % 2 === 0 ? 6 : -6));
  }
  points.push(at(length, 0));
  return path(points);
}

function arrowHead(tip: number, width: number, at: Place): string {
  const size = 8 + width;
  return `${path([at(tip, 0), at(tip - size, size * 0.42), at(tip - size, -size * 0.42)])}Z`;
}

function path(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${round(x)},${round(y)}`).join('L')}`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Lanes for ties that join the same two actors, whatever their direction, so that none hides another.
 * @returns tie id → lane
 */
export function tieLanes(
  ties: readonly { readonly id: string; readonly from: string; readonly to: string }[],
): Map<string, number> {
  const lanes = new Map<string, number>();
  const byPair = Map.groupBy(ties, ({ from, to }) =>
    from < to ? `${from} ${to}` : `${to} ${from}`,
  );
  for (const group of byPair.values()) {
    group
      .map(({ id }) => id)
      .sort()
      .forEach((id, index) => lanes.set(id, index - (group.length - 1) / 2));
  }
  return lanes;
}
