import { AuditAnswer, AuditHead, OpensAnswer, auditPage, paths } from '@parley/contracts';
import { openSqliteStorage } from '@parley/storage';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import { openBoard, type OpenBoard } from '../testing/open-board.ts';
import {
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
let processId: string;
let spaceId: string;
const boards: OpenBoard[] = [];

beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
beforeEach(async () => {
  const process = await makeProcess(lead);
  processId = process.id;
  spaceId = teamOf(process);
});
afterEach(() => {
  for (const board of boards.splice(0)) board.close();
});
afterAll(() => parley.end());

async function open(visitor: Visitor): Promise<void> {
  boards.push(await openBoard(parley, visitor, spaceId));
}

const opensOf = async (visitor: Visitor) =>
  v.parse(OpensAnswer, (await visitor.get(paths.opens(spaceId))).body).opens;

const trailOf = async (visitor: Visitor, query = '', path = paths.spaceAudit(spaceId)) =>
  v.parse(AuditAnswer, (await visitor.get(path + query)).body);

const actsOf = ({ entries }: AuditAnswer) => entries.map(({ act }) => act);

describe('who opened a space', () => {
  it('is told to its members, those who only read included: who, first and last', async () => {
    const reader = await joinAsGuest(parley, lead, spaceId, 'Bilal', {
      role: 'observer',
      capability: 'read',
    });
    await open(lead);
    expect(await opensOf(reader)).toMatchObject([{ person: { name: 'Amira' }, times: 1 }]);
    parley.pass(1);
    await open(reader);
    parley.pass(1);
    await open(lead);
    const [amira, bilal, ...more] = await opensOf(reader);
    expect(amira).toMatchObject({ person: { name: 'Amira' }, times: 2 });
    expect(bilal).toMatchObject({ person: { name: 'Bilal' }, times: 1 });
    expect(more).toEqual([]);
    expect(amira?.firstAt).toBeLessThan(bilal?.firstAt ?? 0);
    expect(amira?.lastAt).toBeGreaterThan(bilal?.lastAt ?? 0);
  });

  it('counts a visit once, however often its pages come back, also after a restart', async () => {
    await Promise.all([open(lead), open(lead)]);
    await open(lead);
    for (const board of boards.splice(0)) board.close();
    await parley.restart();
    await open(lead);
    expect(await opensOf(lead)).toMatchObject([{ times: 1 }]);
  });

  it('is not told to anybody else, nor that there is a space', async () => {
    const stranger = await joinAsGuest(parley, lead, teamOf(await makeProcess(lead)), 'Tomás', {
      role: 'lead',
      capability: 'edit',
    });
    for (const path of [
      paths.opens(spaceId),
      paths.spaceAudit(spaceId),
      paths.processAudit(processId),
    ]) {
      const unknown = path.replace(spaceId, crypto.randomUUID());
      expect(await stranger.get(path)).toMatchObject({ status: 404, body: { error: 'not-found' } });
      expect((await stranger.get(unknown)).status).toBe(404);
    }
  });
});

describe('the audit trail', () => {
  it('is shown to leads of the space, newest first, with the names that its ids stand for', async () => {
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    await open(lead);
    await open(guest);
    const taken = await guest.post(paths.exports(spaceId), { what: 'participants' });
    expect(taken.status).toBe(204);
    const trail = await trailOf(lead);
    expect(actsOf(trail).slice(0, 3)).toEqual(['exported', 'space-opened', 'space-opened']);
    expect(trail.entries[0]).toMatchObject({ subject: 'participants' });
    expect(trail.people.map(({ name }) => name).toSorted()).toEqual(['Amira', 'Bilal']);
    expect(trail.more).toBe(false);
  });

  it('is closed to everybody else in the space', async () => {
    const facilitator = await joinAsGuest(parley, lead, spaceId, 'Bilal', {
      role: 'facilitator',
      capability: 'edit',
    });
    for (const answer of [
      await facilitator.get(paths.spaceAudit(spaceId)),
      await facilitator.post(paths.spaceAuditHead(spaceId)),
      await facilitator.get(paths.processAudit(processId)),
      await facilitator.post(paths.processAuditHead(processId)),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { error: 'not-allowed' } });
    }
  });

  it('comes in pages and by groups', async () => {
    for (let n = 0; n < auditPage; n += 1) {
      await lead.post(paths.exports(spaceId), { what: 'participants' });
    }
    await open(lead);
    const first = await trailOf(lead);
    expect(first).toMatchObject({ more: true, entries: { length: auditPage } });
    const rest = await trailOf(lead, `?before=${first.entries.at(-1)?.number}`);
    expect(rest.more).toBe(false);
    const numbers = [...first.entries, ...rest.entries].map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index));
    expect(actsOf(await trailOf(lead, '?group=opens'))).toEqual(['space-opened']);
  });

  it.each(['?before=0', '?before=-1', '?before=1e3', '?before=1&before=2', '?group=x', '?x=1'])(
    'refuses a question that makes no sense: %s',
    async (query) => {
      expect((await lead.get(paths.spaceAudit(spaceId) + query)).status).toBe(422);
    },
  );

  it('refuses the export of what is no board, and of any words', async () => {
    for (const body of [{}, { what: 'the names' }, { what: 'participants', to: 'x' }, null]) {
      expect((await lead.post(paths.exports(spaceId), body)).status).toBe(422);
    }
    expect(actsOf(await trailOf(lead, '?group=exports'))).toEqual([]);
  });

  it('cannot be buried under exports by somebody who only reads', async () => {
    const reader = await joinAsGuest(parley, lead, spaceId, 'Bilal', {
      role: 'observer',
      capability: 'read',
    });
    const answers: number[] = [];
    for (let n = 0; n < 102; n += 1) {
      const { status } = await reader.post(paths.exports(spaceId), { what: 'participants' });
      answers.push(status);
    }
    expect(answers.slice(-3)).toEqual([204, 429, 429]);
  });

  it('of a process tells its leads what was done to it', async () => {
    await lead.patch(paths.process(processId), { title: 'Coast talks' });
    const trail = await trailOf(lead, '', paths.processAudit(processId));
    expect(actsOf(trail)).toEqual(['process-renamed', 'process-made']);
    expect(trail.people).toMatchObject([{ name: 'Amira' }]);
    expect(JSON.stringify(trail)).not.toContain('talks');
  });

  it('gives its head away, says so, and the head verifies', async () => {
    await open(lead);
    const answers = [
      await lead.post(paths.spaceAuditHead(spaceId)),
      await lead.post(paths.processAuditHead(processId)),
    ];
    const heads = answers.map(({ status, body }) => {
      expect(status).toBe(201);
      return v.parse(AuditHead, body);
    });
    expect(heads.map(({ chain }) => chain)).toEqual([`space:${spaceId}`, `process:${processId}`]);
    expect(actsOf(await trailOf(lead))).toContain('audit-exported');
    await open(lead);
    const storage = await openSqliteStorage({ directory: parley.directory });
    const reports = await verifyAudit(storage.registry, heads);
    await storage.close();
    expect(reports.filter(({ broken }) => broken !== null)).toEqual([]);
  });
});
