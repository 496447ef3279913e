import * as v from 'valibot';
import { Id } from '../../fields.ts';
import { defineEntry, requiredParagraphs } from '../entry.ts';

/** Record types of a board that people can talk about. */
export const commentable = [
  'actor',
  'tie',
  'participant',
  'inclusionTarget',
  'agendaBlock',
] as const;
export type Commentable = (typeof commentable)[number];

/** Something said about a record: the first of a thread, or an answer in one. */
export const commentEntry = defineEntry('comment', {
  about: v.object({ type: v.picklist(commentable), id: Id }),
  text: requiredParagraphs(4_000),
  /** The entry that began the thread; null for that entry itself. */
  thread: v.nullable(Id),
  /** Ids of the members whom it calls upon. */
  mentions: v.pipe(v.array(Id), v.maxLength(50)),
});
