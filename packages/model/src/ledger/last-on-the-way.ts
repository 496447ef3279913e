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
