import * as v from 'valibot';
import { Id } from '../../fields.ts';
import { defineEntry } from '../entry.ts';

/** The next step of an engagement was done, or is to be done after all. */
export const nextStepStateEntry = defineEntry('next-step-state', {
  /** The first entry of the engagement. */
  engagement: Id,
  done: v.boolean(),
});
