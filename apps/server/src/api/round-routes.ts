import { ledgerDocumentId, type RoundsAnswer } from '@parley/contracts';
import { LedgerDraft, type EntryOf } from '@parley/model/ledger';
import { assessorsOf } from '../rounds/assessors.ts';
import type { Rating } from '../rounds/blind-rounds.ts';
import type { ApiParts } from './api.ts';
import type { Doors } from './doors.ts';

/** Blind rounds that are open: how many have finished, and what the asker has given themselves. */
export function roundDoors(doors: Doors, parts: ApiParts): void {
  const { registry, transact, entryIds, rounds, clock } = parts;
  doors.space('GET /api/spaces/:spaceId/rounds', async (_req, { session, place }) => {
    const spaceId = place.space.id;
    const kept = await rounds.openIn(spaceId);
    const open: EntryOf<'round-opened'>[] = [];
    const over: string[] = [];
    await transact(ledgerDocumentId(spaceId), (doc) => {
      const ledger = new LedgerDraft(doc);
      const isOver = (round: string) => ledger.has(entryIds.ofClosing(spaceId, round));
      open.splice(0, open.length, ...ledger.all('round-opened').filter(({ id }) => !isOver(id)));
      over.splice(0, over.length, ...kept.filter(isOver));
    });
    // A stop while a round was being revealed or cancelled leaves what was given in it.
    for (const round of over) await rounds.destroy({ spaceId, round });
    const answer: RoundsAnswer = {
      now: clock(),
      rounds: await Promise.all(open.map((opened) => knownTo(session.person.id, spaceId, opened))),
    };
    return { status: 200, body: answer };
  });

  async function knownTo(personId: string, spaceId: string, opened: EntryOf<'round-opened'>) {
    const round = opened.id;
    const people = (await assessorsOf(registry, spaceId, opened)).map(({ id }) => id);
    const done = await rounds.finished({ spaceId, round }, people);
    const progress = { round, finished: done.size, assessors: people.length };
    if (!people.includes(personId)) return { ...progress, own: null };
    const given = await rounds.given({ spaceId, round }, [personId]);
    const ratings = given.flatMap((one) => one.ratings.map(asTold));
    return { ...progress, own: { finished: done.has(personId), ratings } };
  }
}

const asTold = ({ reading, ...said }: Rating) => ({ ...said, ...reading });
