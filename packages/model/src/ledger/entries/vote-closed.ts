import * as v from 'valibot';
import { Count, Id } from '../../fields.ts';
import { defineEntry } from '../entry.ts';
import { voteLimits } from './vote-opened.ts';

/** A vote has ended: dots on each option, and how many people gave any. */
export const voteClosedEntry = defineEntry('vote-closed', {
  vote: Id,
  dots: v.pipe(v.array(Count(1_000_000)), v.maxLength(voteLimits.mostOptions)),
  voters: Count(100_000),
});
