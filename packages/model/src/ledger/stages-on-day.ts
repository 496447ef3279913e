import type { Declined } from '../indicators/inclusion-barriers.ts';
import type { Participant, Stage } from '../records/index.ts';
import { byNumber } from './root.ts';
import { dayOfStage, stageHistories, type StageChange } from './stage-history.ts';

/**
 * The participants as they stood at the end of a day. Before the first change on record somebody was
 * where that change found them; of whom no change is on record, the stage on the board is all there is.
 * @param day `YYYY-MM-DD`; null: now, as the board has it
 * @param dayOf the day, `YYYY-MM-DD`, of a moment in ms since 1970, by the clock of whoever looks
 */
export function participantsOn(
  participants: readonly Participant[],
  changes: readonly StageChange[],
  day: string | null,
  dayOf: (at: number) => string,
): readonly Participant[] {
  if (day === null) return participants;
  const histories = stageHistories(changes.toSorted(byNumber));
  return participants.map((person) => {
    const stage = stageOn(histories.get(person.id) ?? [], day, dayOf) ?? person.stage;
    return stage === person.stage ? person : { ...person, stage };
  });
}

function stageOn(
  history: readonly StageChange[],
  day: string,
  dayOf: (at: number) => string,
): Stage | undefined {
  return history.findLast((change) => dayOfStage(change, dayOf) <= day)?.to ?? history[0]?.from;
}

/** Who declined or withdrew last, and what they said stood in the way. `changes` in any order. */
export function declinedIn(changes: readonly StageChange[]): readonly Declined[] {
  const last = new Map(changes.toSorted(byNumber).map((change) => [change.participant, change]));
  return [...last.values()]
    .filter(({ to }) => to === 'declined' || to === 'withdrawn')
    .map(({ participant, barriers = [] }) => ({ participant, barriers }));
}
