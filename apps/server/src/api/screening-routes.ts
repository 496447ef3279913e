import { ledgerDocumentId, type ScreeningsAnswer } from '@parley/contracts';
import { LedgerDraft, type EntryOf } from '@parley/model/ledger';
import { screenedIn } from '../rounds/screenings.ts';
import type { ApiParts } from './api.ts';
import type { Doors } from './doors.ts';

/** Screenings that are open: how many have finished, and what the asker has given themselves. */
export function screeningDoors(doors: Doors, parts: ApiParts): void {
  const { registry, transact, entryIds, rounds } = parts;
  doors.space('GET /api/spaces/:spaceId/screenings', async (_req, { session, place }) => {
    const spaceId = place.space.id;
    const open: EntryOf<'screening-opened'>[] = [];
    await transact(ledgerDocumentId(spaceId), (doc) => {
      const ledger = new LedgerDraft(doc);
      const isOpen = ({ id }: { id: string }) => !ledger.has(entryIds.ofClosing(spaceId, id));
      open.splice(0, open.length, ...ledger.all('screening-opened').filter(isOpen));
    });
    const answer: ScreeningsAnswer = {
      screenings: await Promise.all(
        open.map(async (opened) => {
          const { people, given, finished } = await screenedIn(registry, rounds, spaceId, opened);
          const own = given.find(({ personId }) => personId === session.person.id);
          return {
            screening: opened.id,
            finished: finished.size,
            screeners: people.length,
            own: own ? { finished: finished.has(own.personId), scores: [...own.said] } : null,
          };
        }),
      ),
    };
    return { status: 200, body: answer };
  });
}
