import * as v from 'valibot';
import { IsoDate, requiredLine } from '../../fields.ts';
import { defineEntry, paragraphs } from '../entry.ts';

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

/** What the team decided about the process, and on what grounds. */
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
});
