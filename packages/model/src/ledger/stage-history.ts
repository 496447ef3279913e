import type { Stage } from '../records/participant.ts';
import type { EntryOf } from './entries/index.ts';
import { byNumber } from './root.ts';

export type StageChange = EntryOf<'stage-change'>;

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
