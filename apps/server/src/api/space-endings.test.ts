import { ProcessesAnswer, paths } from '@parley/contracts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asFacilitator, riverTalks } from '../testing/river-talks.ts';
import { invite, makeSpace } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();

const facilitator = (name: string) => here.join(name, asFacilitator);
const listOf = async (visitor: Visitor) =>
  v.parse(ProcessesAnswer, (await visitor.get(paths.processes)).body);
const endedIds = async (visitor: Visitor) => (await listOf(visitor)).ended.map(({ id }) => id);

describe('a caucus', () => {
  it('tells nothing to a lead who is not in it: no name, count or other answer (P3)', async () => {
    const maker = await facilitator('Fadi');
    const caucus = await makeSpace(maker, here.process.id, 'Hidden caucus');
    const unknown = crypto.randomUUID();
    for (const [method, path] of [
      ['GET', paths.space],
      ['PATCH', paths.space],
      ['POST', paths.endSpace],
      ['POST', paths.reopenSpace],
      ['GET', paths.candidates],
      ['POST', paths.members],
      ['DELETE', paths.membership],
      ['GET', paths.arrivals],
      ['GET', paths.invitations],
    ] as const) {
      const there = await here.lead.send(method, path(caucus), method === 'GET' ? undefined : {});
      const nowhere = await here.lead.send(
        method,
        path(unknown),
        method === 'GET' ? undefined : {},
      );
      expect([path(''), there.status, there.body]).toEqual([path(''), 404, nowhere.body]);
    }
    for (const path of [paths.processes, paths.space(here.spaceId)]) {
      expect(JSON.stringify((await here.lead.get(path)).body)).not.toContain('Hidden');
    }
  });
});

describe('the end of a space', () => {
  it('shuts it to everybody, and lets those who look after it open it again', async () => {
    const guest = await here.join('Bilal');
    expect((await here.lead.post(paths.endSpace(here.spaceId))).status).toBe(204);
    for (const visitor of [here.lead, guest]) {
      expect((await visitor.get(paths.space(here.spaceId))).status).toBe(404);
    }
    expect(await endedIds(here.lead)).toEqual([here.spaceId]);
    expect(await endedIds(guest)).toEqual([]);
    expect((await guest.post(paths.reopenSpace(here.spaceId))).status).toBe(403);
    expect((await here.lead.post(paths.reopenSpace(here.spaceId))).status).toBe(204);
    expect((await guest.get(paths.space(here.spaceId))).status).toBe(200);
    expect((await here.lead.post(paths.reopenSpace(here.spaceId))).status).toBe(404);
  });

  it('ends its links with it', async () => {
    const { secret } = await here.invite();
    await here.lead.post(paths.endSpace(here.spaceId));
    const late = await here.visitor().post(paths.join, { secret, displayName: 'Bilal' });
    expect(late).toMatchObject({ status: 404, body: { error: 'link-not-valid' } });
  });
});

describe('the end of a process', () => {
  it('ends every space of it, and the sessions of its guests', async () => {
    const maker = await facilitator('Fadi');
    await makeSpace(maker, here.process.id, 'Hidden caucus');
    const other = await here.anotherSpace('Other');
    const { secret } = await invite(here.lead, other);
    const busy = await here.join('Bilal');
    await busy.post(paths.join, { secret, displayName: 'Bilal' });
    expect((await here.lead.post(paths.endProcess(here.process.id))).status).toBe(204);
    expect((await maker.get(paths.session)).status).toBe(401);
    expect((await busy.get(paths.session)).status).toBe(200);
    expect((await busy.get(paths.space(here.spaceId))).status).toBe(404);
    expect((await here.lead.post(paths.endProcess(here.process.id))).status).toBe(404);
    expect((await listOf(here.lead)).processes.map(({ id }) => id)).not.toContain(here.process.id);
    // Of the caucus its lead hears nothing, not even that it has ended.
    expect(await endedIds(here.lead)).toContain(here.spaceId);
    expect(JSON.stringify(await listOf(here.lead))).not.toContain('Hidden');
  });

  it('is for a lead to bring about, and to take back', async () => {
    const other = await facilitator('Fadi');
    expect((await other.post(paths.endProcess(here.process.id))).status).toBe(403);
    await here.lead.post(paths.endProcess(here.process.id));
    expect((await here.lead.post(paths.reopenSpace(here.spaceId))).status).toBe(204);
    expect((await here.lead.get(paths.space(here.spaceId))).status).toBe(200);
  });
});
