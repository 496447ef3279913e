/*
 * Geometry of the map, in map units (one unit is one CSS pixel at zoom 1; y grows downwards). Pure:
 * the client draws what is worked out here.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A circle stands for an actor, a square for a third party. */
export type ShapeKind = 'circle' | 'square';

export interface Shape {
  readonly kind: ShapeKind;
  readonly at: Point;
  /** Radius of the circle, half the side of the square. */
  readonly radius: number;
}

/**
 * Half the size of an actor on the map. It is the same for all: no assessment of any kind stands
 * behind it yet, and a size that means nothing must not look as if it did (P1).
 */
export const actorRadius = 24;

/** Free space between a shape and the end of a tie. */
const tieGap = 4;

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The point where the way from a shape's centre to `target` leaves it, `gap` units outside. */
export function rim(shape: Shape, target: Point, gap = tieGap): Point {
  const length = distance(shape.at, target);
  if (length === 0) return shape.at;
  const unit = { x: (target.x - shape.at.x) / length, y: (target.y - shape.at.y) / length };
  const reach =
    shape.kind === 'circle'
      ? shape.radius
      : shape.radius / Math.max(Math.abs(unit.x), Math.abs(unit.y));
  return { x: shape.at.x + unit.x * (reach + gap), y: shape.at.y + unit.y * (reach + gap) };
}
