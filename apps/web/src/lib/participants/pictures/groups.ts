import { attributeValue, type Participant, type Settings } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { ownFills } from '#lib/pictures/fills.ts';
import type { Fill } from '#lib/pictures/drawing.ts';
import { attributeWords } from '../targets/attribute-words.ts';

/** Values of an attribute that share a fill in a picture: most often one; the last may be several. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly fill: Fill;
  /** Values that belong to it; null: not known, which is a group of its own (P2). */
  readonly values: readonly (string | null)[];
}

/**
 * The groups that these people fall into by an attribute: as the field has its values, free text by most
 * people first; what is not known comes last. Values beyond those that can be told apart share a group.
 */
export function groupsIn(
  attribute: string,
  people: readonly Participant[],
  attributes: Settings['attributes'],
): readonly Group[] {
  const counts = new Map<string | null, number>();
  for (const person of people) {
    const value = attributeValue(person, attribute);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const words = attributeWords(attribute, attributes).values;
  const labels = new Map(words?.map(({ value, label }) => [value, label]));
  const written = [...counts.keys()].filter((value) => value !== null);
  const rank = (value: string) => {
    const at = words?.findIndex((option) => option.value === value) ?? -1;
    return at < 0 ? Infinity : at;
  };
  const values = written.sort(
    (a, b) =>
      (rank(a) === rank(b) ? 0 : rank(a) - rank(b)) ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      a.localeCompare(b),
  );
  // A group of one value that shares nothing keeps its name.
  const apart = values.length > ownFills.length ? ownFills.length - 1 : ownFills.length;
  const rest = values.slice(apart);
  return [
    ...values.slice(0, apart).map((value, index): Group => ({
      ...{ id: `value ${value}`, label: labels.get(value) ?? value },
      ...{ fill: ownFills[index] ?? 'others', values: [value] },
    })),
    ...(rest.length > 0
      ? [
          {
            ...({ id: 'others', fill: 'others', values: rest } as const),
            label: m.pictures_other_values({ count: rest.length }),
          },
        ]
      : []),
    ...(counts.has(null)
      ? [{ id: 'unknown', fill: 'unknown', values: [null], label: m.pictures_unknown() } as const]
      : []),
  ];
}

/** The people of each group, by its id. */
export function peopleByGroup(
  groups: readonly Group[],
  attribute: string,
  people: readonly Participant[],
): ReadonlyMap<string, readonly Participant[]> {
  const groupOf = new Map(groups.flatMap(({ id, values }) => values.map((value) => [value, id])));
  return Map.groupBy(people, (one) => groupOf.get(attributeValue(one, attribute)) ?? '');
}
