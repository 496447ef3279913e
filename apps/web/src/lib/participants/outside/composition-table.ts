import {
  attributeValue,
  withoutSmallGroups,
  type CompositionAttribute,
  type Participant,
  type ShownTable,
} from '@parley/model';

/** Who sits where, as people outside the team may see it. */
interface CompositionTable extends ShownTable {
  /** Ids of delegations; null: people in none, who stand last. */
  readonly delegations: readonly (string | null)[];
  /** Values of the attribute; null: not known, which stands last (P2). */
  readonly values: readonly (string | null)[];
}

/**
 * @param people those who are counted
 * @param delegations ids in the order of the list
 * @param threshold people; counts below it, other than 0, are withheld
 */
export function compositionTable(
  people: readonly Participant[],
  attribute: CompositionAttribute,
  delegations: readonly string[],
  threshold: number,
): CompositionTable {
  const known = new Set(delegations);
  const placeOf = ({ delegation }: Participant) =>
    delegation !== null && known.has(delegation) ? delegation : null;
  const rows = [...delegations, null].filter((id) => people.some((one) => placeOf(one) === id));
  const found = new Set(people.map((person) => attributeValue(person, attribute)));
  const values = [
    ...[...found].filter((value) => value !== null).sort(),
    ...(found.has(null) ? [null] : []),
  ];
  const counts = rows.map((row) =>
    values.map(
      (value) =>
        people.filter((one) => placeOf(one) === row && attributeValue(one, attribute) === value)
          .length,
    ),
  );
  return { delegations: rows, values, ...withoutSmallGroups(counts, threshold) };
}
