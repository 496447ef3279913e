import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
import type { ContractPart } from './opened-storage.ts';
import {
  begin,
  hour,
  lead,
  membership,
  noon,
  person,
  plenary,
  process,
  space,
  team,
} from './rows.ts';

export const processes: ContractPart = (opened) => {
  describe('processes, spaces and members', () => {
    beforeEach(() => begin(opened().storage.registry));

    it('shows a process and its spaces to the first member, also after a restart', async () => {
      const expected = [
        { process, space: team, membership: membership(team.id, lead.id) },
        { process, space: plenary, membership: membership(plenary.id, lead.id) },
      ];
      expect(await opened().storage.registry.spacesOf(lead.id)).toEqual(expected);
      expect(await (await opened().reopen()).registry.spacesOf(lead.id)).toEqual(expected);
    });

    it('lists the newest process first and, within it, the oldest space', async () => {
      const { registry } = opened().storage;
      const later = { ...process, id: 'a later process', createdAt: noon + hour };
      const spaces = [
        space({ id: 'third', processId: later.id, createdAt: noon + 2 * hour }),
        space({ id: 'b', processId: later.id, createdAt: noon + hour }),
        space({ id: 'a', processId: later.id, createdAt: noon + hour }),
      ];
      await registry.createProcess(
        later,
        spaces,
        spaces.map(({ id }) => membership(id, lead.id)),
      );
      const listed = (await registry.spacesOf(lead.id)).map((place) => place.space.id);
      expect(listed).toEqual(['b', 'a', 'third', 'team', 'plenary']);
    });

    it('creates all of a process or nothing', async () => {
      const { registry } = opened().storage;
      const other = { ...process, id: 'other' };
      const caucus = space({ id: 'caucus', processId: other.id });
      await expect(
        registry.createProcess(other, [caucus], [membership(caucus.id, 'nobody we know')]),
      ).rejects.toThrow(StorageError);
      await expect(
        registry.createProcess(other, [caucus, { ...caucus, id: team.id }], []),
      ).rejects.toThrow(StorageError);
      await registry.createProcess(other, [caucus], [membership(caucus.id, lead.id)]);
      expect(await registry.spacesOf(lead.id)).toHaveLength(3);
    });

    it('renames a process that there is', async () => {
      const { registry } = opened().storage;
      expect(await registry.renameProcess(process.id, 'Water for all')).toBe(true);
      expect(await registry.renameProcess('unknown', 'Water for all')).toBe(false);
      expect((await registry.spaceFor(team.id, lead.id))?.process.title).toBe('Water for all');
    });

    it('gives one space to its member', async () => {
      expect(await opened().storage.registry.spaceFor(plenary.id, lead.id)).toEqual({
        process,
        space: plenary,
        membership: membership(plenary.id, lead.id),
      });
    });

    it('does not tell a space that is not there from one that is not yours (P3)', async () => {
      const { registry } = opened().storage;
      const guest = person({ id: 'guest' });
      await registry.putPerson(guest);
      await registry.putMembership(membership(plenary.id, guest.id));
      expect(await registry.spaceFor(team.id, guest.id)).toBeNull();
      expect(await registry.spaceFor('unknown', guest.id)).toBeNull();
      expect(await registry.spaceFor(team.id, 'unknown')).toBeNull();
      const listed = (await registry.spacesOf(guest.id)).map((place) => place.space.id);
      expect(listed).toEqual([plenary.id]);
    });

    it('lists members with their persons, who was added first comes first', async () => {
      const { registry } = opened().storage;
      const early = person({ id: 'early', displayName: 'Yusuf', color: 5 });
      const late = person({ id: 'a late one', displayName: 'Noor' });
      await registry.putPerson(early);
      await registry.putPerson(late);
      await registry.putMembership(membership(team.id, late.id, { addedAt: noon + hour }));
      await registry.putMembership(membership(team.id, early.id, { addedAt: noon - hour }));
      expect(await registry.membersOf(team.id)).toEqual([
        { ...membership(team.id, early.id, { addedAt: noon - hour }), person: early },
        { ...membership(team.id, lead.id), person: lead },
        { ...membership(team.id, late.id, { addedAt: noon + hour }), person: late },
      ]);
      expect(await registry.membersOf('unknown')).toEqual([]);
    });

    it('changes role and capability of a member and keeps when they were added', async () => {
      const { registry } = opened().storage;
      const changed = { role: 'observer', capability: 'read' };
      await registry.putMembership(
        membership(team.id, lead.id, { ...changed, addedAt: noon + hour }),
      );
      expect((await registry.spaceFor(team.id, lead.id))?.membership).toEqual(
        membership(team.id, lead.id, { ...changed, addedAt: noon }),
      );
      expect(await registry.membersOf(team.id)).toHaveLength(1);
    });

    it('refuses a member it does not know and a space that is not there', async () => {
      const { registry } = opened().storage;
      await expect(registry.putMembership(membership(team.id, 'unknown'))).rejects.toThrow(
        StorageError,
      );
      await expect(registry.putMembership(membership('unknown', lead.id))).rejects.toThrow(
        StorageError,
      );
    });

    it('adds persons, counts them and replaces what is known of one', async () => {
      const { registry } = opened().storage;
      expect(await registry.person('guest')).toBeNull();
      await registry.putPerson(person({ id: 'guest' }));
      expect(await registry.countPersons()).toBe(2);
      const known = person({ id: 'guest', kind: 'account', displayName: 'Sami', color: 0 });
      await registry.putPerson(known);
      expect(await registry.person('guest')).toEqual(known);
      expect(await registry.countPersons()).toBe(2);
    });

    it('disables a person until they are let in again, whatever else is put down of them', async () => {
      const { registry } = opened().storage;
      expect(await registry.disabledSince(lead.id)).toBeNull();
      await registry.setDisabled(lead.id, noon);
      await registry.putPerson({ ...lead, displayName: 'Amal' });
      expect(await registry.disabledSince(lead.id)).toBe(noon);
      await registry.setDisabled(lead.id, null);
      expect(await registry.disabledSince(lead.id)).toBeNull();
      expect(await registry.disabledSince('unknown')).toBeNull();
    });
  });
};
