import {
  stagesOnTheWay,
  type AgendaBlock,
  type CountedAs,
  type Participant,
  type Stage,
  type StageOnTheWay,
} from '../records/index.ts';

/** Each denominator of people is contained in those before: who attended was confirmed, who is confirmed was invited. */
const stagesCounted: Readonly<Record<CountedAs, ReadonlySet<Stage>>> = {
  invited: new Set(['invited', 'confirmed', 'attended']),
  confirmed: new Set(['confirmed', 'attended']),
  attended: new Set(['attended']),
  // Who holds a seat; how many seats there are is said apart.
  seats: new Set(['confirmed', 'attended']),
};

const stagesBeforeInvitation: ReadonlySet<Stage> = new Set(['longlisted', 'screened', 'nominated']);

/** The people that a share is a share of (P6). Declined, withdrawn and excluded are in none. */
export function countedParticipants(
  participants: readonly Participant[],
  counted: CountedAs,
): readonly Participant[] {
  return participants.filter((person) => isCounted(person, counted));
}

export function isCounted({ stage }: Pick<Participant, 'stage'>, counted: CountedAs): boolean {
  return stagesCounted[counted].has(stage);
}

/** Whether somebody is at this stage or further on, and still in the running. */
export function hasReached({ stage }: Pick<Participant, 'stage'>, least: StageOnTheWay): boolean {
  const ways: readonly Stage[] = stagesOnTheWay;
  return ways.includes(stage) && ways.indexOf(stage) >= ways.indexOf(least);
}

/** Whether somebody is considered and has not been invited. */
export function isBeforeInvitation(participant: Participant): boolean {
  return stagesBeforeInvitation.has(participant.stage);
}

/** Whether somebody is in the process or may still come: not declined, withdrawn or excluded. */
export function mayTakePart(participant: Participant): boolean {
  return isBeforeInvitation(participant) || stagesCounted.invited.has(participant.stage);
}

/** The people, of those given, who take part in a block: everyone, or those named and those of named delegations. */
export function participantsInBlock(
  block: AgendaBlock,
  participants: readonly Participant[],
): readonly Participant[] {
  if (block.everyone) return participants;
  const named = new Set(block.participants);
  const delegations = new Set(block.delegations);
  return participants.filter(
    ({ id, delegation }) => named.has(id) || (delegation !== null && delegations.has(delegation)),
  );
}
