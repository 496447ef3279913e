import { byOrder } from '../order-key.ts';
import { isCounted } from './inclusion-counting.ts';
import type { InclusionContext } from './inclusion-groups.ts';

/** The seats of one delegation. All are people. */
export interface SeatRow {
  /** Id of the delegation's actor; null: seats for people who sit in no delegation. */
  readonly delegation: string | null;
  readonly seats: number;
  /** Ids of those who hold one: confirmed or there; sorted. */
  readonly filledBy: readonly string[];
  readonly open: number;
  /** How many more hold one than there are. */
  readonly over: number;
  /** Invited, and not confirmed yet: they may fill open seats. */
  readonly invited: number;
}

/** A row for each delegation with seats or with people who hold one, in the order of the actors; free seats last. */
export function seatRows({
  participants,
  actors,
  seats = {},
  freeSeats = 0,
}: InclusionContext): readonly SeatRow[] {
  const known = new Set(actors.map(({ id }) => id));
  const groups = Map.groupBy(participants, ({ delegation }) =>
    delegation !== null && known.has(delegation) ? delegation : null,
  );
  const row = (delegation: string | null, allotted: number): SeatRow => {
    const people = groups.get(delegation) ?? [];
    const filledBy = people.filter((person) => isCounted(person, 'seats')).map(({ id }) => id);
    return {
      delegation,
      seats: allotted,
      filledBy: filledBy.sort(),
      open: Math.max(0, allotted - filledBy.length),
      over: Math.max(0, filledBy.length - allotted),
      invited: people.filter(({ stage }) => stage === 'invited').length,
    };
  };
  return [
    ...[...actors].sort(byOrder).map(({ id }) => row(id, seats[id] ?? 0)),
    row(null, freeSeats),
  ].filter(({ seats, filledBy, invited }) => seats > 0 || filledBy.length > 0 || invited > 0);
}
