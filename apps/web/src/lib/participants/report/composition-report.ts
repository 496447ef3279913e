import {
  attributeValue,
  listWithoutSmallGroups,
  type Actor,
  type CompositionAttribute,
  type CountedAs,
  type InclusionTarget,
  type Participant,
  type ShownCount,
  type TargetVerdict,
} from '@parley/model';

/** What a part of the report is about. */
export interface ReportedAttribute {
  readonly attribute: string;
  /**
   * The closed list of its values; null: what people wrote, where a rare word could point at one person,
   * so that values with few people are put together and not named.
   */
  readonly values: readonly string[] | null;
  /** Values that targets ask about: others are withheld before these. */
  readonly asked?: readonly string[];
}

interface ReportRow {
  /** null: not known, which stands last and is never counted as one of the others (P2). */
  readonly value: string | null;
  /** null: withheld, for so few people could be told by name, or reckoned from the other rows. */
  readonly count: ShownCount;
}

interface ReportPart {
  readonly attribute: string;
  readonly rows: readonly ReportRow[];
  /** All people whose count is withheld, together: what is left of the total anyway. */
  readonly withheld: number;
}

/** How people are made up, as a donor may see it: counts by one attribute each, never by two at once. */
export interface CompositionReport {
  /** null: so few are counted that nothing is shown of them. */
  readonly total: number | null;
  readonly parts: readonly ReportPart[];
}

/**
 * Each part has the same people and the same total, and nothing crosses two of them: a withheld count of
 * one is not found by way of another.
 * @param people those who are counted
 * @param threshold people; counts below it, other than 0, are withheld
 */
export function compositionReport(
  people: readonly Participant[],
  attributes: readonly ReportedAttribute[],
  threshold: number,
): CompositionReport {
  if (people.length > 0 && people.length < threshold) return { total: null, parts: [] };
  return {
    total: people.length,
    parts: attributes.flatMap((about) => partOf(people, about, threshold) ?? []),
  };
}

/**
 * The delegations that people on the list sit in, for a report that names them: those that are a group.
 * Somebody who stands on the map as a person is a name.
 */
export function delegationsAttribute(
  actors: readonly Pick<Actor, 'id' | 'kind'>[],
  people: readonly Participant[],
): ReportedAttribute {
  const named = new Set(people.map(({ delegation }) => delegation));
  const groups = actors.filter(({ id, kind }) => kind !== 'person' && named.has(id));
  return { attribute: 'delegation', values: groups.map(({ id }) => id) };
}

/** null: in none, or in one that is not named. */
const inDelegation = ({ delegation }: Participant, named: ReportedAttribute['values']) =>
  delegation !== null && named?.includes(delegation) ? delegation : null;

/** null where all of its counts together would not hide the small ones. */
function partOf(
  people: readonly Participant[],
  { attribute, values, asked = [] }: ReportedAttribute,
  threshold: number,
): ReportPart | null {
  const groups = Map.groupBy(people, (person) =>
    attribute === 'delegation'
      ? inDelegation(person, values)
      : // What a target can name is what people can be told apart by.
        attributeValue(person, attribute as CompositionAttribute),
  );
  const found = [...groups.keys()].filter((value) => value !== null).sort();
  const named = values ?? found;
  // A value that is on no list any more is still somebody's.
  const all = [...named, ...found.filter((value) => !named.includes(value)), null];
  const counts = listWithoutSmallGroups(
    all.map((value) => groups.get(value)?.length ?? 0),
    threshold,
    (at) => asked.includes(all[at] ?? ''),
  );
  if (counts === null) return null;
  const rows = all.map((value, at): ReportRow => ({ value, count: counts[at] ?? null }));
  return {
    attribute,
    rows: rows.filter(
      ({ value, count }) => count !== null || value === null || (values?.includes(value) ?? false),
    ),
    withheld: people.length - rows.reduce((sum, { count }) => sum + (count ?? 0), 0),
  };
}

/**
 * Whether the numbers of a target may stand in the report: only where they are sums of what it shows
 * anyway. Everything else (several attributes at once, one stage, what is counted in another way) would
 * be one more table, and two tables can say together what neither says alone. An outcome that was
 * published is no secret.
 */
export function mayShowFigures(
  target: Pick<InclusionTarget, 'attribute' | 'values' | 'also' | 'scope'>,
  assessed: TargetVerdict,
  report: CompositionReport,
  countedAs: CountedAs,
): boolean {
  if (assessed.scope !== 'process') return false;
  if (assessed.basis === 'reported') return true;
  const part = report.parts.find(({ attribute }) => attribute === target.attribute);
  if (!part || target.also.length > 0 || countedAs === 'seats' || assessed.counted !== countedAs)
    return false;
  const counts = new Map(part.rows.map(({ value, count }) => [value, count]));
  return [...target.values, null].every((value) => typeof counts.get(value) === 'number');
}
