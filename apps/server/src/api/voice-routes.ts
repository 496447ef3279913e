import { ledgerDocumentId, type VoicesAnswer } from '@parley/contracts';
import { LedgerDraft } from '@parley/model/ledger';
import type { ApiParts } from './api.ts';
import type { Doors } from './doors.ts';

/** Which unnamed assessments are the asker's own: nobody else can tell, and no device could know. */
export function voiceDoors(doors: Doors, { transact, entryIds }: ApiParts): void {
  doors.space('GET /api/spaces/:spaceId/voices', async (_req, { session, place }) => {
    const spaceId = place.space.id;
    const voices = new Set<string>();
    await transact(ledgerDocumentId(spaceId), (doc) => {
      for (const { subject, reading, voice } of new LedgerDraft(doc).all('assessment')) {
        if (voice === entryIds.ofVoice(spaceId, subject, reading.of, session.person.id)) {
          voices.add(voice);
        }
      }
    });
    const answer: VoicesAnswer = { voices: [...voices] };
    return { status: 200, body: answer };
  });
}
