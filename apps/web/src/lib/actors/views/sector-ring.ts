/** A place on the ring, as shares 0–1 of the square that it stands in. */
interface RingPlace {
  readonly x: number;
  readonly y: number;
}

/** The part of the ring that a sector has; angles in radians, clockwise from the top. */
interface RingPart {
  readonly start: number;
  readonly end: number;
}

/** A part, where its name stands, and where its actors do: the middle of the upper edge of each. */
interface FilledPart {
  readonly part: RingPart;
  readonly label: RingPlace;
  readonly places: readonly RingPlace[];
}

/** What something takes of the square, as shares of it. */
interface Room {
  readonly across: number;
  readonly down: number;
}

/** Radius of the inner and the outer edge of the ring, as shares of the square. */
export const innerRim = 0.07;
export const outerRim = 0.5;

/** What a mark with two lines of its name takes, in px; `ActorToken` is as wide at most. */
const token = { across: 96, down: 52 };
/** What the name of a sector takes, in px: two short words, or one. */
const name = { across: 76, down: 30 };
/** The least that an actor may have of its width where there are many of them. */
const narrowest = 0.8;
/** The share of a ring that names can fill at most: lines do not fit into round corners. */
const fullest = 0.42;
/** What a sector has of the ring beside what its actors take, in actors. */
const beside = 1.5;

/**
 * Divides the ring, and finds places for all actors so that no name stands on another or outside of its
 * sector. A part grows with the number of actors in it, and with what their names need; it says nothing
 * else of a sector.
 * @param counts how many actors stand in each
 * @param width of the square, in px
 * @returns null where there are too many for their names to be read
 */
export function fillRing(counts: readonly number[], width: number): readonly FilledPart[] | null {
  const named = { across: name.across / width, down: name.down / width };
  for (let scale = 1; scale > narrowest - 0.01; scale -= 0.1) {
    const room = { across: (token.across * scale) / width, down: token.down / width };
    const all = counts.reduce((sum, count) => sum + count, 0) * room.across * room.down;
    if (all > fullest * areaOf({ start: 0, end: 2 * Math.PI })) continue;
    let shares = counts.map((count) => beside + count);
    for (let round = 0; round < 12; round += 1) {
      const parts = divide(shares);
      const filled = parts.map((part, index) => fillPart(part, counts[index] ?? 0, room, named));
      const ring = filled.filter((one) => one !== null);
      if (ring.length === counts.length) return ring;
      shares = shares.map((share, index) => (filled[index] ? share : share * 1.15));
    }
  }
  return null;
}

const areaOf = ({ start, end }: RingPart) => ((end - start) / 2) * (outerRim ** 2 - innerRim ** 2);

function divide(shares: readonly number[]): readonly RingPart[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let start = 0;
  return shares.map((share) => {
    const part = { start, end: start + (share / whole) * 2 * Math.PI };
    start = part.end;
    return part;
  });
}

function fillPart(part: RingPart, count: number, room: Room, named: Room): FilledPart | null {
  if (count * room.across * room.down > areaOf(part)) return null;
  const label = labelPlace(part, named);
  if (!label) return null;
  for (let shift = 0; shift < 1; shift += 0.25) {
    const places = lines(part, room, shift).filter(
      ({ x, y }) =>
        Math.abs(x - label.x) > (room.across + named.across) / 2 ||
        Math.abs(y + room.down / 2 - label.y) > (room.down + named.down) / 2,
    );
    if (places.length >= count) return { part, label, places: spread(places, count) };
  }
  return null;
}

/** Places in lines from the top down, the first of them so much of a line below the upper edge. */
function lines(part: RingPart, room: Room, shift: number): readonly RingPlace[] {
  const places: RingPlace[] = [];
  const isIn = angleOf(part);
  const step = 0.008;
  for (let top = -outerRim + shift * room.down; top <= outerRim; top += room.down) {
    const run: number[] = [];
    const end = () => {
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) return;
      const count = Math.floor((last - first) / room.across + 1e-9) + 1;
      const left = (first + last - (count - 1) * room.across) / 2;
      for (let at = 0; at < count; at += 1)
        places.push({ x: 0.5 + left + at * room.across, y: 0.5 + top });
      run.length = 0;
    };
    for (let x = -outerRim; x <= outerRim; x += step) {
      if (holds(isIn, x, top + room.down / 2, room)) run.push(x);
      else end();
    }
    end();
  }
  return places;
}

/** Whether a part holds all of a box around a place, which is told from the middle of the ring. */
function holds(isIn: Angle, x: number, y: number, { across, down }: Room): boolean {
  const [right, below] = [Math.abs(x) + across / 2, Math.abs(y) + down / 2];
  if (Math.hypot(right, below) >= outerRim) return false;
  const near = Math.hypot(Math.max(0, right - across), Math.max(0, below - down));
  if (near <= innerRim) return false;
  for (let corner = 0; corner < 4; corner += 1) {
    const toSide = corner % 2 === 0 ? across : -across;
    const toEdge = corner < 2 ? down : -down;
    if (!isIn(x + toSide / 2, y + toEdge / 2)) return false;
  }
  return true;
}

type Angle = (x: number, y: number) => boolean;

/** Tells of a place whether it is in the angle of a part; made once, for it is asked ten thousand times. */
function angleOf({ start, end }: RingPart): Angle {
  const turn = end - start;
  if (turn > 2 * Math.PI - 1e-6) return () => true;
  const [startX, startY] = [Math.cos(start), Math.sin(start)];
  const [endX, endY] = [Math.cos(end), Math.sin(end)];
  const afterStart = (x: number, y: number) => x * startX + y * startY > 0;
  const beforeEnd = (x: number, y: number) => x * endX + y * endY < 0;
  return turn <= Math.PI
    ? (x, y) => afterStart(x, y) && beforeEnd(x, y)
    : (x, y) => afterStart(x, y) || beforeEnd(x, y);
}

/** As many of them, from all over the part. */
const spread = (places: readonly RingPlace[], count: number): readonly RingPlace[] =>
  Array.from({ length: count }, (_, index) => {
    const place = places[Math.floor(((index + 0.5) * places.length) / count)];
    return place ?? { x: 0.5, y: 0.5 };
  });

/** Where the name of a sector stands: as far out in the middle of its part as there is room for it. */
function labelPlace(part: RingPart, named: Room): RingPlace | null {
  const isIn = angleOf(part);
  const angle = (part.start + part.end) / 2;
  for (let radius = outerRim; radius > innerRim; radius -= 0.005) {
    const place = { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
    if (holds(isIn, place.x, place.y, named)) return { x: 0.5 + place.x, y: 0.5 + place.y };
  }
  return null;
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
