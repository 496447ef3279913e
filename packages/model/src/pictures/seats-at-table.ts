/** A long table with seats around it. All are in diameters of a seat; the table's corner is at 0, 0. */
export interface TablePlan {
  readonly width: number;
  readonly height: number;
  /** Middles of the seats, clockwise from the left end of the upper side. */
  readonly seats: readonly { readonly x: number; readonly y: number; readonly side: Side }[];
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** From one seat's middle to the next, and from a seat's middle to the table. */
const step = 1.6;
const away = 0.75;

/** A table for so many: two at each end where there are eight and more, the others along the sides. */
export function seatsAtTable(count: number): TablePlan {
  const ends = count >= 8 ? 2 : count >= 4 ? 1 : 0;
  const along = count - 2 * ends;
  const above = Math.ceil(along / 2);
  const below = along - above;
  const width = Math.max(above, 2) * step;
  const height = Math.max(ends, 1.6) * step;
  const spread = (seats: number, length: number) =>
    Array.from({ length: seats }, (_, index) => ((index + 0.5) * length) / seats);
  return {
    ...{ width, height },
    seats: [
      ...spread(above, width).map((x) => ({ x, y: -away, side: 'top' as const })),
      ...spread(ends, height).map((y) => ({ x: width + away, y, side: 'right' as const })),
      ...spread(below, width)
        .toReversed()
        .map((x) => ({ x, y: height + away, side: 'bottom' as const })),
      ...spread(ends, height)
        .toReversed()
        .map((y) => ({ x: -away, y, side: 'left' as const })),
    ],
  };
}
