import type { Point } from './shape.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const units: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The next actor in a direction: among those that lie more that way than sideways, the nearest, where
 * a detour sideways counts double.
 * @returns its id, or null when nobody is there
 */
export function nextInDirection(
  from: Point,
  direction: Direction,
  others: ReadonlyMap<string, Point>,
): string | null {
  const unit = units[direction];
  let nearest: string | null = null;
  let shortest = Infinity;
  for (const [id, at] of others) {
    const forward = (at.x - from.x) * unit.x + (at.y - from.y) * unit.y;
    const sideways = Math.abs((at.x - from.x) * unit.y - (at.y - from.y) * unit.x);
    const way = forward + 2 * sideways;
    if (forward > 0 && sideways <= forward * 1.5 && way < shortest) {
      nearest = id;
      shortest = way;
    }
  }
  return nearest;
}
