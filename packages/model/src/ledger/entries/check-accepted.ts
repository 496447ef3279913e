import * as v from 'valibot';
import { defineEntry, requiredParagraphs } from '../entry.ts';

/** The key of a check, as `checkKey` makes it. */
export const CheckKey = v.pipe(v.string(), v.regex(/^[a-z-]{1,40} [a-z0-9]{1,16}$/));

/** The team has seen what a check of the agenda says, and leaves it as it is. */
export const checkAcceptedEntry = defineEntry('check-accepted', {
  check: CheckKey,
  reason: requiredParagraphs(1_000),
});

/** A check that was accepted is to be looked at again. */
export const checkReopenedEntry = defineEntry('check-reopened', { check: CheckKey });
