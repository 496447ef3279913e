import { ArrivalsAnswer, SpaceAnswer, WaitingAnswer, paths } from '@parley/contracts';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLiveSocket } from '../testing/live-socket.ts';
import {
  idOf,
  invite,
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

let parley: TestParley;
let lead: Visitor;
let spaceId: string;
beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
beforeEach(async () => {
  spaceId = teamOf(await makeProcess(lead));
});
afterAll(() => parley.end());

async function ask(displayName: string, secret?: string): Promise<Visitor> {
  const link = secret ?? (await invite(lead, spaceId, { waits: true })).secret;
  const guest = parley.visitor();
  const answer = await guest.post(paths.join, { secret: link, displayName, language: 'ar' });
  expect([answer.status, answer.body]).toEqual([201, { waits: true }]);
  return guest;
}
const waitingOf = async (guest: Visitor) =>
  v.parse(WaitingAnswer, (await guest.get(paths.waiting)).body).waiting;
const arrivals = async () =>
  v.parse(ArrivalsAnswer, (await lead.get(paths.arrivals(spaceId))).body).arrivals;
const answer = async (guests: readonly Visitor[], said: 'admit' | 'turn-away', by = lead) =>
  by.post(paths.arrivals(spaceId), {
    personIds: await Promise.all(guests.map(idOf)),
    answer: said,
  });

describe('a waiting room', () => {
  it('gives a guest a session and nothing of the space (P3)', async () => {
    const guest = await ask('Bilal');
    expect(await waitingOf(guest)).toMatchObject([{ processTitle: 'River talks' }]);
    expect((await guest.get(paths.space(spaceId))).status).toBe(404);
    expect((await guest.get(paths.processes)).body).toEqual({ processes: [], ended: [] });
    expect((await guest.get(paths.arrivals(spaceId))).status).toBe(404);
  });

  it('shows hosts who waits, by which link and in which language', async () => {
    const { id, secret } = await invite(lead, spaceId, { waits: true });
    await ask('Bilal', secret);
    const [bilal, ...more] = await arrivals();
    expect(bilal).toMatchObject({
      person: { name: 'Bilal', kind: 'guest' },
      language: 'ar',
      role: 'participant',
      link: { id },
    });
    expect(more).toEqual([]);
    const { waiting } = v.parse(SpaceAnswer, (await lead.get(paths.space(spaceId))).body);
    expect(waiting).toBe(1);
  });

  it('is told to hosts alone: how many wait, never who', async () => {
    const member = await joinAsGuest(parley, lead, spaceId, 'Member');
    const [host, other] = await Promise.all([
      openLiveSocket(parley.origin, lead),
      openLiveSocket(parley.origin, member),
    ]);
    await Promise.all([host.watch(spaceId), other.watch(spaceId)]);
    await ask('Hidden name');
    await expect.poll(() => host.heard).toEqual([{ kind: 'arrivals', spaceId, waiting: 1 }]);
    await other.watch(spaceId);
    expect(other.heard).toEqual([]);
    const seen = v.parse(SpaceAnswer, (await member.get(paths.space(spaceId))).body);
    expect(seen.waiting).toBe(0);
    expect((await member.get(paths.arrivals(spaceId))).status).toBe(403);
    host.close();
    other.close();
  });

  it('is left at once by whom a host lets in, one or all', async () => {
    const { secret } = await invite(lead, spaceId, { waits: true, uses: 3 });
    const guests = [await ask('A', secret), await ask('B', secret), await ask('C', secret)];
    const [first, ...others] = guests;
    if (!first) throw new Error('Nobody asked.');
    const page = await openLiveSocket(parley.origin, first);
    await answer([first], 'admit');
    await expect.poll(() => page.heard).toMatchObject([{ kind: 'added-to-space', spaceId }]);
    await answer(others, 'admit');
    for (const guest of guests) expect((await guest.get(paths.space(spaceId))).status).toBe(200);
    expect(await arrivals()).toEqual([]);
    page.close();
  });

  it('is left for good by whom a host turns away', async () => {
    const guest = await ask('Bilal');
    const page = await openLiveSocket(parley.origin, guest);
    await answer([guest], 'turn-away');
    await expect.poll(() => page.heard).toEqual([{ kind: 'turned-away' }]);
    expect(await waitingOf(guest)).toEqual([]);
    await answer([guest], 'admit');
    expect((await guest.get(paths.space(spaceId))).status).toBe(404);
    page.close();
  });

  it('is opened by nobody who may not', async () => {
    const member = await joinAsGuest(parley, lead, spaceId, 'Member');
    const guest = await ask('Bilal');
    expect((await answer([guest], 'admit', member)).status).toBe(403);
    expect((await answer([guest], 'admit', guest)).status).toBe(404);
    expect(await waitingOf(guest)).toHaveLength(1);
  });

  it('takes the use when somebody asks', async () => {
    const { secret } = await invite(lead, spaceId, { waits: true });
    await ask('Bilal', secret);
    const late = await parley.visitor().post(paths.join, { secret, displayName: 'Chadia' });
    expect(late).toMatchObject({ status: 404, body: { error: 'link-not-valid' } });
  });
});
