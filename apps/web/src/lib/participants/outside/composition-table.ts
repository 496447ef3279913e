import {
  attributeValue,
  withoutSmallGroups,
  type CompositionAttribute,
  type Participant,
  type ShownTable,
} from '@parley/model';

/** Who sits where, as people outside the team may see it. */
interface CompositionTable extends ShownTable {
  /** Ids of delegations, or other places; null: people in none, who stand last. */
  readonly places: readonly (string | null)[];
  /** Values of the attribute; null: not known, which stands last (P2). */
  readonly values: readonly (string | null)[];
}

/**
 * @param people those who are counted
 * @param order the places, in the order of the list
 * @param threshold people; counts below it, other than 0, are withheld
 * @param placeIn the place of somebody: their delegation where nothing else is said
 */
export function compositionTable(
  people: readonly Participant[],
  attribute: CompositionAttribute,
  order: readonly string[],
  threshold: number,
  placeIn: (person: Participant) => string | null = ({ delegation }) => delegation,
): CompositionTable {
  const known = new Set(order);
  const placeOf = (person: Participant) => {
    const place = placeIn(person);
    return place !== null && known.has(place) ? place : null;
  };
  const rows = [...order, null].filter((id) => people.some((one) => placeOf(one) === id));
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
  return { places: rows, values, ...withoutSmallGroups(counts, threshold) };
}
