import * as v from 'valibot';
import { Id, IsoDate, line, requiredLine } from '../../fields.ts';
import { defineEntry, paragraphs } from '../entry.ts';

/** What is done beyond leading the talks (B, H §3). */
export const interventionKinds = [
  'training',
  'adviser',
  'interpreter',
  'information',
  'private-session',
  'extra-time',
  'funding',
  'policy-environment',
  'institution-support',
  'other',
] as const;
export type InterventionKind = (typeof interventionKinds)[number];

/** Whether it is meant for every party, or done differently for some. */
export const interventionReaches = ['all', 'differential'] as const;
export type InterventionReach = (typeof interventionReaches)[number];

/** What may go wrong with help that was meant well (B). */
export const interventionRisks = [
  'misdiagnosis',
  'paternalism',
  'loss-of-legitimacy',
  'moral-leakage',
] as const;
export type InterventionRisk = (typeof interventionRisks)[number];

/** Something is to be done for parties. A correction is a further entry, and erases nothing. */
export const interventionPlannedEntry = defineEntry('intervention-planned', {
  of: v.picklist(interventionKinds),
  what: requiredLine(300),
  purpose: paragraphs(2_000),
  reach: v.picklist(interventionReaches),
  /** Ids of the actors whom it is for, each once; where it is for all, those named besides do not count. */
  parties: v.pipe(
    v.array(Id),
    v.maxLength(60),
    v.check((ids) => new Set(ids).size === ids.length, 'names one twice'),
  ),
  risks: v.pipe(
    v.array(v.picklist(interventionRisks)),
    v.maxLength(interventionRisks.length),
    v.check((risks) => new Set(risks).size === risks.length, 'names one twice'),
  ),
  /** Who judged that it is needed, in the team's words; empty: nobody said. */
  judgedBy: line(300),
  /** The entry that this corrects: always the first of them; null for that one itself. */
  corrects: v.nullable(Id),
});

/** What can be said of one party and one intervention, by what it is about. */
export const stepsOfAspect = {
  offer: ['offered'],
  uptake: ['taken-up', 'not-taken-up'],
  consent: ['consent-asked', 'consent-given', 'consent-declined', 'consent-withdrawn'],
} as const;
export type InterventionAspect = keyof typeof stepsOfAspect;
export const interventionSteps = [
  ...stepsOfAspect.offer,
  ...stepsOfAspect.uptake,
  ...stepsOfAspect.consent,
] as const;
export type InterventionStep = (typeof interventionSteps)[number];

/** It was offered to a party, taken up, or agreed to. What holds is made by reading; all of it stays. */
export const interventionStepEntry = defineEntry('intervention-step', {
  /** The first entry of the intervention. */
  intervention: Id,
  /** The actor. */
  party: Id,
  step: v.picklist(interventionSteps),
  /** The day on which it was so. */
  on: IsoDate,
  note: paragraphs(2_000),
  /** What says so: a letter, minutes, who heard it. */
  evidence: line(500),
});

/** A step was put on record by mistake: it stays there, struck out. */
export const interventionStepStruckEntry = defineEntry('intervention-step-struck', {
  step: Id,
});
