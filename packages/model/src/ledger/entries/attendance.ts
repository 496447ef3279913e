import * as v from 'valibot';
import { Id } from '../../fields.ts';
import { defineEntry } from '../entry.ts';

/** Whether somebody was in a session; a later word takes its place. */
export const attendanceEntry = defineEntry('attendance', {
  /** The agenda block. */
  block: Id,
  participant: Id,
  /** null: nothing is on record any more. */
  came: v.nullable(v.boolean()),
});
