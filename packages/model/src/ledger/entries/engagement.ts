import * as v from 'valibot';
import { Id, IsoDate, line, requiredLine } from '../../fields.ts';
import { defineEntry, requiredParagraphs } from '../entry.ts';

/** How the team and an actor were in touch. */
export const channels = [
  'in-person',
  'phone',
  'message',
  'letter',
  'through-somebody',
  'online-meeting',
  'other',
] as const;
export type Channel = (typeof channels)[number];

/**
 * What was agreed on telling it further. A rule for people: who can read an entry is said by its space
 * alone, and everybody there receives all of it (P3).
 */
export const handlings = ['stays-here', 'without-source', 'may-be-told'] as const;
export type Handling = (typeof handlings)[number];

/** A member of the space as the server knew them then. */
const Member = v.object({ person: Id, name: line(80) });

export const NextStep = v.object({
  text: requiredLine(300),
  /** The day by which it is to be done; null: no day was said. */
  due: v.nullable(IsoDate),
  /** Who takes it; null: nobody has yet, or the space keeps no names. */
  whose: v.nullable(Member),
});
export type NextStep = v.InferOutput<typeof NextStep>;

/** The team was in touch with an actor. A correction is a further entry, and erases nothing. */
export const engagementEntry = defineEntry('engagement', {
  actor: Id,
  date: IsoDate,
  /** Who of the space's members was there; empty where the space keeps no names. */
  team: v.pipe(v.array(Member), v.maxLength(30)),
  channel: v.picklist(channels),
  /** What was said, in the team's words. */
  said: requiredParagraphs(8_000),
  next: v.nullable(NextStep),
  handling: v.picklist(handlings),
  /** The entry that this corrects: always the first of them; null for that one itself. */
  corrects: v.nullable(Id),
});
