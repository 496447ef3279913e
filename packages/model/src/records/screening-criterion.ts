import { LongText, OrderKey, requiredLine } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/**
 * What people are screened by, while it is being agreed. Once it is locked, what counts is the copy
 * that the ledger has of it.
 */
export const screeningCriterionType = defineRecord('screeningCriterion', {
  label: requiredLine(160),
  description: LongText,
  order: OrderKey,
})({
  defaults: () => ({ description: '' }),
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
