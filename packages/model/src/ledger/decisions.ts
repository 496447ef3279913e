import type { Cost, EntryOf, Touchable } from './entries/index.ts';

type Recorded = EntryOf<'decision'>;
type Observed = EntryOf<'decision-observed'>;

/** What somebody said that something costs with a party. */
export interface SaidCost {
  readonly cost: Cost;
  readonly why: string;
}

/** What a decision costs with one party. */
export interface PartyCost {
  readonly party: string;
  /** null: nobody said what was expected. */
  readonly expected: SaidCost | null;
  /** What was observed last; null: nothing was. */
  readonly observed: Observed | null;
  /** What was observed before that, the first first. */
  readonly before: readonly Observed[];
}

/** A decision as it stands, with what came of it. */
export interface Decision {
  readonly id: string;
  readonly said: Recorded;
  /** A row for each party that somebody said something of, in the order in which they were named. */
  readonly costs: readonly PartyCost[];
  /** Who was not there, and what meeting without them would have cost with each. */
  readonly absent: readonly { readonly party: string; readonly without: SaidCost }[];
  /** null while it counts. */
  readonly withdrawn: EntryOf<'decision-withdrawn'> | null;
}

/** What the ledger says of decisions, in any order. */
export interface DecisionEntries {
  readonly recorded: readonly Recorded[];
  readonly observed: readonly Observed[];
  readonly withdrawn: readonly EntryOf<'decision-withdrawn'>[];
}

/** The decisions, the first day first and of one day what was recorded first. */
export function decisionsIn({
  recorded,
  observed,
  withdrawn,
}: DecisionEntries): readonly Decision[] {
  const seen = Map.groupBy(observed.toSorted(byNumber), ({ decision }) => decision);
  const taken = new Map(withdrawn.toSorted(byNumber).map((one) => [one.decision, one]));
  return recorded.toSorted(byDay).map((said) => ({
    id: said.id,
    said,
    costs: costsOf(said, seen.get(said.id) ?? []),
    absent: [...perParty(said.absent ?? [])].map(([party, without]) => ({ party, without })),
    withdrawn: taken.get(said.id) ?? null,
  }));
}

/**
 * Those that are about a record, in their order: it is among what they touch, or an actor with whom
 * somebody said that they cost something or who was not there.
 */
export const decisionsAbout = (
  decisions: readonly Decision[],
  type: Touchable,
  id: string,
): readonly Decision[] =>
  decisions.filter(
    ({ said, costs, absent }) =>
      (said.touches ?? []).some((touched) => touched.type === type && touched.id === id) ||
      (type === 'actor' && [...costs, ...absent].some(({ party }) => party === id)),
  );

/** Ids of the parties of which something is said in these decisions. */
export const partiesNamed = (decisions: readonly Decision[]): ReadonlySet<string> =>
  new Set(
    decisions.flatMap(({ costs, absent }) => [...costs, ...absent].map(({ party }) => party)),
  );

function costsOf(said: Recorded, seen: readonly Observed[]): readonly PartyCost[] {
  const expected = perParty(said.costs ?? []);
  const observed = Map.groupBy(seen, ({ party }) => party);
  return [...new Set([...expected.keys(), ...observed.keys()])].map((party) => {
    const all = observed.get(party) ?? [];
    return {
      party,
      expected: expected.get(party) ?? null,
      observed: all.at(-1) ?? null,
      before: all.slice(0, -1),
    };
  });
}

/**
 * What is said of each party. Two actors that are one now may each have been said something of: where
 * that differs, what holds of the one is not known.
 */
function perParty(
  said: readonly ({ readonly party: string } & SaidCost)[],
): ReadonlyMap<string, SaidCost> {
  const costs = new Map<string, SaidCost>();
  for (const { party, cost, why } of said) {
    const other = costs.get(party);
    const whys = [other?.why ?? '', why].filter((text) => text !== '');
    costs.set(party, {
      cost: other && other.cost !== cost ? null : cost,
      why: [...new Set(whys)].join('\n'),
    });
  }
  return costs;
}

interface Numbered {
  readonly id: string;
  readonly number: number;
}

const byNumber = (one: Numbered, other: Numbered): number =>
  one.number - other.number || (one.id < other.id ? -1 : 1);

const byDay = (one: Recorded, other: Recorded): number =>
  one.date === other.date ? byNumber(one, other) : one.date < other.date ? -1 : 1;
