/** One rating of a blind round that is not revealed yet, unreadable to whoever stores it. */
export interface SealedRatingRow {
  readonly spaceId: string;
  readonly roundId: string;
  /** Stands for one person in this one round; whoever stores it makes sure that it names nobody. */
  readonly assessor: string;
  /** Stands for what one person says of one thing, so that a later rating replaces an earlier one. */
  readonly slot: string;
  readonly sealed: string;
}

/** What is given in a blind round, until it is revealed or cancelled: nothing of it is in a document. */
export interface SealedRatings {
  /**
   * Keeps the wrapped key of a round, unless it has one. Resolves with the one that it has from now on.
   * Rejects when the space is not stored.
   */
  keepRoundKey(spaceId: string, roundId: string, wrapped: string): Promise<string>;
  /** The wrapped key of a round; null while nothing was given in it, and once it is over. */
  roundKey(spaceId: string, roundId: string): Promise<string | null>;
  /** Adds a rating, or replaces the one in its slot. Rejects when the round has no key. */
  putSealedRating(rating: SealedRatingRow): Promise<void>;
  /** By `slot`, so that the order tells nothing of when they came. */
  sealedRatingsIn(spaceId: string, roundId: string): Promise<readonly SealedRatingRow[]>;
  /** The rounds of a space that have a key here. */
  keyedRounds(spaceId: string): Promise<readonly string[]>;
  /** Removes the key of a round and all that was given in it, and overwrites their bytes where the engine can. */
  deleteRound(spaceId: string, roundId: string): Promise<void>;
}
