export { agendaItems, whoShaped, type AgendaItem, type ShapedBy } from './agenda-items.ts';
export { byPartyInTurn, drawn, inOrder, orderedItems } from './item-orders.ts';
export { acceptedChecks, type CheckAccepted } from './accepted-checks.ts';
export {
  changeKinds,
  countsOf,
  daysOfChange,
  type Change,
  type ChangeKind,
  type Dated,
  type DayOfChange,
} from './changes.ts';
export { attendanceOf, type Attendance } from './attendance.ts';
export { countedBetween, type CountedBetween, type Moved } from './counted-between.ts';
export { commentedRecord, isOnBoard } from './commented-record.ts';
export {
  decisionsAbout,
  decisionsIn,
  partiesNamed,
  type Decision,
  type PartyCost,
  type SaidCost,
} from './decisions.ts';
export { LedgerDraft, type InvalidFields, type Stamp } from './draft.ts';
export type { Author } from './entry.ts';
export {
  daysBetween,
  engagements,
  lastContacts,
  openSteps,
  quietActors,
  type Engagement,
  type OpenStep,
  type QuietActor,
} from './engagements.ts';
export * from './entries/index.ts';
export {
  evenHandedness,
  flagsOf,
  type InterventionFlag,
  type InterventionFlagKind,
  type PartyRow,
} from './even-handedness.ts';
export {
  interventions,
  unsaidStanding,
  type Intervention,
  type InterventionEntries,
  type PartyStanding,
  type StepEntry,
  type ToldStep,
} from './interventions.ts';
export { invitations, type Invitation } from './invitations.ts';
export { asOfHeirs } from './heirs.ts';
export type { Heirs } from '../board/heirs.ts';
export { levelsByAssessor, type Levels } from './levels-by-assessor.ts';
export {
  actorsIn,
  differenceBetween,
  isSame,
  type Changed,
  type ChangedStage,
  type Difference,
  type Spans,
} from './over-time.ts';
export { proposals, type Proposal } from './proposals.ts';
export { LedgerReader } from './reader.ts';
export { type UnreadableEntry } from './root.ts';
export { seedLedger, type SeededEntry } from './seed.ts';
export {
  apartFirst,
  movesBetween,
  readingsIn,
  rounds,
  type Move,
  type Round,
  type RoundRow,
} from './rounds.ts';
export {
  dayOfStage,
  latestStages,
  stageHistories,
  stagesOn,
  type StageChange,
} from './stage-history.ts';
export { salienceClasses, salienceOf, type Attributes, type SalienceClass } from './salience.ts';
export {
  lockThatHolds,
  scoresIn,
  screenings,
  talkedAboutFirst,
  type ScoresBy,
  type ScreenedPerson,
  type Screening,
  type ScreeningScore,
} from './screenings.ts';
export { speakingTimesOf, type SpeakingTimes } from './speaking-times.ts';
export { spreadOf, type Spread } from './spread.ts';
export { lastOnTheWay } from './last-on-the-way.ts';
export { declinedIn, participantsOn } from './stages-on-day.ts';
export { mirrorStage, stageOnBoard } from './stage-mirror.ts';
export {
  assessorOf,
  matterWord,
  standingAssessments,
  standingLinks,
  type Assessment,
  type ConveningLink,
} from './standing.ts';
export { threads, type Comment, type Thread } from './threads.ts';
export { isBallotFor, latestBallots, tallyOf, votes, type Tally, type Vote } from './votes.ts';
