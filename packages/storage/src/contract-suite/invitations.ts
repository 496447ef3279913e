import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
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
  session,
  team,
} from './rows.ts';

export const invitations: ContractPart = (opened) => {
  describe('invitations and guests', () => {
    const registry = () => opened().storage.registry;
    const asGuest = { role: 'participant', capability: 'contribute' };
    /** Redeems `id` for a guest at a time, with all that goes with it. */
    const redeem = (id: string, guest: string, at = noon, spaceId = plenary.id) =>
      registry().redeemInvitation(
        id,
        at,
        person({ id: guest }),
        membership(spaceId, guest, asGuest),
        session(guest),
      );

    beforeEach(() => begin(registry()));

    it('finds an invitation by its secret and by its space, newest first', async () => {
      const first = invitation({ id: 'first', usesLeft: 20 });
      const second = invitation({ id: 'second', createdAt: noon + 1 });
      await registry().createInvitation(first);
      await registry().createInvitation(second);
      await registry().createInvitation(invitation({ id: 'elsewhere', spaceId: team.id }));
      expect(await registry().invitationBySecret(first.secretHash)).toEqual(first);
      expect(await registry().invitationBySecret('unknown')).toBeNull();
      expect(await registry().invitationsOf(plenary.id)).toEqual([second, first]);
    });

    it('refuses an invitation without a space or a person, or with a secret that is taken', async () => {
      await registry().createInvitation(invitation({ id: 'first', secretHash: 'taken' }));
      for (const fields of [
        { spaceId: 'unknown' },
        { invitedBy: 'unknown' },
        { secretHash: 'taken' },
      ]) {
        await expect(
          registry().createInvitation(invitation({ id: 'second', ...fields })),
        ).rejects.toThrow(StorageError);
      }
      expect(await registry().invitationsOf(plenary.id)).toHaveLength(1);
    });

    it('admits a guest: person, membership and session at once, one use less', async () => {
      await registry().createInvitation(invitation({ id: 'link', usesLeft: 2 }));
      expect(await redeem('link', 'guest')).toBe(true);
      const again = (await opened().reopen()).registry;
      expect(await again.person('guest')).toEqual(person({ id: 'guest' }));
      expect((await again.spaceFor(plenary.id, 'guest'))?.membership).toEqual(
        membership(plenary.id, 'guest', asGuest),
      );
      expect(await again.guestSession('session of guest')).toEqual(session('guest'));
      expect((await again.invitationBySecret('hash of link'))?.usesLeft).toBe(1);
    });

    it('admits somebody with an account, without a session', async () => {
      await registry().createInvitation(invitation({ id: 'link' }));
      const account = person({ id: 'colleague', kind: 'account' });
      await registry().putPerson(account);
      const admitted = await registry().redeemInvitation(
        'link',
        noon,
        account,
        membership(plenary.id, account.id, asGuest),
        null,
      );
      expect(admitted).toBe(true);
      expect(await registry().membersOf(plenary.id)).toHaveLength(2);
      expect(await registry().guestSession('session of colleague')).toBeNull();
    });

    it('admits exactly one of twenty who use the last use at once', async () => {
      await registry().createInvitation(invitation({ id: 'link', usesLeft: 1 }));
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => redeem('link', `guest ${n}`)),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await registry().countPersons()).toBe(2);
      expect(await registry().membersOf(plenary.id)).toHaveLength(2);
      expect((await registry().invitationBySecret('hash of link'))?.usesLeft).toBe(0);
    });

    it('turns away, and stores nothing, when unknown, expired, revoked or used up', async () => {
      await registry().createInvitation(invitation({ id: 'link', usesLeft: 5 }));
      await registry().createInvitation(invitation({ id: 'revoked', usesLeft: 5 }));
      await registry().createInvitation(invitation({ id: 'used up', usesLeft: 0 }));
      await registry().revokeInvitation('revoked', noon);
      expect(await redeem('unknown', 'guest')).toBe(false);
      expect(await redeem('link', 'guest', noon + hour)).toBe(false);
      expect(await redeem('revoked', 'guest')).toBe(false);
      expect(await redeem('used up', 'guest')).toBe(false);
      expect(await registry().countPersons()).toBe(1);
      expect(await registry().guestSession('session of guest')).toBeNull();
      expect((await registry().invitationBySecret('hash of link'))?.usesLeft).toBe(5);
      expect(await redeem('link', 'guest', noon + hour - 1)).toBe(true);
    });

    it('never admits to another space or as another person, and takes no use for it', async () => {
      await registry().createInvitation(invitation({ id: 'link' }));
      await expect(redeem('link', 'guest', noon, team.id)).rejects.toThrow(StorageError);
      const guest = person({ id: 'guest' });
      const others = membership(plenary.id, lead.id, asGuest);
      const own = membership(plenary.id, guest.id, asGuest);
      await expect(registry().redeemInvitation('link', noon, guest, others, null)).rejects.toThrow(
        StorageError,
      );
      await expect(
        registry().redeemInvitation('link', noon, guest, own, session(lead.id)),
      ).rejects.toThrow(StorageError);
      expect(await registry().countPersons()).toBe(1);
      expect((await registry().invitationBySecret('hash of link'))?.usesLeft).toBe(1);
    });

    it('takes back the use when a later part of the redemption fails', async () => {
      await registry().createInvitation(invitation({ id: 'link', usesLeft: 2 }));
      await redeem('link', 'guest');
      const taken = session('second', { secretHash: 'session of guest' });
      await expect(
        registry().redeemInvitation(
          'link',
          noon,
          person({ id: 'second' }),
          membership(plenary.id, 'second', asGuest),
          taken,
        ),
      ).rejects.toThrow(StorageError);
      expect(await registry().person('second')).toBeNull();
      expect((await registry().invitationBySecret('hash of link'))?.usesLeft).toBe(1);
    });

    it('revokes once and keeps the time', async () => {
      await registry().createInvitation(invitation({ id: 'link' }));
      expect(await registry().revokeInvitation('link', noon + 1)).toBe(true);
      expect(await registry().revokeInvitation('link', noon + 2)).toBe(false);
      expect(await registry().revokeInvitation('unknown', noon)).toBe(false);
      expect((await registry().invitationBySecret('hash of link'))?.revokedAt).toBe(noon + 1);
    });

    it("ends one guest's session and leaves the others'", async () => {
      await registry().createInvitation(invitation({ id: 'link', usesLeft: 2 }));
      await redeem('link', 'guest');
      await redeem('link', 'another');
      await registry().endGuestSession('session of guest');
      await registry().endGuestSession('session of guest');
      expect(await registry().guestSession('session of guest')).toBeNull();
      expect(await registry().guestSession('session of another')).toEqual(session('another'));
    });

    it('puts another secret in the place of one, and the session goes on', async () => {
      await registry().createInvitation(invitation({ id: 'link' }));
      await redeem('link', 'guest');
      expect(await registry().replaceGuestSecret('session of guest', 'another hash')).toBe(true);
      expect(await registry().guestSession('session of guest')).toBeNull();
      expect(await registry().guestSession('another hash')).toEqual(
        session('guest', { secretHash: 'another hash' }),
      );
      expect(await registry().replaceGuestSecret('session of guest', 'a third')).toBe(false);
    });
  });
};
