import type { Stage } from '../records/participant.ts';
import type { EntryOf } from './entries/index.ts';
import { byNumber } from './root.ts';

export type StageChange = EntryOf<'stage-change'>;

/**
 * The day since which somebody is at the stage of a change, `YYYY-MM-DD`: the one that was named, else the
 * day of the entry.
 * @param dayOf the day of a moment in ms since 1970, by the clock of whoever looks
 */
export const dayOfStage = ({ on, at }: StageChange, dayOf: (at: number) => string): string =>
  on ?? dayOf(at);

/** The stage changes of each participant, the first one first. `changes` in the order of the ledger. */
export const stageHistories = (
  changes: readonly StageChange[],
): ReadonlyMap<string, readonly StageChange[]> =>
  Map.groupBy(changes, ({ participant }) => participant);

/** The stage that the ledger holds last for each of these participants. `changes` in any order. */
export function latestStages(
  changes: readonly StageChange[],
  participants: readonly string[],
): readonly { readonly participant: string; readonly stage: Stage }[] {
  const wanted = new Set(participants);
  const ordered = changes.filter(({ participant }) => wanted.has(participant)).sort(byNumber);
  return [...new Map(ordered.map(({ participant, to }) => [participant, to]))].map(
    ([participant, stage]) => ({ participant, stage }),
  );
}

/**
 * The stage of each participant at the end of a day, as the ledger has it: before the first change, the one
 * that this change names.
 * @param changes in any order
 * @param on `YYYY-MM-DD`; null for all
 * @param dayOf the day of a moment in ms since 1970, by the clock of whoever looks
 */
export function stagesOn(
  changes: readonly StageChange[],
  on: string | null,
  dayOf: (at: number) => string,
): ReadonlyMap<string, Stage> {
  const stages = new Map<string, Stage>();
  for (const change of changes.toSorted(byNumber)) {
    const { participant, from, to } = change;
    const known = stages.get(participant) ?? from;
    stages.set(participant, on === null || dayOfStage(change, dayOf) <= on ? to : known);
  }
  return stages;
}
