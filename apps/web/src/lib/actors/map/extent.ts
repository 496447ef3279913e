import type { Actor } from '@parley/model';
import { labelLines, placeLabel, type Point } from '@parley/model/map';
import type { Places } from './places.svelte.ts';
import type { TieIndex } from './tie-index.svelte.ts';

/** Corners of all that is drawn of some actors, shapes and labels, in map units: what a view must hold. */
export function extentOf(actors: readonly Actor[], places: Places, ties: TieIndex): Point[] {
  return actors.flatMap((actor) => {
    const { x, y } = places.of(actor.id);
    const shape = ties.shapeOf(actor, { x: 0, y: 0 });
    const { box } = placeLabel(shape, labelLines(actor.name), ties.otherEndsOf(actor.id, places));
    return [
      { x: x + Math.min(-shape.radius, box.left), y: y + Math.min(-shape.radius, box.top) },
      { x: x + Math.max(shape.radius, box.right), y: y + Math.max(shape.radius, box.bottom) },
    ];
  });
}

/** Room around a drawing on paper, in pixels. */
const air = 8;

/**
 * A `viewBox` that holds these places of the map.
 * @param transform from units of the map to pixels of the screen
 */
export function boxAround(
  places: readonly Point[],
  { x, y, k }: { readonly x: number; readonly y: number; readonly k: number },
): string {
  const [xs, ys] = [places.map((at) => at.x * k + x), places.map((at) => at.y * k + y)];
  const [left, top] = [Math.min(...xs) - air, Math.min(...ys) - air];
  return [left, top, Math.max(...xs) + air - left, Math.max(...ys) + air - top].join(' ');
}
