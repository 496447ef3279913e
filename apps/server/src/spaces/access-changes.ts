import type { AccessChanged } from '@parley/contracts';
import type { Live } from '../live/live.ts';
import type { Sync } from '../sync.ts';

/** Says what has happened to a person's access; without a word where nothing was taken. */
export type TellAccess = (personId: string, said?: AccessChanged) => Promise<void>;

/**
 * Brings all of a person's open pages in line with what they may do from now on: notices stop at
 * once, documents within a second (R2), and the pages are told why. Call it after the change is
 * stored, and before anything else is said to the space. Resolves when all of it is done.
 */
export const accessChanges =
  (live: Pick<Live, 'accessChanged'>, sync: Pick<Sync, 'accessChanged'>): TellAccess =>
  async (personId, said) => {
    live.accessChanged(personId, said);
    await sync.accessChanged(personId);
  };
