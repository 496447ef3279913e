import * as v from 'valibot';
import { Id } from '../../fields.ts';
import { defineEntry } from '../entry.ts';

/** A thread was settled, or taken up again. */
export const threadStateEntry = defineEntry('thread-state', {
  thread: Id,
  resolved: v.boolean(),
});
