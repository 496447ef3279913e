import { ProcessesAnswer, paths, type ProcessSummary } from '@parley/contracts';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  invite,
  joinAsGuest,
  makeProcess,
  makeSpace,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

let parley: TestParley;
let lead: Visitor;
let process: ProcessSummary;
let team: string;
beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
beforeEach(async () => {
  process = await makeProcess(lead);
  team = teamOf(process);
});
afterAll(() => parley.end());

const facilitator = (name: string) =>
  joinAsGuest(parley, lead, team, name, { role: 'facilitator', capability: 'edit' });
const listOf = async (visitor: Visitor) =>
  v.parse(ProcessesAnswer, (await visitor.get(paths.processes)).body);
const endedIds = async (visitor: Visitor) => (await listOf(visitor)).ended.map(({ id }) => id);

describe('a caucus', () => {
  it('tells nothing to a lead who is not in it: no name, count or other answer (P3)', async () => {
    const maker = await facilitator('Fadi');
    const caucus = await makeSpace(maker, process.id, 'Hidden caucus');
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
      const there = await lead.send(method, path(caucus), method === 'GET' ? undefined : {});
      const nowhere = await lead.send(method, path(unknown), method === 'GET' ? undefined : {});
      expect([path(''), there.status, there.body]).toEqual([path(''), 404, nowhere.body]);
    }
    for (const path of [paths.processes, paths.space(team)]) {
      expect(JSON.stringify((await lead.get(path)).body)).not.toContain('Hidden');
    }
  });
});

describe('the end of a space', () => {
  it('shuts it to everybody, and lets those who look after it open it again', async () => {
    const guest = await joinAsGuest(parley, lead, team, 'Bilal');
    expect((await lead.post(paths.endSpace(team))).status).toBe(204);
    for (const visitor of [lead, guest]) {
      expect((await visitor.get(paths.space(team))).status).toBe(404);
    }
    expect(await endedIds(lead)).toEqual([team]);
    expect(await endedIds(guest)).toEqual([]);
    expect((await guest.post(paths.reopenSpace(team))).status).toBe(403);
    expect((await lead.post(paths.reopenSpace(team))).status).toBe(204);
    expect((await guest.get(paths.space(team))).status).toBe(200);
    expect((await lead.post(paths.reopenSpace(team))).status).toBe(404);
  });

  it('ends its links with it', async () => {
    const { secret } = await invite(lead, team);
    await lead.post(paths.endSpace(team));
    const late = await parley.visitor().post(paths.join, { secret, displayName: 'Bilal' });
    expect(late).toMatchObject({ status: 404, body: { error: 'link-not-valid' } });
  });
});

describe('the end of a process', () => {
  it('ends every space of it, and the sessions of its guests', async () => {
    const maker = await facilitator('Fadi');
    await makeSpace(maker, process.id, 'Hidden caucus');
    const other = teamOf(await makeProcess(lead, 'Other'));
    const { secret } = await invite(lead, other);
    const busy = await joinAsGuest(parley, lead, team, 'Bilal');
    await busy.post(paths.join, { secret, displayName: 'Bilal' });
    expect((await lead.post(paths.endProcess(process.id))).status).toBe(204);
    expect((await maker.get(paths.session)).status).toBe(401);
    expect((await busy.get(paths.session)).status).toBe(200);
    expect((await busy.get(paths.space(team))).status).toBe(404);
    expect((await lead.post(paths.endProcess(process.id))).status).toBe(404);
    expect((await listOf(lead)).processes.map(({ id }) => id)).not.toContain(process.id);
    // Of the caucus its lead hears nothing, not even that it has ended.
    expect(await endedIds(lead)).toContain(team);
    expect(JSON.stringify(await listOf(lead))).not.toContain('Hidden');
  });

  it('is for a lead to bring about, and to take back', async () => {
    const other = await facilitator('Fadi');
    expect((await other.post(paths.endProcess(process.id))).status).toBe(403);
    await lead.post(paths.endProcess(process.id));
    expect((await lead.post(paths.reopenSpace(team))).status).toBe(204);
    expect((await lead.get(paths.space(team))).status).toBe(200);
  });
});
