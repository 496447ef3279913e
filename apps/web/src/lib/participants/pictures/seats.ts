import { seatRows, type InclusionContext, type Participant } from '@parley/model';

/** One seat. */
export interface Seat {
  readonly id: string;
  /** Id of the delegation's actor; null: a seat of no delegation. */
  readonly delegation: string | null;
  /** Who holds it; null: it is open. */
  readonly person: Participant | null;
}

/**
 * Every seat, those of one delegation together, in the order of the actors: held ones first, then open
 * ones. Where more hold one than there are seats, each of them has a seat all the same.
 */
export function allSeatsOf(
  context: InclusionContext,
  groupAt: (person: Participant) => number,
): readonly Seat[] {
  const people = new Map(context.participants.map((person) => [person.id, person]));
  return seatRows(context).flatMap(({ delegation, filledBy, open }) => {
    const holders = filledBy
      .flatMap((id) => people.get(id) ?? [])
      .sort((a, b) => groupAt(a) - groupAt(b) || (a.id < b.id ? -1 : 1));
    return [
      ...holders.map((person): Seat => ({ id: person.id, delegation, person })),
      ...Array.from({ length: open }, (_, index): Seat => ({
        id: `open ${delegation ?? 'none'} ${index}`,
        delegation,
        person: null,
      })),
    ];
  });
}
