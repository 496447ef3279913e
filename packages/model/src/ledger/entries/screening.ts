import * as v from 'valibot';
import { Count, Id, line, requiredLine } from '../../fields.ts';
import { defineEntry, paragraphs, requiredParagraphs } from '../entry.ts';
import { AssessedLevel, Voice } from './assessment.ts';

export const screeningLimits = { mostPeople: 300, mostCriteria: 12, screeners: 2 } as const;

/** What people are screened by, as it was agreed. */
const Criterion = v.object({
  id: Id,
  label: requiredLine(160),
  description: paragraphs(2_000),
  /** What its levels mean, from 0 to 4; not there: as the platform words them. */
  scale: v.optional(line(300)),
});
export type LockedCriterion = v.InferOutput<typeof Criterion>;

const eachOnce = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** What people are screened by from now on was agreed, before any name is scored (H §2). */
export const criteriaLockedEntry = defineEntry('criteria-locked', {
  criteria: v.pipe(
    v.array(Criterion),
    v.minLength(1),
    v.maxLength(screeningLimits.mostCriteria),
    v.check((criteria) => eachOnce(criteria.map(({ id }) => id)), 'names one twice'),
  ),
});

/** The criteria may be changed again; what was scored by them stays as it is. */
export const criteriaUnlockedEntry = defineEntry('criteria-unlocked', {
  lock: Id,
  reason: requiredParagraphs(2_000),
});

/** Two people score others by the criteria that are locked, each for themselves. */
export const screeningOpenedEntry = defineEntry('screening-opened', {
  title: line(160),
  /** The entry that locked the criteria: its own copy of them counts, whatever comes later. */
  lock: Id,
  participants: v.pipe(
    v.array(Id),
    v.minLength(1),
    v.maxLength(screeningLimits.mostPeople),
    v.check((values) => eachOnce(values), 'names one twice'),
  ),
  /** Ids of the two members. */
  screeners: v.pipe(
    v.array(Id),
    v.length(screeningLimits.screeners),
    v.check((values) => eachOnce(values), 'names one twice'),
  ),
  /** Whether scores are revealed with who gave them. */
  named: v.boolean(),
});

/** What one screener says of one person by one criterion. */
export const screeningScoreEntry = defineEntry('screening-score', {
  screening: Id,
  participant: Id,
  criterion: Id,
  /** 0 (not at all) to 4 (fully); null: looked at, and not known (P2). */
  score: AssessedLevel,
  note: paragraphs(2_000),
  voice: Voice,
});

/** Both screeners' scores stand in the ledger beside this. */
export const screeningRevealedEntry = defineEntry('screening-revealed', {
  screening: Id,
  /** How many screeners gave at least one score. */
  scored: Count(screeningLimits.screeners),
  /** How many of them had said that they were done. */
  finished: Count(screeningLimits.screeners),
});

/** What was said where the two screeners talked about somebody, once their scores were revealed. */
export const screeningNoteEntry = defineEntry('screening-note', {
  screening: Id,
  participant: Id,
  text: requiredParagraphs(2_000),
});

/** A screening was given up: its scores are destroyed, and nobody has seen them. */
export const screeningCancelledEntry = defineEntry('screening-cancelled', { screening: Id });
