import { Dots, tallyOf } from '@parley/model/ledger';
import type { Registry } from '@parley/storage';
import * as v from 'valibot';

/** The stored form of a secret ballot. */
export const writeChoices = (dots: readonly number[]): string => JSON.stringify(dots);

/** @throws when a stored ballot is none: storage was changed by hand */
export const readChoices = (choices: string): readonly number[] =>
  v.parse(Dots, JSON.parse(choices));

/** A vote that has secret ballots. */
interface SecretVote {
  readonly vote: string;
  readonly voters: number;
  /** The ballot of one voter; null when there is none. */
  readonly dotsOf: (voter: string) => number[] | null;
}

/** The votes of a space that have secret ballots, those too that were closed just now. */
export async function secretVotes(
  registry: Registry,
  spaceId: string,
): Promise<readonly SecretVote[]> {
  const votes = await registry.ballotVotes(spaceId);
  return Promise.all(
    votes.map(async (vote) => {
      const rows = await registry.ballotsIn(spaceId, vote);
      const ballots = new Map(rows.map(({ voter, choices }) => [voter, readChoices(choices)]));
      const dotsOf = (voter: string) => [...(ballots.get(voter) ?? [])];
      return {
        vote,
        voters: tallyOf(0, [...ballots.values()]).voters,
        dotsOf: (voter: string) => (ballots.has(voter) ? dotsOf(voter) : null),
      };
    }),
  );
}
