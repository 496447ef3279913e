import { countedParticipants } from '../indicators/index.ts';
import type { CountedAs, Participant, Stage } from '../records/index.ts';
import { dayOfStage, type StageChange } from './stage-history.ts';
import { byNumber } from './root.ts';
import { participantsOn } from './stages-on-day.ts';

/** Somebody who is counted on one of two days only. */
export interface Moved {
  readonly participant: string;
  /** At the end of the first day. */
  readonly before: Stage;
  /** At the end of the second day. */
  readonly after: Stage;
  /** The last change on record from the one day to the other; null: there is none. */
  readonly change: StageChange | null;
}

/** Who is counted on the second of two days and not on the first, and the other way round. */
export interface CountedBetween {
  readonly joined: readonly Moved[];
  readonly left: readonly Moved[];
}

/**
 * What became of a composition from one day to another: who joined those who are counted, and who left.
 * @param participants as they stand on the board; both lists keep their order
 * @param changes in any order
 * @param days `YYYY-MM-DD`, the first not later than the second; null for the second: now
 * @param dayOf the day of a moment in ms since 1970, by the clock of whoever looks
 */
export function countedBetween(
  participants: readonly Participant[],
  changes: readonly StageChange[],
  countedAs: CountedAs,
  [one, other]: readonly [string, string | null],
  dayOf: (at: number) => string,
): CountedBetween {
  const before = participantsOn(participants, changes, one, dayOf);
  const after = participantsOn(participants, changes, other, dayOf);
  const stageAfter = new Map(after.map(({ id, stage }) => [id, stage]));
  const idsOf = (people: readonly Participant[]) =>
    new Set(countedParticipants(people, countedAs).map(({ id }) => id));
  const [was, is] = [idsOf(before), idsOf(after)];
  const between = changes.filter(
    (change) =>
      dayOfStage(change, dayOf) > one && (other === null || dayOfStage(change, dayOf) <= other),
  );
  const last = new Map(
    between.toSorted(byNumber).map((change) => [change.participant, change] as const),
  );
  const moved = before
    .filter(({ id }) => was.has(id) !== is.has(id))
    .map(({ id, stage }): Moved => ({
      ...{ participant: id, before: stage, after: stageAfter.get(id) ?? stage },
      change: last.get(id) ?? null,
    }));
  return {
    joined: moved.filter(({ participant }) => is.has(participant)),
    left: moved.filter(({ participant }) => was.has(participant)),
  };
}
