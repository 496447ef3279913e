import { SpaceAnswer, paths } from '@parley/contracts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asFacilitator, asObserver, riverTalks } from '../testing/river-talks.ts';
import { idOf, invite } from '../testing/test-parley.ts';

const here = riverTalks();

const members = async () => {
  const { body } = await here.lead.get(paths.space(here.spaceId));
  return v.parse(SpaceAnswer, body).members.map(({ person, role }) => `${person.name}: ${role}`);
};

const notValid = { status: 404, body: { error: 'link-not-valid' } };

describe('an invitation link', () => {
  it('says where it leads before anybody joins, and takes no use for that', async () => {
    const { secret } = await here.invite(asObserver);
    for (let count = 0; count < 3; count += 1) {
      expect(await here.visitor().post(paths.joinPreview, { secret })).toMatchObject({
        status: 200,
        body: { processTitle: 'River talks', spaceTitle: 'Team', role: 'observer' },
      });
    }
    const joined = await here.visitor().post(paths.join, { secret, displayName: 'Bilal' });
    expect(joined.status).toBe(201);
  });

  it('makes a guest who is in that space and no other', async () => {
    const guest = await here.join(' Bilal ');
    expect(await members()).toEqual(['Amira: lead', 'Bilal: participant']);
    expect((await guest.get(paths.space(here.spaceId))).status).toBe(200);
    expect((await guest.get(paths.space(await here.anotherSpace()))).status).toBe(404);
  });

  it('works for as many people as it says, even when they come at once', async () => {
    const { secret } = await here.invite({ uses: 2 });
    const names = ['A', 'B', 'C', 'D', 'E'];
    const answers = await Promise.all(
      names.map((displayName) => here.visitor().post(paths.join, { secret, displayName })),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 201, 404, 404, 404]);
    expect(await members()).toHaveLength(3);
    expect(await here.visitor().post(paths.joinPreview, { secret })).toMatchObject(notValid);
  });

  it('stops working when its time is over', async () => {
    const { secret } = await here.invite({ hours: 2 });
    here.parley.pass(2);
    expect(await here.visitor().post(paths.joinPreview, { secret })).toMatchObject(notValid);
    const late = await here.visitor().post(paths.join, { secret, displayName: 'Bilal' });
    expect(late).toMatchObject(notValid);
    expect(await members()).toEqual(['Amira: lead']);
  });

  it('that was never made answers like one that is over', async () => {
    const secret = 'x'.repeat(43);
    expect(await here.visitor().post(paths.joinPreview, { secret })).toMatchObject(notValid);
    const answer = await here.visitor().post(paths.join, { secret, displayName: 'Eve' });
    expect(answer).toMatchObject(notValid);
  });
});

describe('joining with a session', () => {
  it('adds an account under its own name instead of making a guest', async () => {
    const host = await here.join('Host', {
      role: 'lead',
      capability: 'edit',
    });
    const { secret } = await invite(host, here.spaceId);
    const before = here.lead.cookie;
    const answer = await here.lead.post(paths.join, { secret, displayName: 'Somebody else' });
    expect(answer).toMatchObject({ status: 201, body: { spaceId: here.spaceId } });
    expect(here.lead.cookie).toBe(before);
    expect((await members()).toSorted()).toEqual(['Amira: lead', 'Host: lead']);
  });

  it('never takes from a member what they have, nor a use for nothing', async () => {
    const { secret } = await here.invite(asObserver);
    expect((await here.lead.post(paths.join, { secret, displayName: 'Amira' })).status).toBe(201);
    expect(await members()).toEqual(['Amira: lead']);
    const joined = await here.visitor().post(paths.join, { secret, displayName: 'Bilal' });
    expect(joined.status).toBe(201);
  });

  it('takes no role from a member to whom a link gives a higher capability', async () => {
    for (const waits of [false, true]) {
      const host = await here.join('Host', asFacilitator);
      const hostId = await idOf(host);
      await here.lead.patch(paths.member(here.spaceId, hostId), { capability: 'read' });
      const { secret } = await here.invite({ waits });
      await host.post(paths.join, { secret, displayName: 'Host' });
      const admitted = { personIds: [hostId], answer: 'admit' };
      if (waits) await here.lead.post(paths.arrivals(here.spaceId), admitted);
      const { body } = await host.get(paths.space(here.spaceId));
      expect(body).toMatchObject({ space: { role: 'facilitator', capability: 'contribute' } });
    }
  });

  it('gives a member what a better link holds', async () => {
    const guest = await here.join('Bilal', asObserver);
    const { secret } = await here.invite();
    await guest.post(paths.join, { secret, displayName: 'Bilal' });
    expect(await members()).toEqual(['Amira: lead', 'Bilal: participant']);
  });

  it('keeps a guest who joins a second space the same person', async () => {
    const guest = await here.join('Bilal');
    const second = await here.anotherSpace('Second');
    const { secret } = await invite(here.lead, second);
    await guest.post(paths.join, { secret, displayName: 'Bilal' });
    for (const space of [here.spaceId, second]) {
      expect((await guest.get(paths.space(space))).status).toBe(200);
    }
  });

  it('takes another name on a shared device for another person', async () => {
    const device = await here.join('Bilal');
    const former = device.cookie;
    const { secret } = await here.invite();
    await device.post(paths.join, { secret, displayName: 'Chadia' });
    expect(await members()).toEqual(['Amira: lead', 'Bilal: participant', 'Chadia: participant']);
    const mine = await device.get(paths.session);
    expect(mine.body).toMatchObject({ person: { name: 'Chadia' } });
    const replay = await here.visitor().send('GET', paths.session, undefined, { cookie: former });
    expect(replay.status).toBe(401);
  });
});
