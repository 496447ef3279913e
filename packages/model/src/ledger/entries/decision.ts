import * as v from 'valibot';
import { Id, IsoDate, requiredLine } from '../../fields.ts';
import { defineEntry, paragraphs, requiredParagraphs } from '../entry.ts';

export const decisionTypes = [
  'invite',
  'exclude',
  'location',
  'timing',
  'frequency',
  'agenda',
  'seating',
  'ground-rule',
  'reschedule',
  'caucus',
  'observer',
  'record',
  'media',
  'other',
] as const;
export type DecisionType = (typeof decisionTypes)[number];

/** Record types of a board that a decision can be about. */
export const touchable = [
  'agendaBlock',
  'participant',
  'agendaDay',
  'room',
  'groundRule',
  'actor',
] as const;
export type Touchable = (typeof touchable)[number];

/**
 * What something does to the team's standing with a party: −2 costs much of it, −1 some, 0 nothing,
 * +1 and +2 earn some; null: looked at, and not known, which is no zero (P2; H §2).
 */
export const Cost = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-2), v.maxValue(2)));
export type Cost = v.InferOutput<typeof Cost>;

/** A command travels whole: see contracts, `decisionMost`. */
const mostParties = 40;
const mostTouched = 60;

const costWith = { party: Id, cost: Cost, why: paragraphs(500) };

/** What the team decided about the process, on what grounds, and what it expects it to cost. */
export const decisionEntry = defineEntry('decision', {
  type: v.picklist(decisionTypes),
  what: requiredLine(300),
  /** The principle behind it. */
  principle: paragraphs(2_000),
  alternatives: paragraphs(2_000),
  /** Who was consulted, and how. */
  consulted: paragraphs(2_000),
  decidedBy: requiredLine(300),
  /** The day of the decision, which may be before it was recorded. */
  date: IsoDate,
  /** Whether the parties were told what it is for, and how; left out: not recorded. */
  purpose: v.optional(v.object({ stated: v.boolean(), how: paragraphs(1_000) })),
  costOfNotActing: v.optional(paragraphs(2_000)),
  /** What it is expected to cost with each party, at most once; who is not in it was not thought of. */
  costs: v.optional(v.pipe(v.array(v.object(costWith)), v.maxLength(mostParties))),
  /** Who is not there, and what meeting without them would cost with each: asked when rescheduling. */
  absent: v.optional(v.pipe(v.array(v.object(costWith)), v.maxLength(mostParties))),
  /** The records that it is about; one may have been removed since, or by the decision itself. */
  touches: v.optional(
    v.pipe(v.array(v.object({ type: v.picklist(touchable), id: Id })), v.maxLength(mostTouched)),
  ),
});

/** What a decision did cost with a party; a later word on the same two takes its place. */
export const decisionObservedEntry = defineEntry('decision-observed', {
  decision: Id,
  party: Id,
  cost: Cost,
  /** What was seen or heard; may be empty only where nothing is known. */
  evidence: paragraphs(4_000),
  /** The day on which it was seen. */
  on: IsoDate,
});

/** A decision was put on record by mistake: it stays, and counts no more (decision 0029). */
export const decisionWithdrawnEntry = defineEntry('decision-withdrawn', {
  decision: Id,
  why: requiredParagraphs(2_000),
});
