import { ledgerDocumentId, type VoicesAnswer } from '@parley/contracts';
import { LedgerDraft } from '@parley/model/ledger';
import { matterOfAssessment, matterOfLink } from '../commands/matters.ts';
import type { ApiParts } from './api.ts';
import type { Doors } from './doors.ts';

/** Which unnamed statements are the asker's own: nobody else can tell, and no device could know. */
export function voiceDoors(doors: Doors, { transact, entryIds }: ApiParts): void {
  doors.space('GET /api/spaces/:spaceId/voices', async (_req, { session, place }) => {
    const spaceId = place.space.id;
    const voices = new Set<string>();
    await transact(ledgerDocumentId(spaceId), (doc) => {
      const ledger = new LedgerDraft(doc);
      const said = [
        ...ledger
          .all('assessment')
          .map((one) => ({ voice: one.voice, matter: matterOfAssessment(one) })),
        ...ledger
          .all('convening-link')
          .map((one) => ({ voice: one.voice, matter: matterOfLink(one) })),
      ];
      for (const { voice, matter } of said) {
        if (voice === entryIds.ofVoice(spaceId, ...matter, session.person.id)) voices.add(voice);
      }
    });
    const answer: VoicesAnswer = { voices: [...voices] };
    return { status: 200, body: answer };
  });
}
