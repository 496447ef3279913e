import { stagesOnTheWay, type StageOnTheWay } from '../records/participant.ts';
import { byNumber } from './root.ts';
import type { StageChange } from './stage-history.ts';

const ways: readonly string[] = stagesOnTheWay;
const isOnTheWay = (stage: string): stage is StageOnTheWay => ways.includes(stage);

/**
 * The last stage from the longlist to the room that each participant was at, as the ledger has it;
 * nobody of whom no change is on record. `changes` in any order.
 */
export function lastOnTheWay(changes: readonly StageChange[]): ReadonlyMap<string, StageOnTheWay> {
  const last = new Map<string, StageOnTheWay>();
  for (const { participant, from, to } of changes.toSorted(byNumber)) {
    if (isOnTheWay(from)) last.set(participant, from);
    if (isOnTheWay(to)) last.set(participant, to);
  }
  return last;
}

/**
 * The days on which somebody came to another stage, the first one first.
 * @param dayOf the day, `YYYY-MM-DD`, of a moment in ms since 1970, by the clock of whoever looks
 */
export const daysOfChanges = (
  changes: readonly StageChange[],
  dayOf: (at: number) => string,
): readonly string[] => [...new Set(changes.map(({ at }) => dayOf(at)))].sort();
