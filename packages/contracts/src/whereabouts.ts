import * as v from 'valibot';
import { boardNames, PresenceUser } from './presence.ts';

const { id, name, color } = PresenceUser.entries;

/** Somebody who has a space open, and on which of its boards; several where they have several pages. */
const PersonThere = v.object({ id, name, color, boards: v.array(v.picklist(boardNames)) });
export type PersonThere = v.InferOutput<typeof PersonThere>;

/**
 * Who is where in a process, told to members of each space alone: who is in a space that the reader is
 * no member of is nowhere in it.
 */
export const Whereabouts = v.object({
  /** Whether these are all spaces that the reader may know of; else only those that have changed. */
  complete: v.boolean(),
  spaces: v.array(v.object({ spaceId: v.string(), people: v.array(PersonThere) })),
});
export type Whereabouts = v.InferOutput<typeof Whereabouts>;
