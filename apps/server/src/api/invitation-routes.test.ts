import { InvitationCreated, paths } from '@parley/contracts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asFacilitator, riverTalks } from '../testing/river-talks.ts';
import { invite } from '../testing/test-parley.ts';

const here = riverTalks();

const wish = { role: 'participant', capability: 'contribute', uses: 3, hours: 2 };

describe('invitations', () => {
  it('are made with a link that is shown once', async () => {
    const made = await here.lead.post(paths.invitations(here.spaceId), wish);
    expect(made).toMatchObject({
      status: 201,
      body: {
        invitation: { role: 'participant', capability: 'contribute', usesLeft: 3, revoked: false },
      },
    });
    const { link } = v.parse(InvitationCreated, made.body);
    expect(link).toMatch(new RegExp(`^${here.parley.origin}/join#[\\w-]{43}$`));
    const listed = await here.lead.get(paths.invitations(here.spaceId));
    expect(listed).toMatchObject({ status: 200, body: { invitations: [{ usesLeft: 3 }] } });
    expect(JSON.stringify(listed.body)).not.toMatch(/link|secret|hash/i);
  });

  it('are the business of those who may invite', async () => {
    const { id } = await here.invite();
    const editor = { role: 'participant', capability: 'edit' } as const;
    const guest = await here.join('Bilal', editor);
    const answers = [
      await guest.get(paths.invitations(here.spaceId)),
      await guest.post(paths.invitations(here.spaceId), wish),
      await guest.delete(paths.invitation(here.spaceId, id)),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 403, body: { error: 'not-allowed' } });
    }
  });

  it('give nobody a role above the one who invites', async () => {
    const guest = await here.join('Bilal', asFacilitator);
    const lead2 = await guest.post(paths.invitations(here.spaceId), { ...wish, role: 'lead' });
    expect(lead2.status).toBe(403);
    const peer = await guest.post(paths.invitations(here.spaceId), {
      ...wish,
      role: 'facilitator',
    });
    expect(peer.status).toBe(201);
  });

  it('can be taken back', async () => {
    const { id, secret } = await here.invite();
    expect((await here.lead.delete(paths.invitation(here.spaceId, id))).status).toBe(204);
    const listed = await here.lead.get(paths.invitations(here.spaceId));
    expect(listed.body).toMatchObject({ invitations: [{ id, revoked: true }] });
    const late = await here.visitor().post(paths.join, { secret, displayName: 'Bilal' });
    expect(late).toMatchObject({ status: 404, body: { error: 'link-not-valid' } });
  });

  it('of another space are not there', async () => {
    const { id } = await invite(here.lead, await here.anotherSpace());
    const answer = await here.lead.delete(paths.invitation(here.spaceId, id));
    expect(answer).toMatchObject({ status: 404, body: { error: 'not-found' } });
  });

  it('of a space that is closed to me answer like those of none', async () => {
    const stranger = await here.stranger('Bilal');
    for (const space of [here.spaceId, crypto.randomUUID()]) {
      const listed = await stranger.get(paths.invitations(space));
      expect(listed).toMatchObject({ status: 404, body: { error: 'not-found' } });
      const made = await stranger.post(paths.invitations(space), wish);
      expect(made).toMatchObject({ status: 404, body: { error: 'not-found' } });
    }
  });

  it.each([
    { ...wish, uses: 0 },
    { ...wish, uses: 501 },
    { ...wish, uses: 1.5 },
    { ...wish, hours: 24 * 31 },
    { ...wish, role: 'admin' },
    { ...wish, capability: 'own' },
    { ...wish, invitedBy: 'somebody else' },
  ])('are not made as %o', async (body) => {
    expect((await here.lead.post(paths.invitations(here.spaceId), body)).status).toBe(422);
    const listed = await here.lead.get(paths.invitations(here.spaceId));
    expect(listed.body).toEqual({ invitations: [] });
  });
});
