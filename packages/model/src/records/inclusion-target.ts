import * as v from 'valibot';
import { Count, Id, IsoDate, line, LongText, OrderKey, Share, StringSet } from '../fields.ts';
import { defineRecord } from '../record-type.ts';
import { stagesOnTheWay } from './participant.ts';

export const comparisons = ['at-least', 'at-most'] as const;
export const targetScopes = [
  'process',
  'delegation',
  'session',
  'speaking-roles',
  'speaking-time',
  'stage',
] as const;
export type TargetScope = (typeof targetScopes)[number];

/**
 * What a share is a share of (P6). Of the first three each later one is contained in those before; with
 * `seats` the people are those who are confirmed, and the share is one of all seats, the open ones too.
 */
export const countedAs = ['invited', 'confirmed', 'attended', 'seats'] as const;
export type CountedAs = (typeof countedAs)[number];

/** Attributes of a participant that a target can name; `custom:<attribute id>` names one of the process's own. */
export const targetAttributes = [
  'gender',
  'ageBand',
  'region',
  'sector',
  'level',
  'capacity',
  'modality',
] as const;

/** `gender`, …, or `custom:<attribute id>`. */
const AttributeName = v.pipe(
  line(80),
  v.regex(/^(gender|ageBand|region|sector|level|capacity|modality|custom:[A-Za-z0-9_-]{1,64})$/),
);

/** How many further attributes one target may combine. */
export const mostConditions = 6;

/**
 * What somebody asked of the composition. A share target on n people needs ⌈share·n⌉ of them; of speaking
 * time a share is one of all time on record, and a count is in minutes.
 */
export const inclusionTargetType = defineRecord('inclusionTarget', {
  /** What the card says; empty: said from attribute, comparison and amount. */
  label: line(160),
  attribute: AttributeName,
  /** Any of these counts. */
  values: StringSet,
  /** What must be true of the same person besides: women under 35 from the coast. */
  also: v.pipe(
    v.array(v.object({ attribute: AttributeName, values: v.array(line(120)) })),
    v.maxLength(mostConditions),
  ),
  comparison: v.picklist(comparisons),
  amount: v.variant('unit', [
    v.object({ unit: v.literal('share'), share: Share }),
    v.object({ unit: v.literal('count'), count: Count(100_000) }),
  ]),
  scope: v.picklist(targetScopes),
  /** The one delegation (actor) or session (agenda block) that it is about; null: each of them. */
  only: v.nullable(Id),
  /** For the scope `stage`: people who are there or further on, and still in the running. */
  stage: v.picklist(stagesOnTheWay),
  /** null: as the process's own switch says. */
  counted: v.nullable(v.picklist(countedAs)),
  /** A donor, the team, the parties …, in the team's words. */
  setBy: line(160),
  rationale: LongText,
  /**
   * A published outcome, where persons were never published one by one. It stands in for the count
   * of records while the denominator is the one that it was reported for.
   */
  reported: v.nullable(
    v.object({
      counted: v.picklist(countedAs),
      count: Count(100_000),
      denominator: Count(100_000),
      source: line(300),
      date: IsoDate,
    }),
  ),
  order: OrderKey,
})({
  defaults: () => ({
    label: '',
    values: [],
    also: [],
    comparison: 'at-least',
    scope: 'process',
    only: null,
    stage: 'longlisted',
    counted: null,
    setBy: '',
    rationale: '',
    reported: null,
  }),
  kinds: { texts: ['rationale'], sets: ['values'] },
  migrations: [
    { to: 2, up: (target) => ({ ...target, also: [], only: null, stage: 'longlisted' }) },
  ],
});
