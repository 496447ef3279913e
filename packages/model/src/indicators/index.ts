export {
  availabilityOn,
  availableOn,
  longestSpan,
  saidOfDays,
  saidSpans,
  type AvailableOn,
  type SaidSpan,
} from './availability.ts';
export {
  attributeValue,
  conditionsOf,
  matchOf,
  undecidedBy,
  type CompositionAttribute,
  type Condition,
  type Match,
  type Wanted,
} from './inclusion-attribute.ts';
export {
  byNominator,
  closers,
  compositionBy,
  type Composition,
  type NominatorRow,
} from './inclusion-breakdown.ts';
export { countedParticipants, participantsInBlock } from './inclusion-counting.ts';
export { allSeats, type InclusionContext } from './inclusion-groups.ts';
export type { AssessedTime, TimeRow } from './inclusion-time.ts';
export { barrierRows, type BarrierRow, type Declined } from './inclusion-barriers.ts';
export {
  whoWouldClose,
  type Closing,
  type ClosingQuestion,
  type WhoWouldClose,
} from './inclusion-closing.ts';
export { conflictsBetween, type Conflict } from './inclusion-conflicts.ts';
export { supposing, whatIf, type Supposed, type WhatIf } from './inclusion-what-if.ts';
export { seatRows, type SeatRow } from './inclusion-seats.ts';
export { leastPeople, type LeastPeople } from './inclusion-turning.ts';
export { neededPeople, type Figures } from './inclusion-figures.ts';
export { verdicts, type Judgement, type Verdict, type VerdictReason } from './inclusion-verdict.ts';
export {
  assessTarget,
  projection,
  type AssessedGroup,
  type DelegationRow,
  type ProcessAssessment,
  type SessionRow,
  type SpeakingAssessment,
  type StageAssessment,
  type TargetVerdict,
} from './inclusion.ts';
export { agendaTimes, type BlockTimes, type ClockSpan, type DayTimes } from './agenda-times.ts';
export type { ClockReading } from './agenda-clock.ts';
export {
  agendaStep,
  blockAfterDrop,
  durationAfterResize,
  type AgendaDrop,
  type BlockPlace,
} from './agenda-drop.ts';
export { dateAfter, dateAt } from './agenda-dates.ts';
export {
  canBring,
  coverage,
  isAccessWithoutInfluence,
  reachOf,
  readingsOf,
  saturation,
  teamOf,
  type Coverage,
  type Reach,
  type Readings,
} from './convening.ts';
export {
  whoCouldBring,
  type Bringer,
  type ConveningField,
  type PathStep,
} from './who-could-bring.ts';
export { agendaNow, type AgendaNow, type TimedBlock } from './agenda-now.ts';
export { agendaOf, type OwnBlock, type OwnDay, type Whose } from './agenda-of.ts';
export { mostWithoutBreak, peopleChecks, type PeopleCheck } from './agenda-checks.ts';
export {
  missingInformation,
  unevenInformation,
  type MissingInformation,
  type UnevenInformation,
} from './information-needs.ts';
export { fundingFlags, paysItself, type FundingFlag, type FundingFlagKind } from './funding.ts';
export { languagesAtTable, termsInAgenda } from './glossary.ts';
export { partiesAtTable, partiesInBlock } from './parties.ts';
export { pairOf, partsOfPair, type LanguagePair } from './language-pairs.ts';
export { checkKey } from './check-key.ts';
export { partyChecks, type PartyCheck } from './party-checks.ts';
export { privateTimes, type PrivateTime, type PrivateTimes } from './private-time.ts';
export { allPartsOf, holdersOf, nestingOf, type Nesting } from './nesting.ts';
export { meetings, type DayFigures, type RoomFigures, type SessionFigures } from './meetings.ts';
export {
  groupsByValue,
  sessionsByDay,
  type SeenDay,
  type SeenSession,
  type SessionZero,
  type SoughtGroup,
} from './session-groups.ts';
export { holdsInTime, speakingShare, type SpeakingShare } from './speaking-share.ts';
export {
  listWithoutSmallGroups,
  withoutSmallGroups,
  type ShownCount,
  type ShownTable,
} from './small-groups.ts';
export {
  asymmetries,
  asymmetryLeast,
  asymmetryWindow,
  expectedAgainstObserved,
  standings,
  type Asymmetry,
  type Compared,
  type Sign,
  type SignCounts,
  type Standing,
} from './standing.ts';
