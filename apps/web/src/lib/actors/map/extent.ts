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
