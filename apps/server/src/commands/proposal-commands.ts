import { isOnBoard, proposalSettledEntry } from '@parley/model/ledger';
import * as v from 'valibot';
import type { CommandHandlers } from './command-context.ts';
import { accepted, appended, refused } from './outcome.ts';

/** Cards that say who matters, and what became of them. */
export const proposalCommands: Pick<CommandHandlers, 'propose-actor' | 'settle-proposal'> = {
  'propose-actor': ({ name, why }, { ledger, entryId, stamp }) =>
    ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      return appended(entryId, entries.append('actor-proposal', entryId, { name, why }, stamp));
    }),

  async 'settle-proposal'({ proposal, outcome: word, actor }, context) {
    const { entryId, stamp } = context;
    const outcome = v.safeParse(proposalSettledEntry.fields.entries.outcome, word);
    if (!outcome.success) return refused('invalid', ['outcome']);
    // A card that has a place on the map has an actor there, and no other card has.
    const isOnMap = outcome.output === 'placed' || outcome.output === 'merged';
    if (isOnMap !== (actor !== null)) return refused('invalid', ['actor']);
    const isThere =
      actor === null ||
      (await context.board((board) => isOnBoard(board, { type: 'actor', id: actor })));
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!isThere || !entries.get('actor-proposal', proposal)) return refused('gone');
      const fields = { proposal, outcome: outcome.output, actor };
      return appended(entryId, entries.append('proposal-settled', entryId, fields, stamp));
    });
  },
};
