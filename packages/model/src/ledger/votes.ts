import type { EntryOf } from './entries/index.ts';

/** Dots on each option, in the options' order, and how many people gave any. */
export interface Tally {
  readonly dots: readonly number[];
  readonly voters: number;
}

export interface Vote {
  readonly opened: EntryOf<'vote-opened'>;
  readonly closed: EntryOf<'vote-closed'> | null;
  /** What is known of the result: of a secret vote nothing before it is closed. */
  readonly tally: Tally | null;
  /** The last ballot of each person, where the vote is not secret. */
  readonly ballots: ReadonlyMap<string, EntryOf<'ballot'>>;
}

/** Votes in the order in which they were opened. */
export function votes(
  opened: readonly EntryOf<'vote-opened'>[],
  ballots: readonly EntryOf<'ballot'>[],
  closed: readonly EntryOf<'vote-closed'>[],
): readonly Vote[] {
  const cast = Map.groupBy(ballots, ({ vote }) => vote);
  const ends = new Map(closed.map((end) => [end.vote, end]));
  return opened.map((vote) => {
    const own = latestBallots(cast.get(vote.id) ?? []);
    const end = ends.get(vote.id) ?? null;
    const open = vote.secret ? null : tallyOf(vote.options.length, [...own.values()].map(dotsOf));
    return { opened: vote, closed: end, tally: end ?? open, ballots: own };
  });
}

/** The last ballot of each person; `ballots` in the order of the ledger. */
export function latestBallots(
  ballots: readonly EntryOf<'ballot'>[],
): ReadonlyMap<string, EntryOf<'ballot'>> {
  return new Map(
    ballots.flatMap((ballot) => (ballot.by === null ? [] : [[ballot.by.person, ballot] as const])),
  );
}

/** Adds ballots up. A ballot without a dot is a vote taken back: it counts nowhere. */
export function tallyOf(options: number, ballots: readonly (readonly number[])[]): Tally {
  const given = ballots.filter((dots) => dots.some((count) => count > 0));
  return {
    dots: Array.from({ length: options }, (_, option) =>
      given.reduce((sum, dots) => sum + (dots[option] ?? 0), 0),
    ),
    voters: given.length,
  };
}

/** Whether these are dots that one person may give in this vote. */
export function isBallotFor(
  { options, dots: most }: Pick<EntryOf<'vote-opened'>, 'options' | 'dots'>,
  dots: readonly number[],
): boolean {
  return dots.length === options.length && dots.reduce((sum, count) => sum + count, 0) <= most;
}

const dotsOf = ({ dots }: EntryOf<'ballot'>): readonly number[] => dots;
