import {
  countedParticipants,
  seatRows,
  type CompositionAttribute,
  type InclusionContext,
  type Participant,
} from '@parley/model';
import { compositionTable } from '../outside/composition-table.ts';
import { peopleByGroup, type Group } from './groups.ts';

/** One part of a bar. All counts are people, or open seats. */
interface BarPart {
  /** The group's id; `open`: seats that nobody holds; `withheld`: counts that are not shown. */
  readonly id: string;
  readonly count: number;
  /** Ids of the people. */
  readonly people: readonly string[];
}

/** One delegation or other place, or all. */
export interface BarRow {
  /** Id of the delegation's actor, or of the place; null: people in none; `all`: everybody. */
  readonly id: string | null;
  readonly parts: readonly BarPart[];
  /** What the parts are parts of; null: withheld. */
  readonly total: number | null;
}

/**
 * How everybody counted, and each delegation, is made up; all first, then the order of the actors. Where
 * seats are counted, those that are open are a part of their own.
 */
export function compositionRows(
  attribute: CompositionAttribute,
  groups: readonly Group[],
  context: InclusionContext,
): readonly BarRow[] {
  const counted = countedParticipants(context.participants, context.countedAs);
  const known = new Set(context.actors.map(({ id }) => id));
  const byDelegation = Map.groupBy(counted, ({ delegation }) =>
    delegation !== null && known.has(delegation) ? delegation : null,
  );
  const isOfSeats = context.countedAs === 'seats';
  const seats = new Map(
    isOfSeats ? seatRows(context).map(({ delegation, open }) => [delegation, open]) : [],
  );
  const row = (id: string | null, people: typeof counted, open: number): BarRow => {
    const byGroup = peopleByGroup(groups, attribute, people);
    const parts = groups.map((group): BarPart => {
      const ids = (byGroup.get(group.id) ?? []).map((person) => person.id);
      return { id: group.id, count: ids.length, people: ids };
    });
    return {
      id,
      parts: isOfSeats ? [...parts, { id: 'open', count: open, people: [] }] : parts,
      total: people.length + open,
    };
  };
  const delegations = [...context.actors.map(({ id }) => id), null].filter(
    (id) => byDelegation.has(id) || (seats.get(id) ?? 0) > 0,
  );
  const free = [...seats.values()].reduce((sum, open) => sum + open, 0);
  return [
    row('all', counted, free),
    ...delegations.map((id) => row(id, byDelegation.get(id) ?? [], seats.get(id) ?? 0)),
  ];
}

/** What people outside the team are told. */
interface Told {
  readonly people: readonly Participant[];
  readonly attribute: CompositionAttribute;
  readonly groups: readonly Group[];
  /** Ids of the places in their order: delegations, where `placeIn` does not say otherwise. */
  readonly order: readonly string[];
  readonly placeIn?: (person: Participant) => string | null;
}

/**
 * The same as people outside the team may see it: small counts are withheld, and as many others that
 * nobody can reckon them out. Nobody is named by a part, and open seats are left out: with them the
 * withheld totals could be told.
 * @param threshold people; see `withoutSmallGroups`
 */
export function rowsForOutsiders(
  { people, attribute, groups, order, placeIn }: Told,
  threshold: number,
): readonly BarRow[] {
  const table = compositionTable(people, attribute, order, threshold, placeIn);
  const row = (
    id: string | null,
    cells: readonly (number | null)[],
    total: number | null,
  ): BarRow => {
    const countOf = ({ values }: Group): number | null => {
      const counts = values.flatMap((value) => {
        const at = table.values.indexOf(value);
        return at < 0 ? [] : [cells[at] ?? null];
      });
      return counts.includes(null)
        ? null
        : counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    };
    const parts = groups.flatMap((group): BarPart[] => {
      const count = countOf(group);
      return count === null ? [] : [{ id: group.id, count, people: [] }];
    });
    const shown = parts.reduce((sum, { count }) => sum + count, 0);
    const withheld = { id: 'withheld', count: total === null ? 0 : total - shown, people: [] };
    return { id, total, parts: parts.length < groups.length ? [...parts, withheld] : parts };
  };
  return [
    row('all', table.columnTotals, table.total),
    ...table.places.map((id, at) => row(id, table.cells[at] ?? [], table.rowTotals[at] ?? null)),
  ];
}
