/** A place on the ring, as shares 0–1 of the square that it stands in. */
export interface RingPlace {
  readonly x: number;
  readonly y: number;
}

/** The part of the ring that a sector has; angles in radians, clockwise from the top. */
export interface RingPart {
  readonly start: number;
  readonly end: number;
}

/** Radius of the inner and the outer edge of the ring, as shares of the square. */
export const innerRim = 0.09;
export const outerRim = 0.5;

/** What a mark with its name needs, as shares of the square. */
const room = { across: 0.125, down: 0.068 };

/**
 * Divides the ring: who stands in a sector has to fit into its part, and so its part grows with their
 * number. It says nothing else of a sector.
 * @param counts how many actors stand in each
 */
export function ringParts(counts: readonly number[]): readonly RingPart[] {
  const shares = counts.map((count) => 1.5 + count);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let start = 0;
  return shares.map((share) => {
    const part = { start, end: start + (share / whole) * 2 * Math.PI };
    start = part.end;
    return part;
  });
}

/**
 * Where the actors of a sector stand in its part: in lines from the top down, and closer together only
 * where there is no other way.
 */
export function placesInPart(part: RingPart, count: number): readonly RingPlace[] {
  const label = labelPlace(part);
  for (let scale = 1; ; scale *= 0.9) {
    const places = candidates(part, scale).filter(
      ({ x, y }) =>
        scale < 0.5 ||
        Math.abs(x - label.x) > room.across * 0.8 ||
        Math.abs(y + 0.01 - label.y) > room.down * 0.6,
    );
    if (places.length >= count) return spread(places, count);
  }
}

function candidates(part: RingPart, scale: number): readonly RingPlace[] {
  const places: RingPlace[] = [];
  const margin = 0.05 * scale;
  for (let y = -outerRim; y <= outerRim; y += room.down * scale) {
    let last = -Infinity;
    for (let x = -outerRim; x <= outerRim; x += 0.005) {
      if (x - last < room.across * scale || !isInside(part, x, y, margin)) continue;
      places.push({ x: 0.5 + x, y: 0.5 + y });
      last = x;
    }
  }
  return places;
}

/** @param margin from every edge, as a share of the square */
function isInside({ start, end }: RingPart, x: number, y: number, margin: number): boolean {
  const radius = Math.hypot(x, y);
  if (radius <= innerRim + margin || radius >= outerRim - margin) return false;
  const angle = (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);
  const aside = margin / radius;
  const whole = end - start > 2 * Math.PI - 1e-6;
  return whole || (angle > start + aside && angle < end - aside);
}

/** As many of them, from all over the part. */
const spread = (places: readonly RingPlace[], count: number): readonly RingPlace[] =>
  Array.from({ length: count }, (_, index) => {
    const place = places[Math.floor(((index + 0.5) * places.length) / count)];
    return place ?? { x: 0.5, y: 0.5 };
  });

/** Where the name of a sector stands: at the outer edge of its part. */
export function labelPlace({ start, end }: RingPart): RingPlace {
  const angle = (start + end) / 2;
  const radius = outerRim - 0.05;
  return { x: 0.5 + radius * Math.sin(angle), y: 0.5 - radius * Math.cos(angle) };
}

/** The outline of a part as an SVG path in a square of side 1. */
export function partPath({ start, end }: RingPart): string {
  // A whole ring cannot be drawn by one arc: it ends where it begins.
  const last = Math.min(end, start + 2 * Math.PI - 1e-3);
  const far = last - start > Math.PI ? 1 : 0;
  const at = (radius: number, angle: number) =>
    `${(0.5 + radius * Math.sin(angle)).toFixed(4)},${(0.5 - radius * Math.cos(angle)).toFixed(4)}`;
  return [
    `M${at(innerRim, start)}`,
    `L${at(outerRim, start)}`,
    `A${outerRim},${outerRim} 0 ${far} 1 ${at(outerRim, last)}`,
    `L${at(innerRim, last)}`,
    `A${innerRim},${innerRim} 0 ${far} 0 ${at(innerRim, start)}Z`,
  ].join('');
}
