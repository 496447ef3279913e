import type { Point, Shape } from './shape.ts';

/** Where a label stands, relative to its actor's centre, and how its lines are aligned there. */
export interface LabelPlace {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The room that the label takes, relative to its actor's centre. */
  readonly box: Box;
}

/** Advance of one character and height of one line, in map units, at the label's 12.5 px type. */
export const labelMetrics = { character: 6.7, line: 15, ascent: 10 } as const;

const longestLine = 22;

/** A letter of a script that runs from right to left. */
const runsLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * How all lines of a name run, by its first letter (UAX #9, P2), as attributes of SVG: in a text that runs
 * from right to left the anchors change sides.
 */
export function labelRun(name: string, anchor: LabelPlace['anchor']) {
  const [first = ''] = /\p{L}/u.exec(name) ?? [];
  if (!runsLeft.test(first)) return { direction: 'ltr', 'text-anchor': anchor } as const;
  return { direction: 'rtl', 'text-anchor': otherSide[anchor] } as const;
}
const otherSide = { start: 'end', middle: 'middle', end: 'start' } as const;

/** A name as the lines of its label: at most two, broken at a space, cut with an ellipsis. */
export function labelLines(name: string): readonly string[] {
  if (name.length <= longestLine) return [name];
  const words = name.split(' ');
  let first = words.shift() ?? '';
  while (words[0] !== undefined && first.length + 1 + words[0].length <= longestLine) {
    first += ` ${words.shift() ?? ''}`;
  }
  const second = words.join(' ');
  return second === '' ? [cut(first)] : [cut(first), cut(second)];
}

function cut(line: string): string {
  const characters = Array.from(line);
  return characters.length <= longestLine
    ? line
    : `${characters.slice(0, longestLine - 1).join('')}…`;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Chooses where an actor's label stands so that none of its own ties runs through it: below where
 * that is free, else above, beside or at a corner; where every place is crossed, the least crossed.
 * @param others centres of the actors at the other ends of its ties
 */
export function placeLabel(
  shape: Shape,
  lines: readonly string[],
  others: readonly Point[],
): LabelPlace {
  const [below, ...elsewhere] = places(shape.radius, lines);
  const crossings = ({ box }: LabelPlace) =>
    others.filter((other) => crosses(box, { x: other.x - shape.at.x, y: other.y - shape.at.y }))
      .length;
  let best = below;
  let fewest = crossings(below);
  for (const place of elsewhere) {
    if (fewest === 0) break;
    const crossed = crossings(place);
    if (crossed >= fewest) continue;
    best = place;
    fewest = crossed;
  }
  return best;
}

/** All places, in the order of preference. */
function places(
  radius: number,
  lines: readonly string[],
): readonly [LabelPlace, ...(readonly LabelPlace[])] {
  const width = Math.max(...lines.map((line) => line.length)) * labelMetrics.character;
  const height = lines.length * labelMetrics.line;
  const gap = 6;
  const below = radius + gap;
  const above = -radius - gap - height;
  const beside = -height / 2;
  const corner = radius * 0.72 + gap;
  const place = (anchor: LabelPlace['anchor'], x: number, top: number): LabelPlace => {
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'start' ? x : x - width;
    const box = { left, top, right: left + width, bottom: top + height };
    return { x, y: top + labelMetrics.ascent, anchor, box };
  };
  return [
    place('middle', 0, below),
    place('middle', 0, above),
    place('start', below, beside),
    place('end', -below, beside),
    place('start', corner, corner),
    place('end', -corner, corner),
    place('start', corner, -corner - height),
    place('end', -corner, -corner - height),
  ];
}

/** Whether the way from the centre (0, 0) to `to` runs through a box (Liang and Barsky's clipping). */
function crosses(box: Box, to: Point): boolean {
  let enter = 0;
  let leave = 1;
  const sides = [
    [-to.x, -box.left],
    [to.x, box.right],
    [-to.y, -box.top],
    [to.y, box.bottom],
  ] as const;
  for (const [direction, room] of sides) {
    if (direction === 0) {
      if (room < 0) return false;
      continue;
    }
    const at = room / direction;
    if (direction < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
    if (enter > leave) return false;
  }
  return true;
}
