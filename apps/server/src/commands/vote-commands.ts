import type { CommandAnswer } from '@parley/contracts';
import { isBallotFor, latestBallots, tallyOf } from '@parley/model/ledger';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { accepted, appended, refused } from './outcome.ts';
import { readChoices, writeChoices } from './secret-ballots.ts';

type VoteHandlers = Pick<CommandHandlers, 'open-vote' | 'cast-ballot' | 'close-vote'>;

/** Votes: open ones in the ledger from the first ballot on, secret ones only as their sum. */
export const voteCommands: VoteHandlers = {
  'open-vote': ({ question, options, dots, secret }, { ledger, entryId, stamp, keepsNames }) =>
    ledger((entries) => {
      const fields = { question, options, dots, secret: secret || !keepsNames };
      return appended(entryId, entries.append('vote-opened', entryId, fields, stamp));
    }),

  async 'cast-ballot'({ vote, dots }, context) {
    const { entryId, stamp, ids, place } = context;
    const found = await context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      const opened = entries.get('vote-opened', vote);
      if (opened === null) return refused('gone');
      if (entries.has(ids.ofClosing(place.space.id, vote))) return refused('closed');
      if (!isBallotFor(opened, dots)) return refused('invalid', ['dots']);
      if (opened.secret) return 'secret';
      if (stamp.by === null) return refused('keeps-no-names');
      return appended(entryId, entries.append('ballot', entryId, { vote, dots }, stamp));
    });
    return found === 'secret' ? castInSecret(vote, dots, context) : found;
  },

  async 'close-vote'({ vote }, context) {
    const { ids, stamp, place, registry } = context;
    const closing = ids.ofClosing(place.space.id, vote);
    const ballots = await registry.ballotsIn(place.space.id, vote);
    const answer = await context.ledger((entries) => {
      if (entries.has(closing)) return accepted(closing);
      const opened = entries.get('vote-opened', vote);
      if (opened === null) return refused('gone');
      const given = opened.secret
        ? ballots.map(({ choices }) => readChoices(choices))
        : [...latestBallots(inOrder(entries.all('ballot'), vote)).values()].map(
            (ballot) => ballot.dots,
          );
      const { dots, voters } = tallyOf(opened.options.length, given);
      const fields = { vote, dots: [...dots], voters };
      return appended(closing, entries.append('vote-closed', closing, fields, stamp));
    });
    // Only now: a stop in between leaves them for whoever closes it again.
    if (answer.accepted) await registry.deleteBallots(place.space.id, vote);
    return answer;
  },
};

async function castInSecret(
  vote: string,
  dots: readonly number[],
  { ids, place, session, registry, live }: CommandContext,
): Promise<CommandAnswer> {
  const spaceId = place.space.id;
  const voter = ids.ofVoter(spaceId, vote, session.person.id);
  await registry.putBallot({ spaceId, voteId: vote, voter, choices: writeChoices(dots) });
  const ballots = await registry.ballotsIn(spaceId, vote);
  const { voters } = tallyOf(
    dots.length,
    ballots.map(({ choices }) => readChoices(choices)),
  );
  live.toSpace(spaceId, { kind: 'vote-turnout', spaceId, vote, voters });
  return accepted(vote);
}

const inOrder = <B extends { readonly vote: string; readonly number: number }>(
  ballots: readonly B[],
  vote: string,
): B[] =>
  ballots.filter((ballot) => ballot.vote === vote).sort((one, other) => one.number - other.number);
