import * as v from 'valibot';
import { Id, IsoDate } from '../../fields.ts';
import { barriers } from '../../records/barriers.ts';
import { stages } from '../../records/participant.ts';
import { defineEntry, paragraphs, requiredParagraphs } from '../entry.ts';

/** What must be said when somebody is left out (H §2). */
export const Exclusion = v.object({
  /** What leaving them out takes from them. */
  takes: requiredParagraphs(2_000),
  /** What other way of taking part they are offered. */
  offers: requiredParagraphs(2_000),
});

/** A participant is at another stage. */
export const stageChangeEntry = defineEntry('stage-change', {
  participant: Id,
  /** The stage that the list showed before. */
  from: v.picklist(stages),
  to: v.picklist(stages),
  /** Since when it is so, where that is not the day on which it was put on record. */
  on: v.optional(IsoDate),
  reason: paragraphs(2_000),
  exclusion: v.nullable(Exclusion),
  /** What stood in the way of somebody who declined or withdrew; not there: not recorded. */
  barriers: v.optional(v.pipe(v.array(v.picklist(barriers)), v.maxLength(barriers.length))),
  /** The participant who comes in their place; not there: nobody was named. */
  replacedBy: v.optional(Id),
});
