import {
  CandidatesAnswer,
  SpaceAnswer,
  paths,
  type Capability,
  type Role,
} from '@parley/contracts';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { riverTalks } from '../testing/river-talks.ts';
import { idOf, joinAsGuest, makeSpace } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
let leadId: string;
beforeAll(async () => {
  leadId = await idOf(here.lead);
});

const join = (name: string, role: Role, capability: Capability = 'edit', space = here.spaceId) =>
  here.join(name, { role, capability }, space);

const membersOf = async (visitor: Visitor, space: string) => {
  const { members } = v.parse(SpaceAnswer, (await visitor.get(paths.space(space))).body);
  return members.map((member) => `${member.person.name}: ${member.role}, ${member.capability}`);
};
const candidates = async (visitor: Visitor, space: string) => {
  const { body } = await visitor.get(paths.candidates(space));
  return v.parse(CandidatesAnswer, body).candidates.map(({ person }) => person.name);
};

describe('a member', () => {
  it('is given another capability in one space', async () => {
    const guest = await join('Bilal', 'facilitator');
    const answer = await here.lead.patch(paths.member(here.spaceId, await idOf(guest)), {
      capability: 'read',
    });
    expect(answer.status).toBe(204);
    expect(await membersOf(here.lead, here.spaceId)).toContain('Bilal: facilitator, read');
  });

  it('has one role in all spaces where the one who changes it looks after members', async () => {
    const guest = await join('Bilal', 'facilitator');
    const guestId = await idOf(guest);
    const shared = await makeSpace(here.lead, here.process.id, 'Shared');
    await here.lead.post(paths.members(shared), { personId: guestId, capability: 'edit' });
    const own = await makeSpace(guest, here.process.id, 'Their own');
    await here.lead.patch(paths.member(here.spaceId, guestId), { role: 'participant' });
    expect(await membersOf(here.lead, shared)).toContain('Bilal: participant, edit');
    // The lead is not in it, and so neither changes it nor learns of it.
    expect(await membersOf(guest, own)).toEqual(['Bilal: facilitator, edit']);
  });

  it('is never changed by somebody of a lower role, nor raised above them', async () => {
    const facilitator = await join('Fadi', 'facilitator');
    const participant = await idOf(await join('Peri', 'participant'));
    for (const wish of [{ role: 'observer' }, { capability: 'read' }]) {
      expect((await facilitator.patch(paths.member(here.spaceId, leadId), wish)).status).toBe(403);
    }
    expect((await facilitator.delete(paths.member(here.spaceId, leadId))).status).toBe(403);
    const raised = await facilitator.patch(paths.member(here.spaceId, participant), {
      role: 'lead',
    });
    expect(raised.status).toBe(403);
    const inReach = await facilitator.patch(paths.member(here.spaceId, participant), {
      role: 'observer',
    });
    expect(inReach.status).toBe(204);
    expect(await membersOf(here.lead, here.spaceId)).toEqual([
      'Amira: lead, edit',
      'Fadi: facilitator, edit',
      'Peri: observer, edit',
    ]);
  });

  it('who is the last to look after a space stays, whichever way they would go', async () => {
    await join('Fadi', 'facilitator');
    const nobodyLeft = { status: 409, body: { error: 'nobody-left' } };
    expect(await here.lead.delete(paths.membership(here.spaceId))).toMatchObject(nobodyLeft);
    expect(await here.lead.delete(paths.member(here.spaceId, leadId))).toMatchObject(nobodyLeft);
    const lower = await here.lead.patch(paths.member(here.spaceId, leadId), { role: 'observer' });
    expect(lower).toMatchObject(nobodyLeft);
  });

  it('leaves by themselves', async () => {
    const guest = await join('Bilal', 'participant', 'contribute');
    expect((await guest.delete(paths.membership(here.spaceId))).status).toBe(204);
    expect(await membersOf(here.lead, here.spaceId)).toEqual(['Amira: lead, edit']);
    expect((await guest.get(paths.space(here.spaceId))).status).toBe(404);
  });

  it('who was removed is not there any more for whoever comes too late', async () => {
    const guestId = await idOf(await join('Bilal', 'participant'));
    expect((await here.lead.delete(paths.member(here.spaceId, guestId))).status).toBe(204);
    expect((await here.lead.delete(paths.member(here.spaceId, guestId))).status).toBe(404);
    const late = await here.lead.patch(paths.member(here.spaceId, guestId), { role: 'observer' });
    expect(late.status).toBe(404);
  });
});

describe('adding somebody', () => {
  it('offers who is in another space that one shares, with the role that they have', async () => {
    await join('Bilal', 'participant', 'contribute');
    const caucus = await makeSpace(here.lead, here.process.id, 'Caucus');
    expect(await candidates(here.lead, caucus)).toEqual(['Bilal']);
    expect(await candidates(here.lead, here.spaceId)).toEqual([]);
  });

  it('tells nothing of who is only in a space that one is not in (P3)', async () => {
    const facilitator = await join('Fadi', 'facilitator');
    const hidden = await makeSpace(facilitator, here.process.id, 'Hidden');
    const secret = await joinAsGuest(here.parley, facilitator, hidden, 'Secret');
    const caucus = await makeSpace(here.lead, here.process.id, 'Caucus');
    expect(await candidates(here.lead, caucus)).toEqual(['Fadi']);
    const personId = await idOf(secret);
    const unknown = { personId: crypto.randomUUID(), capability: 'read' };
    const answers = await Promise.all([
      here.lead.post(paths.members(caucus), { personId, capability: 'read' }),
      here.lead.post(paths.members(caucus), unknown),
    ]);
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([404, { error: 'not-found' }]);
    }
  });

  it('opens the space to them', async () => {
    const guest = await join('Bilal', 'participant', 'contribute');
    const caucus = await makeSpace(here.lead, here.process.id, 'Caucus');
    const wish = { personId: await idOf(guest), capability: 'read' };
    expect((await here.lead.post(paths.members(caucus), wish)).status).toBe(201);
    expect(await membersOf(guest, caucus)).toEqual([
      'Amira: lead, edit',
      'Bilal: participant, read',
    ]);
    expect((await here.lead.post(paths.members(caucus), wish)).status).toBe(404);
  });
});
