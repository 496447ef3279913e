/** A ballot of a secret vote that is still open. */
export interface BallotRow {
  readonly spaceId: string;
  readonly voteId: string;
  /** Stands for one person in this one vote; whoever stores it makes sure that it names nobody. */
  readonly voter: string;
  readonly choices: string;
}

/** Secret ballots until their vote is closed: nothing of them is in a document. */
export interface Ballots {
  /** Adds a voter's ballot, or replaces it. Rejects when the space is not stored. */
  putBallot(ballot: BallotRow): Promise<void>;
  /** By `voter`, so that the order tells nothing of when they came. */
  ballotsIn(spaceId: string, voteId: string): Promise<readonly BallotRow[]>;
  /** The votes of a space that have ballots here. */
  ballotVotes(spaceId: string): Promise<readonly string[]>;
  /** Removes the ballots of a vote, and overwrites their bytes where the engine can. */
  deleteBallots(spaceId: string, voteId: string): Promise<void>;
}
