import * as v from 'valibot';
import { Id, lines, Word } from './command-fields.ts';
import { oneLine } from './http/text.ts';

/* What is put on record of what is done for parties, and of questions on the fundamentals. */

const intervention = {
  /** What kind of thing it is. */
  of: Word,
  what: oneLine(300),
  purpose: lines(2_000),
  /** For all, or for some alone. */
  reach: Word,
  /** Ids of the actors whom it is for. */
  parties: v.pipe(v.array(Id), v.maxLength(60)),
  risks: v.pipe(v.array(Word), v.maxLength(10)),
  judgedBy: v.union([v.literal(''), oneLine(300)]),
};

/** Says what is to be done for parties beyond leading the talks. */
const PlanIntervention = v.strictObject({ kind: v.literal('plan-intervention'), ...intervention });

/** Puts another version in the place of an earlier one, which stays on record. */
const CorrectIntervention = v.strictObject({
  kind: v.literal('correct-intervention'),
  /** The first entry of the intervention. */
  intervention: Id,
  ...intervention,
});

/** Says that it was offered to parties, taken up or not, or what they said when asked to agree. */
const RecordInterventionStep = v.strictObject({
  kind: v.literal('record-intervention-step'),
  /** The first entry of the intervention. */
  intervention: Id,
  /** Each gets an entry of its own. */
  parties: v.pipe(v.array(Id), v.minLength(1), v.maxLength(60)),
  step: Word,
  on: v.pipe(v.string(), v.isoDate()),
  note: lines(2_000),
  evidence: v.union([v.literal(''), oneLine(500)]),
});

/** Strikes out a step that was put on record by mistake; it stays there to be read. */
const StrikeInterventionStep = v.strictObject({
  kind: v.literal('strike-intervention-step'),
  step: Id,
});

/** Answers a question of the checklist of fundamentals, puts it aside, or opens it again. */
const AnswerFundamental = v.strictObject({
  kind: v.literal('answer-fundamental'),
  key: v.pipe(v.string(), v.maxLength(200), v.regex(/^[a-z][a-z-]*(?:\/[A-Za-z0-9_=:-]+)*$/)),
  text: lines(2_000),
  setAside: v.boolean(),
  /** On what the question rested. */
  basis: v.union([v.literal(''), oneLine(300)]),
});

export const interventionCommands = [
  PlanIntervention,
  CorrectIntervention,
  RecordInterventionStep,
  StrikeInterventionStep,
  AnswerFundamental,
] as const;

export const interventionActs = {
  'plan-intervention': 'decide',
  'correct-intervention': 'decide',
  'record-intervention-step': 'decide',
  'strike-intervention-step': 'decide',
  'answer-fundamental': 'decide',
} as const;
