import * as v from 'valibot';
import { Count, IsoDate, line, LongText, OrderKey, Share, StringSet } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

export const comparisons = ['at-least', 'at-most'] as const;
export const targetScopes = ['process', 'delegation', 'session', 'speaking-roles'] as const;
export type TargetScope = (typeof targetScopes)[number];

/** What a share is a share of (P6). Each later one is contained in those before. */
export const countedAs = ['invited', 'confirmed', 'attended'] as const;
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

/** What somebody asked of the composition. A share target on n people needs ⌈share·n⌉ of them. */
export const inclusionTargetType = defineRecord('inclusionTarget', {
  /** What the card says; empty: said from attribute, comparison and amount. */
  label: line(160),
  attribute: v.pipe(
    line(80),
    v.regex(/^(gender|ageBand|region|sector|level|capacity|modality|custom:[A-Za-z0-9_-]{1,64})$/),
  ),
  /** Any of these counts. */
  values: StringSet,
  comparison: v.picklist(comparisons),
  amount: v.variant('unit', [
    v.object({ unit: v.literal('share'), share: Share }),
    v.object({ unit: v.literal('count'), count: Count(100_000) }),
  ]),
  scope: v.picklist(targetScopes),
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
    comparison: 'at-least',
    scope: 'process',
    counted: null,
    setBy: '',
    rationale: '',
    reported: null,
  }),
  kinds: { texts: ['rationale'], sets: ['values'] },
});
