import { InvitationsAnswer, SpaceAnswer, paths } from '@parley/contracts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { riverTalks } from '../testing/river-talks.ts';
import { signInAgain } from '../testing/sign-in.ts';
import { idOf, invite, joinAsGuest, makeSpace } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();

const come = (visitor: Visitor, secret: string, displayName = 'Bilal') =>
  visitor.post(paths.join, { secret, displayName });
const remove = async (visitor: Visitor) =>
  here.lead.delete(paths.member(here.spaceId, await idOf(visitor)));
const names = async () => {
  const { body } = await here.lead.get(paths.space(here.spaceId));
  return v.parse(SpaceAnswer, body).members.map(({ person }) => person.name);
};
const refused = { status: 403, body: { error: 'removed' } };

describe('somebody who was taken out of a space', () => {
  it('does not come back by the link they came by, nor by another for several people', async () => {
    const { secret } = await invite(here.lead, here.spaceId, { uses: 9 });
    const older = await invite(here.lead, here.spaceId);
    const bilal = here.visitor();
    await come(bilal, secret);
    expect((await remove(bilal)).status).toBe(204);
    const later = await invite(here.lead, here.spaceId, { uses: 9 });
    const waits = await invite(here.lead, here.spaceId, { uses: 9, waits: true });
    for (const link of [secret, older.secret, later.secret, waits.secret]) {
      expect(await come(bilal, link)).toMatchObject(refused);
      // Another name in the same browser makes nobody else of them.
      expect(await come(bilal, link, 'Chadia')).toMatchObject(refused);
    }
    expect(await names()).toEqual(['Amira']);
    expect((await bilal.get(paths.space(here.spaceId))).status).toBe(404);
    // Others still come by it.
    expect((await come(here.visitor(), secret, 'Dalia')).status).toBe(201);
  });

  it('comes back by a link of their own that a host made afterwards', async () => {
    const { secret } = await invite(here.lead, here.spaceId, { uses: 9 });
    const bilal = here.visitor();
    await come(bilal, secret);
    await remove(bilal);
    const own = await invite(here.lead, here.spaceId);
    expect((await come(bilal, own.secret)).status).toBe(201);
    expect(await names()).toEqual(['Amira', 'Bilal']);
  });

  it('comes back when a host adds them again', async () => {
    const bilal = await joinAsGuest(here.parley, here.lead, here.spaceId, 'Bilal');
    const caucus = await makeSpace(here.lead, here.process.id, 'Caucus');
    const personId = await idOf(bilal);
    await here.lead.post(paths.members(caucus), { personId, capability: 'edit' });
    await remove(bilal);
    const added = { personId, capability: 'contribute' };
    expect((await here.lead.post(paths.members(here.spaceId), added)).status).toBe(201);
    const { secret } = await invite(here.lead, here.spaceId, { uses: 9, capability: 'edit' });
    expect((await come(bilal, secret)).status).toBe(201);
  });

  it('with an account is refused in every browser of theirs', async () => {
    const host = await here.join('Fadi', { role: 'lead', capability: 'edit' });
    const caucus = await makeSpace(host, here.process.id, 'Caucus');
    const { secret } = await invite(host, caucus, { uses: 9 });
    expect((await come(here.lead, secret)).status).toBe(201);
    await host.delete(paths.member(caucus, await idOf(here.lead)));
    expect(await come(await signInAgain(here.parley), secret)).toMatchObject(refused);
  });

  it('who left by themselves may come by the same link', async () => {
    const { secret } = await invite(here.lead, here.spaceId, { uses: 9 });
    const bilal = here.visitor();
    await come(bilal, secret);
    expect((await bilal.delete(paths.membership(here.spaceId))).status).toBe(204);
    expect((await come(bilal, secret)).status).toBe(201);
  });
});

describe('the list of links', () => {
  it('tells hosts who came by which, so that it can be taken back with them', async () => {
    const shared = await invite(here.lead, here.spaceId, { uses: 9 });
    const bilal = here.visitor();
    await come(bilal, shared.secret);
    const { body } = await here.lead.get(paths.invitations(here.spaceId));
    const [listed] = v
      .parse(InvitationsAnswer, body)
      .invitations.filter(({ id }) => id === shared.id);
    expect(listed?.cameBy).toEqual([await idOf(bilal)]);
    expect((await bilal.get(paths.invitations(here.spaceId))).status).toBe(403);
  });
});
