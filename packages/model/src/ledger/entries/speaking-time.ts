import * as v from 'valibot';
import { Count, Id } from '../../fields.ts';
import { defineEntry } from '../entry.ts';

/** How it is known how long somebody spoke. */
export const speakingTimeSources = ['estimated', 'timed', 'live-session'] as const;
export type SpeakingTimeSource = (typeof speakingTimeSources)[number];

/** How long somebody spoke in a session, all their turns together; a later word takes its place. */
export const speakingTimeEntry = defineEntry('speaking-time', {
  /** The agenda block. */
  block: Id,
  participant: Id,
  /** null: nothing is on record any more. 0: they were silent. */
  seconds: v.nullable(Count(24 * 60 * 60)),
  source: v.picklist(speakingTimeSources),
});
