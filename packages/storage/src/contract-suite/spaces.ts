import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError, type Keeper } from '../contract.ts';
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

const keepers: readonly Keeper[] = [
  { role: 'lead', capability: 'edit' },
  { role: 'facilitator', capability: 'edit' },
];
const reader = { role: 'observer', capability: 'read' };

export const spaces: ContractPart = (opened) => {
  const registry = () => opened().storage.registry;
  const idsOf = async (personId: string) =>
    (await registry().spacesOf(personId)).map((place) => place.space.id);

  /** A colleague with an account, in the team. */
  const addColleague = async () => {
    const colleague = person({ id: 'colleague', kind: 'account' });
    await registry().putPerson(colleague);
    await registry().putMembership(membership(team.id, colleague.id, { role: 'facilitator' }));
    return colleague;
  };
  /** A guest with a session, by link. */
  const addGuest = async (id: string, spaceId = plenary.id) => {
    const link = invitation({ id: `link of ${id}`, spaceId });
    await registry().createInvitation(link);
    const place = membership(spaceId, id, { role: 'facilitator' });
    await registry().redeemInvitation(link.id, noon, person({ id }), place, session(id));
  };

  describe('spaces', () => {
    beforeEach(() => begin(registry()));

    it('are made with their first member and shown to nobody else (P3)', async () => {
      const colleague = await addColleague();
      const caucus = space({ id: 'caucus', attribution: 'non-attribution', createdAt: noon + 1 });
      const first = membership(caucus.id, colleague.id);
      expect(await registry().createSpace(caucus, first)).toBe(true);
      expect(await registry().spaceFor(caucus.id, colleague.id)).toEqual({
        process,
        space: caucus,
        membership: first,
      });
      expect(await registry().spaceFor(caucus.id, lead.id)).toBeNull();
      expect(await idsOf(lead.id)).toEqual([team.id, plenary.id]);
    });

    it('are made whole or not at all', async () => {
      const caucus = space({ id: 'caucus' });
      const stranger = membership(caucus.id, 'unknown');
      await expect(registry().createSpace(caucus, stranger)).rejects.toThrow(StorageError);
      const elsewhere = space({ id: 'caucus', processId: 'unknown' });
      expect(await registry().createSpace(elsewhere, membership('caucus', lead.id))).toBe(false);
      expect(await idsOf(lead.id)).toEqual([team.id, plenary.id]);
    });

    it('change their name and rule of attribution, each by itself', async () => {
      expect(await registry().changeSpace(team.id, { title: 'Core team' })).toBe(true);
      expect(await registry().changeSpace(team.id, { attribution: 'non-attribution' })).toBe(true);
      expect((await registry().spaceFor(team.id, lead.id))?.space).toEqual({
        ...team,
        title: 'Core team',
        attribution: 'non-attribution',
      });
      expect(await registry().changeSpace('unknown', { title: 'Core team' })).toBe(false);
    });

    it('that have ended are opened by nobody, and can be opened again', async () => {
      expect(await registry().endSpace(plenary.id, noon + 1)).toBe(true);
      expect(await registry().endSpace(plenary.id, noon + 2)).toBe(false);
      expect(await registry().changeSpace(plenary.id, { title: 'Late' })).toBe(false);
      expect(await registry().spaceFor(plenary.id, lead.id)).toBeNull();
      expect(await idsOf(lead.id)).toEqual([team.id]);
      expect(await registry().endedSpacesOf(lead.id)).toEqual([
        {
          process,
          space: plenary,
          membership: membership(plenary.id, lead.id),
          endedAt: noon + 1,
          processEnded: false,
        },
      ]);
      expect(await registry().reopenSpace(plenary.id)).toBe(true);
      expect(await registry().reopenSpace(plenary.id)).toBe(false);
      expect(await idsOf(lead.id)).toEqual([team.id, plenary.id]);
      expect(await registry().endedSpacesOf(lead.id)).toEqual([]);
    });

    it('that have ended are told of to their own members alone (P3)', async () => {
      const colleague = await addColleague();
      await registry().endSpace(plenary.id, noon);
      expect(await registry().endedSpacesOf(colleague.id)).toEqual([]);
    });
  });

  describe('the end of a process', () => {
    beforeEach(() => begin(registry()));

    it('ends every space, and the sessions of guests who have no other', async () => {
      await addGuest('guest');
      await addGuest('busy');
      const other = { ...process, id: 'other' };
      const elsewhere = space({ id: 'elsewhere', processId: other.id });
      await registry().createProcess(
        other,
        [elsewhere],
        [membership(elsewhere.id, 'busy'), membership(elsewhere.id, lead.id)],
      );
      await registry().endSpace(team.id, noon);
      const ended = await registry().endProcess(process.id, noon + hour);
      expect(ended?.spaceIds).toEqual([plenary.id]);
      expect(ended?.personIds.toSorted()).toEqual(['busy', 'guest', lead.id]);
      expect(ended?.guestIds).toEqual(['guest']);
      expect(await registry().guestSession('session of guest')).toBeNull();
      expect(await registry().guestSession('session of busy')).not.toBeNull();
      expect(await idsOf(lead.id)).toEqual([elsewhere.id]);
      expect(await registry().endedSpacesOf(lead.id)).toMatchObject([
        { space: { id: plenary.id }, processEnded: true, endedAt: noon + hour },
        { space: { id: team.id }, processEnded: true, endedAt: noon },
      ]);
    });

    it('comes once, and no space is made in it afterwards', async () => {
      await registry().endProcess(process.id, noon);
      expect(await registry().endProcess(process.id, noon)).toBeNull();
      expect(await registry().endProcess('unknown', noon)).toBeNull();
      const late = space({ id: 'late' });
      expect(await registry().createSpace(late, membership(late.id, lead.id))).toBe(false);
    });

    it('is taken back when one of its spaces opens again; the others stay ended', async () => {
      await registry().endProcess(process.id, noon);
      await registry().reopenSpace(team.id);
      expect(await idsOf(lead.id)).toEqual([team.id]);
      expect(await registry().endedSpacesOf(lead.id)).toMatchObject([
        { space: { id: plenary.id }, processEnded: false },
      ]);
    });
  });

  describe('memberships', () => {
    beforeEach(() => begin(registry()));

    const change = (
      changes: readonly (readonly [spaceId: string, personId: string, becomes: Keeper | null])[],
    ) =>
      registry().changeMemberships(
        changes.map(([spaceId, personId, becomes]) => ({ spaceId, personId, becomes })),
        keepers,
      );

    it('change and go, several at once', async () => {
      const colleague = await addColleague();
      await registry().putMembership(membership(plenary.id, colleague.id, { addedAt: noon + 7 }));
      const done = await change([
        [team.id, colleague.id, null],
        [plenary.id, colleague.id, reader],
      ]);
      expect(done).toBe('done');
      expect(await registry().membersOf(team.id)).toHaveLength(1);
      expect((await registry().spaceFor(plenary.id, colleague.id))?.membership).toEqual(
        membership(plenary.id, colleague.id, { ...reader, addedAt: noon + 7 }),
      );
    });

    it('are not made by a change', async () => {
      const colleague = await addColleague();
      expect(await change([[plenary.id, colleague.id, reader]])).toBe('no-member');
      expect(await change([[plenary.id, colleague.id, null]])).toBe('no-member');
      expect(await registry().spaceFor(plenary.id, colleague.id)).toBeNull();
    });

    it('change all or none', async () => {
      const colleague = await addColleague();
      const some = await change([
        [team.id, colleague.id, reader],
        [plenary.id, colleague.id, reader],
      ]);
      expect(some).toBe('no-member');
      expect((await registry().spaceFor(team.id, colleague.id))?.membership.role).toBe(
        'facilitator',
      );
    });

    it('of the last who looks after a space stay as they are', async () => {
      expect(await change([[team.id, lead.id, null]])).toBe('nobody-left');
      expect(await change([[team.id, lead.id, reader]])).toBe('nobody-left');
      await addColleague();
      expect(await change([[team.id, lead.id, reader]])).toBe('done');
      expect(await change([[team.id, 'colleague', null]])).toBe('nobody-left');
    });

    it('of the last with an account stay, however many guests look after the space', async () => {
      await addGuest('guest');
      expect(await change([[plenary.id, lead.id, null]])).toBe('nobody-left');
      expect(await change([[plenary.id, 'guest', null]])).toBe('done');
    });

    it('leave somebody when the last two go at the same moment', async () => {
      await addColleague();
      const gone = await Promise.all([
        change([[team.id, lead.id, null]]),
        change([[team.id, 'colleague', null]]),
      ]);
      expect(gone.toSorted()).toEqual(['done', 'nobody-left']);
    });
  });
};
