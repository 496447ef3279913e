import { beforeEach, describe, expect, it } from 'vitest';
import type { ContractPart } from './opened-storage.ts';
import {
  arrival,
  begin,
  hour,
  invitation,
  membership,
  noon,
  person,
  plenary,
  session,
} from './rows.ts';

export const removals: ContractPart = (opened) => {
  describe('somebody whom a host has taken out', () => {
    const registry = () => opened().storage.registry;
    const asGuest = { role: 'participant', capability: 'contribute' };
    const redeem = (id: string, guest = 'guest', at = noon + 2) =>
      registry().redeemInvitation(
        id,
        at,
        person({ id: guest }),
        membership(plenary.id, guest, asGuest),
        session(guest, { secretHash: `${id} ${guest} ${at}` }),
      );
    const remove = (barredAt?: number) =>
      registry().changeMemberships(
        [
          {
            ...{ spaceId: plenary.id, personId: 'guest', becomes: null },
            ...(barredAt === undefined ? {} : { barredAt }),
          },
        ],
        [],
      );
    const members = async () =>
      (await registry().membersOf(plenary.id)).map(({ personId }) => personId);

    beforeEach(async () => {
      await begin(registry());
      for (const id of ['shared', 'other']) {
        await registry().createInvitation(invitation({ id, usesLeft: 9, expiresAt: noon + hour }));
      }
      expect(await redeem('shared')).toBe(true);
    });

    it('is known by the link that they came by', async () => {
      expect(await redeem('other', 'colleague')).toBe(true);
      expect(await registry().redemptionsIn(plenary.id)).toEqual([
        { invitationId: 'other', personId: 'colleague' },
        { invitationId: 'shared', personId: 'guest' },
      ]);
    });

    it('comes back by no link from before, nor by one for many from after, and takes no use', async () => {
      await registry().createInvitation(invitation({ id: 'own, from before' }));
      expect(await remove(noon + 5)).toBe('done');
      const late = { createdAt: noon + 6 };
      await registry().createInvitation(invitation({ id: 'many', usesLeft: 9, ...late }));
      await registry().createInvitation(invitation({ id: 'waits', waits: true, usesLeft: 9 }));
      for (const id of ['shared', 'other', 'own, from before', 'many']) {
        expect([id, await registry().isBarred(id, 'guest')]).toEqual([id, true]);
        expect([id, await redeem(id)]).toEqual([id, false]);
      }
      const asks = arrival('guest', 'waits');
      const guest = person({ id: 'guest' });
      expect(await registry().askToJoin('waits', noon, guest, asks, null)).toBe(false);
      expect(await members()).toEqual(['lead']);
      expect((await registry().invitationBySecret('hash of many'))?.usesLeft).toBe(9);
      expect(await redeem('shared', 'somebody else')).toBe(true);
    });

    it('comes back by a link for one person that was made afterwards, once', async () => {
      await remove(noon + 5);
      await registry().createInvitation(invitation({ id: 'own', createdAt: noon + 6 }));
      expect(await registry().isBarred('own', 'guest')).toBe(false);
      expect(await redeem('own')).toBe(true);
      expect(await members()).toEqual(['lead', 'guest']);
      // Let in again is let in: until the next time.
      expect(await registry().isBarred('shared', 'guest')).toBe(false);
      await remove(noon + 7);
      expect(await registry().isBarred('shared', 'guest')).toBe(true);
      expect(await registry().isBarred('own', 'guest')).toBe(true);
    });

    it('is barred no more once a host has added them', async () => {
      await remove(noon + 5);
      const again = (await opened().reopen()).registry;
      expect(await again.isBarred('shared', 'guest')).toBe(true);
      await again.putMembership(membership(plenary.id, 'guest', asGuest));
      expect(await again.isBarred('shared', 'guest')).toBe(false);
    });

    it('who left by themselves comes back as they came', async () => {
      expect(await remove()).toBe('done');
      expect(await registry().isBarred('shared', 'guest')).toBe(false);
      expect(await redeem('shared', 'guest', noon + 6)).toBe(true);
    });
  });
};
