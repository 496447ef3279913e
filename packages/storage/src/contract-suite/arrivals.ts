import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
import type { ContractPart } from './opened-storage.ts';
import {
  arrival,
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
  team,
} from './rows.ts';

export const arrivals: ContractPart = (opened) => {
  describe('waiting rooms', () => {
    const registry = () => opened().storage.registry;
    const usesLeft = async () => (await registry().invitationBySecret('hash of link'))?.usesLeft;
    const ask = (guest: string, at = noon, link = 'link') =>
      registry().askToJoin(
        link,
        at,
        person({ id: guest, language: 'ar' }),
        arrival(guest, link, { askedAt: at }),
        session(guest),
      );

    beforeEach(async () => {
      await begin(registry());
      await registry().createInvitation(invitation({ id: 'link', usesLeft: 2, waits: true }));
    });

    it('hold who asks, with a session and no space, and take a use', async () => {
      expect(await ask('guest')).toBe(true);
      expect(await usesLeft()).toBe(1);
      expect(await registry().guestSession('session of guest')).toEqual(session('guest'));
      expect(await registry().spacesOf('guest')).toEqual([]);
      expect(await registry().spaceFor(plenary.id, 'guest')).toBeNull();
      expect(await registry().arrivalsOf(plenary.id)).toEqual([
        { ...arrival('guest', 'link'), person: person({ id: 'guest', language: 'ar' }) },
      ]);
      expect(await registry().waitingOf('guest')).toEqual([
        { process, space: plenary, askedAt: noon },
      ]);
      expect(await registry().arrivalsOf(team.id)).toEqual([]);
    });

    it('are not walked past: such a link admits nobody by itself, nor does another one hold', async () => {
      const guest = person({ id: 'guest' });
      const place = membership(plenary.id, guest.id);
      expect(await registry().redeemInvitation('link', noon, guest, place, null)).toBe(false);
      await registry().createInvitation(invitation({ id: 'open' }));
      expect(await ask('guest', noon, 'open')).toBe(false);
      expect(await registry().countPersons()).toBe(1);
    });

    it('take one use of who asks twice', async () => {
      await ask('guest');
      const again = await registry().askToJoin(
        'link',
        noon + 5,
        person({ id: 'guest' }),
        arrival('guest', 'link', { askedAt: noon + 5 }),
        null,
      );
      expect(again).toBe(true);
      expect(await usesLeft()).toBe(1);
      expect(await registry().arrivalsOf(plenary.id)).toMatchObject([{ askedAt: noon }]);
    });

    it('turn away at once who comes by a link that does not work', async () => {
      expect(await ask('guest', noon + hour)).toBe(false);
      expect(await ask('guest', noon, 'unknown')).toBe(false);
      await registry().revokeInvitation('link', noon);
      expect(await ask('guest')).toBe(false);
      expect(await registry().arrivalsOf(plenary.id)).toEqual([]);
    });

    it('hold exactly one of twenty who use the last use at once', async () => {
      await ask('first');
      const results = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(`guest ${n}`)));
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await registry().arrivalsOf(plenary.id)).toHaveLength(2);
    });

    it('hold nobody for another space or as another person', async () => {
      const guest = person({ id: 'guest' });
      for (const wrong of [
        arrival('guest', 'link', { spaceId: team.id }),
        arrival(lead.id, 'link'),
        arrival('guest', 'another link'),
      ]) {
        await expect(registry().askToJoin('link', noon, guest, wrong, null)).rejects.toThrow(
          StorageError,
        );
      }
      expect(await usesLeft()).toBe(2);
    });

    it('are left as a member, or for good, once', async () => {
      await ask('guest');
      await ask('other', noon + 1);
      const place = membership(plenary.id, 'guest', { role: 'participant', addedAt: noon + 9 });
      expect(await registry().admitArrival(place)).toBe(true);
      expect((await registry().spaceFor(plenary.id, 'guest'))?.membership).toEqual(place);
      expect(await registry().turnAway(plenary.id, 'guest')).toBe(false);
      expect(await registry().turnAway(plenary.id, 'other')).toBe(true);
      expect(await registry().admitArrival(membership(plenary.id, 'other'))).toBe(false);
      expect(await registry().spaceFor(plenary.id, 'other')).toBeNull();
      expect(await registry().arrivalsOf(plenary.id)).toEqual([]);
    });

    it('of a space that has ended are not told of, and end with the process', async () => {
      await ask('guest');
      await registry().endSpace(plenary.id, noon);
      expect(await registry().waitingOf('guest')).toEqual([]);
      const ended = await registry().endProcess(process.id, noon);
      expect(ended?.guestIds).toEqual(['guest']);
      expect(ended?.personIds).toContain('guest');
    });
  });
};
