import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError, type Storage } from '../contract.ts';
import { emptyDocument } from './empty-document.ts';
import { snapshot, update } from './numbers.ts';
import type { ContractPart } from './opened-storage.ts';
import {
  begin,
  hour,
  invitation,
  lead,
  membership,
  noon,
  person,
  plenary,
  process,
  session,
  space,
  team,
} from './rows.ts';

const other = { ...process, id: 'other', title: 'Borders', createdAt: noon + hour };
const elsewhere = space({ id: 'elsewhere', processId: other.id });

/** The spaces of the process that is deleted, and what documents they have. */
const withDocuments = (...documentIds: string[]) => ({ [team.id]: documentIds, [plenary.id]: [] });

/** Lets a guest in by a link of their own, with a session. */
async function join({ registry }: Storage, guestId: string, spaceId: string): Promise<void> {
  const link = invitation({ id: `${guestId} to ${spaceId}`, spaceId });
  await registry.createInvitation(link);
  const guest = person({ id: guestId });
  const isKnown = (await registry.person(guestId)) !== null;
  const begun = isKnown ? null : session(guestId);
  const place = membership(spaceId, guestId, { role: 'participant', capability: 'contribute' });
  expect(await registry.redeemInvitation(link.id, noon, guest, place, begun)).toBe(true);
}

export const administration: ContractPart = (opened) => {
  describe('what the command line asks', () => {
    beforeEach(async () => {
      const { registry } = opened().storage;
      await begin(registry);
      await registry.createProcess(other, [elsewhere], [membership(elsewhere.id, lead.id)]);
    });

    it('is every process, the newest first, and every space of one, ended ones too', async () => {
      const { registry } = opened().storage;
      await registry.endSpace(plenary.id, noon);
      await registry.endProcess(other.id, noon + hour);
      expect(await registry.everyProcess()).toEqual([
        { ...other, endedAt: noon + hour },
        { ...process, endedAt: null },
      ]);
      expect(await registry.everySpaceOf(process.id)).toEqual([
        { ...team, endedAt: null },
        { ...plenary, endedAt: noon },
      ]);
      expect(await registry.everySpaceOf('unknown')).toEqual([]);
    });

    it('a deleted process is gone with its spaces, members and invitations, others stay', async () => {
      const { registry } = opened().storage;
      const link = invitation({ id: 'link' });
      await registry.createInvitation(link);
      expect(await registry.deleteProcess(process.id, withDocuments())).toBe(true);
      expect(await registry.everyProcess()).toMatchObject([other]);
      expect(await registry.everySpaceOf(process.id)).toEqual([]);
      expect(await registry.membersOf(team.id)).toEqual([]);
      expect(await registry.invitationBySecret(link.secretHash)).toBeNull();
      const places = await registry.spacesOf(lead.id);
      expect(places.map(({ space: { id } }) => id)).toEqual([elsewhere.id]);
      expect(await registry.person(lead.id)).toEqual(lead);
    });

    it('guests who are nowhere else go with it, and their sessions', async () => {
      const { storage } = opened();
      const { registry } = storage;
      await join(storage, 'only here', team.id);
      await join(storage, 'here and elsewhere', plenary.id);
      await join(storage, 'here and elsewhere', elsewhere.id);
      await registry.deleteProcess(process.id, withDocuments());
      expect(await registry.person('only here')).toBeNull();
      expect(await registry.guestSession(session('only here').secretHash)).toBeNull();
      expect(await registry.person('here and elsewhere')).not.toBeNull();
      expect(await registry.guestSession(session('here and elsewhere').secretHash)).not.toBeNull();
    });

    it('every guest’s session ends and every invitation is taken back, at once', async () => {
      const { storage } = opened();
      const { registry } = storage;
      await join(storage, 'guest', team.id);
      const links = [
        invitation({ id: 'open' }),
        invitation({ id: 'taken back before', revokedAt: noon }),
      ];
      for (const link of links) await registry.createInvitation(link);
      await registry.withdrawEveryLink(noon + hour);
      expect(await registry.guestSession(session('guest').secretHash)).toBeNull();
      const revoked = (await registry.invitationsOf(plenary.id)).map((link) => link.revokedAt);
      expect(revoked.toSorted()).toEqual([noon, noon + hour]);
      expect(await registry.membersOf(team.id)).toHaveLength(2);
    });

    it('there is no such process: nothing is deleted', async () => {
      const { registry, documents } = opened().storage;
      await documents.append('a', update(1));
      expect(await registry.deleteProcess('unknown', withDocuments('a'))).toBe(false);
      expect(await registry.everyProcess()).toMatchObject([other, process]);
      expect((await documents.load('a')).updates).toEqual([update(1)]);
    });

    it('its documents go too, and nobody can write them back, also after a restart', async () => {
      const { registry, documents } = opened().storage;
      const there = await opened().another();
      for (const id of ['a', 'b', 'c']) await documents.append(id, update(1));
      const { position } = await there.documents.load('a');
      await registry.deleteProcess(process.id, withDocuments('a', 'b', 'never written'));

      const refused = { name: StorageError.name, code: 'deleted' };
      for (const id of ['a', 'b', 'never written']) {
        await expect(there.documents.load(id)).rejects.toMatchObject(refused);
        await expect(there.documents.append(id, update(2))).rejects.toMatchObject(refused);
        await expect(there.documents.rebuild(id, snapshot([2]))).rejects.toMatchObject(refused);
      }
      expect(await there.documents.compact('a', snapshot([1]), position)).toBe(false);
      const again = (await opened().reopen()).documents;
      await expect(again.append('a', update(2))).rejects.toMatchObject(refused);
      await expect(again.load('a')).rejects.toMatchObject(refused);
      // Another document is untouched, and one that was deleted by itself may be begun again.
      expect((await again.load('c')).updates).toEqual([update(1)]);
      await again.delete('c');
      expect(await again.load('c')).toEqual(emptyDocument);
      await again.append('c', update(3));
    });

    it('somebody has made another space meanwhile: nothing is deleted', async () => {
      const { registry, documents } = opened().storage;
      await documents.append('a', update(1));
      const deleting = registry.deleteProcess(process.id, { [team.id]: ['a'] });
      await expect(deleting).rejects.toThrow(/another space/);
      expect(await registry.everySpaceOf(process.id)).toHaveLength(2);
      expect((await documents.load('a')).updates).toEqual([update(1)]);
    });

    it('a write that is refused so takes none of its neighbours with it', async () => {
      const { registry, documents } = opened().storage;
      await registry.deleteProcess(process.id, withDocuments('a'));
      const [before, refused, after] = await Promise.allSettled([
        documents.append('b', update(1)),
        documents.append('a', update(1)),
        documents.append('c', update(1)),
      ]);
      expect([before.status, refused.status, after.status]).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
    });
  });
};
