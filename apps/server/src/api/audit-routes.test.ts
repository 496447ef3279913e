import { AuditAnswer, AuditHead, OpensAnswer, auditPage, paths } from '@parley/contracts';
import { openSqliteStorage } from '@parley/storage';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../audit/verify.ts';
import { asFacilitator, asObserver, riverTalks } from '../testing/river-talks.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
const opensOf = async (visitor: Visitor) =>
  v.parse(OpensAnswer, (await visitor.get(paths.opens(here.spaceId))).body).opens;

const trailOf = async (visitor: Visitor, query = '', path = paths.spaceAudit(here.spaceId)) =>
  v.parse(AuditAnswer, (await visitor.get(path + query)).body);

const actsOf = ({ entries }: AuditAnswer) => entries.map(({ act }) => act);

describe('who opened a space', () => {
  it('is told to its members, those who only read included: who, first and last', async () => {
    const reader = await here.join('Bilal', asObserver);
    await here.openBoard();
    expect(await opensOf(reader)).toMatchObject([{ person: { name: 'Amira' }, times: 1 }]);
    here.parley.pass(1);
    await here.openBoard(reader);
    here.parley.pass(1);
    await here.openBoard();
    const [amira, bilal, ...more] = await opensOf(reader);
    expect(amira).toMatchObject({ person: { name: 'Amira' }, times: 2 });
    expect(bilal).toMatchObject({ person: { name: 'Bilal' }, times: 1 });
    expect(more).toEqual([]);
    expect(amira?.firstAt).toBeLessThan(bilal?.firstAt ?? 0);
    expect(amira?.lastAt).toBeGreaterThan(bilal?.lastAt ?? 0);
  });

  it('counts a visit once, however often its pages come back, also after a restart', async () => {
    await Promise.all([here.openBoard(), here.openBoard()]);
    await here.openBoard();
    here.closePages();
    await here.parley.restart();
    await here.openBoard();
    expect(await opensOf(here.lead)).toMatchObject([{ times: 1 }]);
  });

  it('is not told to anybody else, nor that there is a space', async () => {
    const stranger = await here.stranger('Tomás', {
      role: 'lead',
      capability: 'edit',
    });
    for (const path of [
      paths.opens(here.spaceId),
      paths.spaceAudit(here.spaceId),
      paths.processAudit(here.processId),
    ]) {
      const unknown = path.replace(here.spaceId, crypto.randomUUID());
      expect(await stranger.get(path)).toMatchObject({ status: 404, body: { error: 'not-found' } });
      expect((await stranger.get(unknown)).status).toBe(404);
    }
  });
});

describe('the audit trail', () => {
  it('is shown to leads of the space, newest first, with the names that its ids stand for', async () => {
    const guest = await here.join('Bilal');
    await here.openBoard();
    await here.openBoard(guest);
    const taken = await guest.post(paths.exports(here.spaceId), { what: 'participants' });
    expect(taken.status).toBe(204);
    const trail = await trailOf(here.lead);
    expect(actsOf(trail).slice(0, 3)).toEqual(['exported', 'space-opened', 'space-opened']);
    expect(trail.entries[0]).toMatchObject({ subject: 'participants' });
    expect(trail.people.map(({ name }) => name).toSorted()).toEqual(['Amira', 'Bilal']);
    expect(trail.more).toBe(false);
  });

  it('is closed to everybody else in the space', async () => {
    const facilitator = await here.join('Bilal', asFacilitator);
    for (const answer of [
      await facilitator.get(paths.spaceAudit(here.spaceId)),
      await facilitator.post(paths.spaceAuditHead(here.spaceId)),
      await facilitator.get(paths.processAudit(here.processId)),
      await facilitator.post(paths.processAuditHead(here.processId)),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { error: 'not-allowed' } });
    }
  });

  it('comes in pages and by groups', async () => {
    for (let n = 0; n < auditPage; n += 1) {
      await here.lead.post(paths.exports(here.spaceId), { what: 'participants' });
    }
    await here.openBoard();
    const first = await trailOf(here.lead);
    expect(first).toMatchObject({ more: true, entries: { length: auditPage } });
    const rest = await trailOf(here.lead, `?before=${first.entries.at(-1)?.number}`);
    expect(rest.more).toBe(false);
    const numbers = [...first.entries, ...rest.entries].map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index));
    expect(actsOf(await trailOf(here.lead, '?group=opens'))).toEqual(['space-opened']);
  });

  it.each(['?before=0', '?before=-1', '?before=1e3', '?before=1&before=2', '?group=x', '?x=1'])(
    'refuses a question that makes no sense: %s',
    async (query) => {
      expect((await here.lead.get(paths.spaceAudit(here.spaceId) + query)).status).toBe(422);
    },
  );

  it('refuses the export of what is no board, and of any words', async () => {
    for (const body of [{}, { what: 'the names' }, { what: 'participants', to: 'x' }, null]) {
      expect((await here.lead.post(paths.exports(here.spaceId), body)).status).toBe(422);
    }
    expect(actsOf(await trailOf(here.lead, '?group=exports'))).toEqual([]);
  });

  it('cannot be buried under exports by somebody who only reads', async () => {
    const reader = await here.join('Bilal', asObserver);
    const answers: number[] = [];
    for (let n = 0; n < 102; n += 1) {
      const { status } = await reader.post(paths.exports(here.spaceId), { what: 'participants' });
      answers.push(status);
    }
    expect(answers.slice(-3)).toEqual([204, 429, 429]);
  });

  it('of a process tells its leads what was done to it', async () => {
    await here.lead.patch(paths.process(here.processId), { title: 'Coast talks' });
    const trail = await trailOf(here.lead, '', paths.processAudit(here.processId));
    expect(actsOf(trail)).toEqual(['process-renamed', 'process-made']);
    expect(trail.people).toMatchObject([{ name: 'Amira' }]);
    expect(JSON.stringify(trail)).not.toContain('talks');
  });

  it('gives its head away, says so, and the head verifies', async () => {
    await here.openBoard();
    const answers = [
      await here.lead.post(paths.spaceAuditHead(here.spaceId)),
      await here.lead.post(paths.processAuditHead(here.processId)),
    ];
    const heads = answers.map(({ status, body }) => {
      expect(status).toBe(201);
      return v.parse(AuditHead, body);
    });
    expect(heads.map(({ chain }) => chain)).toEqual([
      `space:${here.spaceId}`,
      `process:${here.processId}`,
    ]);
    expect(actsOf(await trailOf(here.lead))).toContain('audit-exported');
    await here.openBoard();
    const storage = await openSqliteStorage({ directory: here.parley.directory });
    const reports = await verifyAudit(storage.registry, heads);
    await storage.close();
    expect(reports.filter(({ broken }) => broken !== null)).toEqual([]);
  });
});
