import { distance, type Point } from './shape.ts';

/** Least distance at which two actors and their labels stay apart. */
export const comfortable = 104;

/**
 * Places for actors that nobody has put anywhere yet: on a spiral around those that have a place,
 * never closer than comfortable to another. The same for everybody who sees the same board.
 * @param ids in the order of the list
 */
export function placeUnplaced(
  placed: readonly Point[],
  ids: readonly string[],
): ReadonlyMap<string, Point> {
  const taken = [...placed];
  const centre = middleOf(placed);
  const places = new Map<string, Point>();
  let step = 0;
  for (const id of ids) {
    const free = nextFree(centre, taken, step);
    step = free.step + 1;
    taken.push(free.point);
    places.set(id, free.point);
  }
  return places;
}

/** The place nearest to `wish` where one more actor stands comfortably apart from all others. */
export function freePlace(wish: Point, taken: readonly Point[]): Point {
  return nextFree(wish, taken, 0).point;
}

function nextFree(centre: Point, taken: readonly Point[], from: number) {
  let step = from;
  let point = spiral(centre, step);
  while (taken.some((other) => distance(other, point) < comfortable)) {
    step += 1;
    point = spiral(centre, step);
  }
  return { step, point };
}

/** Centre of the box around some points; the origin when there is none. */
export function middleOf(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
  };
}

/** Vogel's spiral: turning by the golden angle fills the plane evenly. */
function spiral(centre: Point, step: number): Point {
  const radius = comfortable * 0.62 * Math.sqrt(step);
  const angle = step * Math.PI * (3 - Math.sqrt(5));
  return {
    x: Math.round(centre.x + radius * Math.cos(angle)),
    y: Math.round(centre.y + radius * Math.sin(angle)),
  };
}
