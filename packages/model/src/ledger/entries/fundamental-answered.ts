import * as v from 'valibot';
import { line } from '../../fields.ts';
import { defineEntry, paragraphs } from '../entry.ts';

/** What a question of the checklist is told by: its name, and the records that it is about. */
export const FundamentalKey = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[a-z][a-z-]*(?:\/[A-Za-z0-9_=:-]{1,80}){0,2}$/),
);

/** What the team says to a question of the checklist; a later word takes its place. */
export const fundamentalAnsweredEntry = defineEntry('fundamental-answered', {
  key: FundamentalKey,
  /** Empty: the question is open again. */
  text: paragraphs(2_000),
  /** Whether it is put aside, and the text says why. */
  setAside: v.boolean(),
  /** On what the question rested when it was answered: once it rests on something else, it is asked anew. */
  basis: line(300),
});
