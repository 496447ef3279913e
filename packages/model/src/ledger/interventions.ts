import {
  stepsOfAspect,
  type EntryOf,
  type InterventionAspect,
  type InterventionStep,
} from './entries/index.ts';

type Version = EntryOf<'intervention-planned'>;
export type StepEntry = EntryOf<'intervention-step'>;

/** A step as it is told: with whether it was struck out since. */
export interface ToldStep {
  readonly entry: StepEntry;
  /** What struck it out; null: it counts. */
  readonly struck: EntryOf<'intervention-step-struck'> | null;
}

/** How one party stands to one intervention. null: nothing is on record, which is no no (P2). */
export interface PartyStanding {
  readonly party: string;
  readonly offer: StepEntry | null;
  readonly uptake: StepEntry | null;
  readonly consent: StepEntry | null;
  /** All that was said, the latest day first, what was struck out too. */
  readonly history: readonly ToldStep[];
}

/** Something done for parties, as it stands after every correction. */
export interface Intervention {
  /** The id of its first entry. */
  readonly id: string;
  readonly now: Version;
  /** What was said of it before, the first version first. */
  readonly before: readonly Version[];
  /** Of every party of which something is on record. */
  readonly parties: ReadonlyMap<string, PartyStanding>;
}

export interface InterventionEntries {
  readonly planned: readonly Version[];
  readonly steps: readonly StepEntry[];
  readonly struck: readonly EntryOf<'intervention-step-struck'>[];
}

/**
 * Interventions in the order in which they were planned, with what holds of every party: of each aspect
 * what was so on the latest day, and of one day what was put on record last. In what order the entries
 * are given does not matter.
 */
export function interventions({
  planned,
  steps,
  struck,
}: InterventionEntries): readonly Intervention[] {
  const strikes = new Map(struck.toSorted(lastFirst).map((strike) => [strike.step, strike]));
  const told = steps.toSorted(latestFirst).map((entry): ToldStep => {
    const strike = strikes.get(entry.id);
    return { entry, struck: strike ?? null };
  });
  const toldOf = Map.groupBy(told, ({ entry }) => entry.intervention);
  const versions = planned.toSorted((one, other) => -lastFirst(one, other));
  const corrections = Map.groupBy(versions, ({ corrects }) => corrects);
  return (corrections.get(null) ?? []).map((first): Intervention => {
    const all = [first, ...(corrections.get(first.id) ?? [])];
    const byParty = Map.groupBy(toldOf.get(first.id) ?? [], ({ entry }) => entry.party);
    return {
      id: first.id,
      now: all.at(-1) ?? first,
      before: all.slice(0, -1),
      parties: new Map(
        [...byParty].map(([party, history]) => [party, standingOf(party, history)] as const),
      ),
    };
  });
}

/** Nothing is on record of this party. */
export const unsaidStanding = (party: string): PartyStanding => ({
  ...{ party, offer: null, uptake: null, consent: null, history: [] },
});

function standingOf(party: string, history: readonly ToldStep[]): PartyStanding {
  const counting = history.filter(({ struck }) => struck === null);
  const latest = (aspect: InterventionAspect): StepEntry | null => {
    const of: ReadonlySet<InterventionStep> = new Set(stepsOfAspect[aspect]);
    return counting.find(({ entry }) => of.has(entry.step))?.entry ?? null;
  };
  return {
    ...{ party, history },
    ...{ offer: latest('offer'), uptake: latest('uptake'), consent: latest('consent') },
  };
}

type Placed = { readonly number: number; readonly id: string };

const lastFirst = (one: Placed, other: Placed): number =>
  other.number - one.number || (one.id < other.id ? 1 : -1);

const latestFirst = (one: StepEntry, other: StepEntry): number =>
  one.on === other.on ? lastFirst(one, other) : one.on < other.on ? 1 : -1;
