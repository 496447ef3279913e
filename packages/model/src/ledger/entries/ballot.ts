import * as v from 'valibot';
import { Count, Id } from '../../fields.ts';
import { defineEntry } from '../entry.ts';
import { voteLimits } from './vote-opened.ts';

/** Dots on each option, in the options' order. */
export const Dots = v.pipe(
  v.array(Count(voteLimits.mostDots)),
  v.maxLength(voteLimits.mostOptions),
);

/** One person's ballot in an open vote: a later one takes its place. */
export const ballotEntry = defineEntry('ballot', { vote: Id, dots: Dots });
