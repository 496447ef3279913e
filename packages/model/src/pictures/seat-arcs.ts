/** Where a seat stands, in units of the outermost row's radius: the middle of the half circle is 0, 0. */
export interface SeatPlace {
  /** −1 at the left end, 1 at the right. */
  readonly x: number;
  /** −1 at the top, 0 at the foot. */
  readonly y: number;
  /** How far round it is, in radians from the left end, 0–π. */
  readonly angle: number;
}

/** The innermost row's radius; inside it is the floor. */
const inner = 0.4;

/** Room of a seat along a row and between rows, as a share of its diameter. */
const roomy = 1.22;

/**
 * Places for so many seats in rows of a half circle, from the left end to the right: seats that follow
 * one another stand together, so that a delegation is a wedge. Rows are as many as make the seats as
 * large as can be; each takes its share of the seats by its length (Hamilton's method), so that the
 * gaps are alike everywhere.
 * @returns the places, and the radius of a seat, in the same units
 */
export function seatArcs(count: number): {
  readonly places: readonly SeatPlace[];
  readonly radius: number;
} {
  if (count <= 0) return { places: [], radius: 0 };
  let best: { readonly radii: readonly number[]; readonly radius: number } | null = null;
  for (let rows = 1; rows <= Math.min(count, 40); rows += 1) {
    const radii = radiiOf(rows);
    const between = rows === 1 ? 1 - inner : (1 - inner) / (rows - 1);
    const length = Math.PI * radii.reduce((sum, radius) => sum + radius, 0);
    const along = Math.min(
      ...apportioned(count, radii).map((seats, row) => gap(seats, radii[row])),
    );
    const radius = Math.min(along, between, length / count) / (2 * roomy);
    if (best === null || radius > best.radius) best = { radii, radius };
  }
  const { radii, radius } = best ?? { radii: [1], radius: 0.1 };
  const places = apportioned(count, radii).flatMap((seats, row) => {
    const away = radii[row] ?? 1;
    return Array.from({ length: seats }, (_, index): SeatPlace => {
      const angle = seats === 1 ? Math.PI / 2 : (Math.PI * index) / (seats - 1);
      return { x: -Math.cos(angle) * away, y: -Math.sin(angle) * away, angle };
    });
  });
  // Of seats at one angle the outermost comes first.
  const away = ({ x, y }: SeatPlace) => Math.hypot(x, y);
  places.sort((a, b) => a.angle - b.angle || away(b) - away(a));
  return { places, radius: Math.min(radius, 0.11) };
}

const radiiOf = (rows: number): readonly number[] =>
  Array.from({ length: rows }, (_, row) => (rows === 1 ? 1 : 1 - ((1 - inner) * row) / (rows - 1)));

/** The distance of neighbours in a row. */
const gap = (seats: number, radius = 1): number =>
  seats <= 1 ? Infinity : 2 * radius * Math.sin(Math.PI / (seats - 1) / 2);

/** Seats of each row by its length: whole parts first, then the largest remainders. */
function apportioned(count: number, radii: readonly number[]): readonly number[] {
  const sum = radii.reduce((total, radius) => total + radius, 0);
  const exact = radii.map((radius) => (count * radius) / sum);
  const seats = exact.map(Math.floor);
  const left = count - seats.reduce((total, one) => total + one, 0);
  const byRemainder = exact
    .map((value, row) => ({ row, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.row - b.row);
  for (const { row } of byRemainder.slice(0, left)) seats[row] = (seats[row] ?? 0) + 1;
  return seats;
}
