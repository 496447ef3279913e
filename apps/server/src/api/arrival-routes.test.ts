import { ArrivalsAnswer, SpaceAnswer, WaitingAnswer, paths } from '@parley/contracts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { riverTalks } from '../testing/river-talks.ts';
import { idOf } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();

async function ask(displayName: string, secret?: string): Promise<Visitor> {
  const link = secret ?? (await here.invite({ waits: true })).secret;
  const guest = here.visitor();
  const answer = await guest.post(paths.join, { secret: link, displayName, language: 'ar' });
  expect([answer.status, answer.body]).toEqual([201, { waits: true }]);
  return guest;
}
const waitingOf = async (guest: Visitor) =>
  v.parse(WaitingAnswer, (await guest.get(paths.waiting)).body).waiting;
const arrivals = async () =>
  v.parse(ArrivalsAnswer, (await here.lead.get(paths.arrivals(here.spaceId))).body).arrivals;
const answer = async (guests: readonly Visitor[], said: 'admit' | 'turn-away', by = here.lead) =>
  by.post(paths.arrivals(here.spaceId), {
    personIds: await Promise.all(guests.map(idOf)),
    answer: said,
  });

describe('a waiting room', () => {
  it('gives a guest a session and nothing of the space (P3)', async () => {
    const guest = await ask('Bilal');
    expect(await waitingOf(guest)).toMatchObject([{ processTitle: 'River talks' }]);
    expect((await guest.get(paths.space(here.spaceId))).status).toBe(404);
    expect((await guest.get(paths.processes)).body).toEqual({ processes: [], ended: [] });
    expect((await guest.get(paths.arrivals(here.spaceId))).status).toBe(404);
  });

  it('shows hosts who waits, by which link and in which language', async () => {
    const { id, secret } = await here.invite({ waits: true });
    await ask('Bilal', secret);
    const [bilal, ...more] = await arrivals();
    expect(bilal).toMatchObject({
      person: { name: 'Bilal', kind: 'guest' },
      language: 'ar',
      role: 'participant',
      link: { id },
    });
    expect(more).toEqual([]);
    const { waiting } = v.parse(SpaceAnswer, (await here.lead.get(paths.space(here.spaceId))).body);
    expect(waiting).toBe(1);
  });

  it('is told to hosts alone: how many wait, never who', async () => {
    const member = await here.join('Member');
    const [host, other] = await Promise.all([
      here.openLiveSocket(here.lead),
      here.openLiveSocket(member),
    ]);
    await Promise.all([host.watch(here.spaceId), other.watch(here.spaceId)]);
    await ask('Hidden name');
    await expect
      .poll(() => host.heard)
      .toEqual([{ kind: 'arrivals', spaceId: here.spaceId, waiting: 1 }]);
    await other.watch(here.spaceId);
    expect(other.heard).toEqual([]);
    const seen = v.parse(SpaceAnswer, (await member.get(paths.space(here.spaceId))).body);
    expect(seen.waiting).toBe(0);
    expect((await member.get(paths.arrivals(here.spaceId))).status).toBe(403);
  });

  it('is left at once by whom a host lets in, one or all', async () => {
    const { secret } = await here.invite({ waits: true, uses: 3 });
    const guests = [await ask('A', secret), await ask('B', secret), await ask('C', secret)];
    const [first, ...others] = guests;
    if (!first) throw new Error('Nobody asked.');
    const page = await here.openLiveSocket(first);
    await answer([first], 'admit');
    await expect
      .poll(() => page.heard)
      .toMatchObject([{ kind: 'added-to-space', spaceId: here.spaceId }]);
    await answer(others, 'admit');
    for (const guest of guests)
      expect((await guest.get(paths.space(here.spaceId))).status).toBe(200);
    expect(await arrivals()).toEqual([]);
  });

  it('is left for good by whom a host turns away', async () => {
    const guest = await ask('Bilal');
    const page = await here.openLiveSocket(guest);
    await answer([guest], 'turn-away');
    await expect.poll(() => page.heard).toEqual([{ kind: 'turned-away' }]);
    expect(await waitingOf(guest)).toEqual([]);
    await answer([guest], 'admit');
    expect((await guest.get(paths.space(here.spaceId))).status).toBe(404);
  });

  it('is opened by nobody who may not', async () => {
    const member = await here.join('Member');
    const guest = await ask('Bilal');
    expect((await answer([guest], 'admit', member)).status).toBe(403);
    expect((await answer([guest], 'admit', guest)).status).toBe(404);
    expect(await waitingOf(guest)).toHaveLength(1);
  });

  it('takes the use when somebody asks', async () => {
    const { secret } = await here.invite({ waits: true });
    await ask('Bilal', secret);
    const late = await here.visitor().post(paths.join, { secret, displayName: 'Chadia' });
    expect(late).toMatchObject({ status: 404, body: { error: 'link-not-valid' } });
  });
});
