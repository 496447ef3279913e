import type { Seeded } from '../seeded.ts';
import { participantsOfOthers } from './participants-of-others.ts';
import { participantsOfParties } from './participants-of-parties.ts';

/**
 * Thirty-one invented people (P10). Of the 24 confirmed, six are women where eight are needed, and two
 * delegations have none; the Trust nominated nine people and one woman.
 */
export const participants: Seeded<'participant'> = [
  ...participantsOfParties,
  ...participantsOfOthers,
];
