import * as v from 'valibot';
import { requiredLine } from '../../fields.ts';
import { defineEntry } from '../entry.ts';

export const voteLimits = { leastOptions: 2, mostOptions: 12, mostDots: 10 } as const;

/** A question is put to the space: everybody spreads so many dots over the options. */
export const voteOpenedEntry = defineEntry('vote-opened', {
  question: requiredLine(300),
  options: v.pipe(
    v.array(requiredLine(160)),
    v.minLength(voteLimits.leastOptions),
    v.maxLength(voteLimits.mostOptions),
  ),
  /** Dots for each person. */
  dots: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(voteLimits.mostDots)),
  /** Ballots of a secret vote never enter the ledger; its end brings their sum. */
  secret: v.boolean(),
});
