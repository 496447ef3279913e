import { ledgerDocumentId, type BallotsAnswer } from '@parley/contracts';
import { LedgerDraft } from '@parley/model/ledger';
import { secretVotes } from '../commands/secret-ballots.ts';
import type { ApiParts } from './api.ts';
import type { Doors } from './doors.ts';

/** Secret votes that are open: how many have voted, and what the asker's own ballot is. */
export function ballotDoors(doors: Doors, parts: ApiParts): void {
  const { registry, transact, entryIds } = parts;
  doors.space('GET /api/spaces/:spaceId/ballots', async (_req, { session, place }) => {
    const spaceId = place.space.id;
    const found = await secretVotes(registry, spaceId);
    const closed = new Set<string>();
    await transact(ledgerDocumentId(spaceId), (doc) => {
      const ledger = new LedgerDraft(doc);
      for (const { vote } of found) {
        if (ledger.has(entryIds.ofClosing(spaceId, vote))) closed.add(vote);
      }
    });
    // A stop while a vote was being closed leaves its ballots.
    for (const vote of closed) await registry.deleteBallots(spaceId, vote);
    const answer: BallotsAnswer = {
      votes: found.flatMap(({ vote, voters, dotsOf }) =>
        closed.has(vote)
          ? []
          : [{ vote, voters, own: dotsOf(entryIds.ofVoter(spaceId, vote, session.person.id)) }],
      ),
    };
    return { status: 200, body: answer };
  });
}
