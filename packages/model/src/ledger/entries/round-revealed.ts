import { Count, Id } from '../../fields.ts';
import { defineEntry } from '../entry.ts';

/** A blind round was revealed: its ratings stand in the ledger beside this, as assessments. */
export const roundRevealedEntry = defineEntry('round-revealed', {
  round: Id,
  /** How many people gave at least one rating. */
  assessors: Count(100_000),
  /** How many of them had said that they were done. */
  finished: Count(100_000),
});
