import { createHmac } from 'node:crypto';

/**
 * Ids that follow from what they stand for, so that the same wish gives the same id again, and that
 * tell nothing to whoever does not hold the server's secret: neither who wished it, nor which two are
 * of one person.
 */
export interface EntryIds {
  /** An entry of this person's command; `part` where one command makes several. */
  ofCommand(spaceId: string, personId: string, commandId: string, part?: string): string;
  /** The one end that a vote or a round may have, whoever brings it. */
  ofClosing(spaceId: string, begun: string): string;
  /** Stands for a person in one secret vote. */
  ofVoter(spaceId: string, voteId: string, personId: string): string;
  /** Stands for a person in what they say of one matter: an actor by one kind, a convener and a party by one source. */
  ofVoice(spaceId: string, about: string, of: string, personId: string): string;
  /** Stands for a person in one blind round. */
  ofAssessor(spaceId: string, round: string, personId: string): string;
  /** Stands for what a person says of one thing in one blind round, where it is kept sealed. */
  ofSlot(spaceId: string, round: string, personId: string, subject: string, of: string): string;
  /**
   * The entry that this becomes: another id, so that ratings which were stored together cannot be put
   * together again by their entries.
   */
  ofRevealed(spaceId: string, round: string, personId: string, subject: string, of: string): string;
}

/** @param secret the server's; another one gives other ids */
export function makeEntryIds(secret: string): EntryIds {
  const key = createHmac('sha256', secret).update('parley ledger ids').digest();
  // As JSON, no part can run into its neighbour.
  const id = (...parts: readonly string[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
  return {
    ofCommand: (spaceId, personId, commandId, part = '') =>
      id('command', spaceId, personId, commandId, part),
    ofClosing: (spaceId, begun) => id('closing', spaceId, begun),
    ofVoter: (spaceId, voteId, personId) => id('voter', spaceId, voteId, personId),
    ofVoice: (spaceId, about, of, personId) => id('voice', spaceId, about, of, personId),
    ofAssessor: (spaceId, round, personId) => id('assessor', spaceId, round, personId),
    ofSlot: (spaceId, round, personId, subject, of) =>
      id('slot', spaceId, round, personId, subject, of),
    ofRevealed: (spaceId, round, personId, subject, of) =>
      id('revealed', spaceId, round, personId, subject, of),
  };
}
