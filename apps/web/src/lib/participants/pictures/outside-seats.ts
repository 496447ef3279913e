import type { BarRow } from './composition.ts';

/** A seat that somebody holds, as people outside the team may see it: of nobody in particular. */
export interface OutsideSeat {
  readonly id: string;
  /** Id of the delegation's actor; null: of none; `withheld`: which delegation is not shown. */
  readonly place: string | null;
  /** Id of the group, or `withheld`. */
  readonly part: string;
}

/**
 * A seat for each person that the rows show or own to: those of one delegation together. Of delegations
 * whose number is withheld the seats stand at the end, as many as are left of all, and none where that is
 * withheld too.
 * @param rows all first; see `rowsForOutsiders`
 */
export function seatsForOutsiders([all, ...rows]: readonly BarRow[]): readonly OutsideSeat[] {
  const several = (place: string | null, part: string, count: number) =>
    Array.from({ length: count }, (_, index): OutsideSeat => ({
      ...{ id: `${place ?? 'none'} ${part} ${index}`, place, part },
    }));
  const shown = rows.flatMap(({ id, parts, total }) =>
    total === null ? [] : parts.flatMap((part) => several(id, part.id, part.count)),
  );
  const left = (all?.total ?? shown.length) - shown.length;
  return [...shown, ...several('withheld', 'withheld', left)];
}
