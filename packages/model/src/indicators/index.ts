export {
  attributeValue,
  matchOf,
  type CompositionAttribute,
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
export { neededPeople, type Figures } from './inclusion-figures.ts';
export { verdicts, type Judgement, type Verdict, type VerdictReason } from './inclusion-verdict.ts';
export {
  assessTarget,
  projection,
  type AssessedGroup,
  type DelegationRow,
  type InclusionContext,
  type ProcessAssessment,
  type SessionRow,
  type SpeakingAssessment,
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
export { allPartsOf, holdersOf, nestingOf, type Nesting } from './nesting.ts';
