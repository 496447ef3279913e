import { line, LongText, OrderKey, requiredLine } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/**
 * What people are screened by, while it is being agreed. Once it is locked, what counts is the copy
 * that the ledger has of it.
 */
export const screeningCriterionType = defineRecord('screeningCriterion', {
  label: requiredLine(160),
  /** What speaks for it: what a screener looks at. */
  description: LongText,
  /** What its levels mean, from 0 to 4; empty: as the platform words them. */
  scale: line(300),
  order: OrderKey,
})({
  defaults: () => ({ description: '', scale: '' }),
  kinds: { texts: ['description'] },
});

/** What is offered to begin with (H §2, after Burgess & Burgess); what they are called is the page's. */
export const usualCriteria = [
  'availability',
  'commitment',
  'interpersonal-skills',
  'trustworthiness',
] as const;
export type UsualCriterion = (typeof usualCriteria)[number];
