import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditHead } from '@parley/contracts';
import { openSqliteStorage, type Storage } from '@parley/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inDatabase } from '../testing/database.ts';
import { openAudit } from './audit.ts';
import { verifyAudit } from './verify.ts';

let directory: string;
let storage: Storage;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-audit-'));
  storage = await openSqliteStorage({ directory });
  const audit = openAudit(storage.registry, Date.now);
  for (let n = 1; n <= 5; n += 1) {
    await audit.record({ chain: { space: 'team' }, by: `person-${n}`, act: 'space-opened' });
  }
  await audit.record({ chain: 'server', by: 'person-1', act: 'sign-in' });
});

afterEach(async () => {
  await storage.close();
  await rm(directory, { recursive: true });
});

const tamper = (sql: string) => inDatabase(directory, (database) => database.exec(sql));

async function headOf(chain: string): Promise<AuditHead> {
  const head = await storage.registry.auditHead(chain);
  if (head === null) throw new Error(`${chain} has no entries.`);
  return head;
}

const verify = (...heads: AuditHead[]) => verifyAudit(storage.registry, heads);
const server = { chain: 'server', entries: 1, broken: null };

describe('verifying the audit trail', () => {
  it('finds nothing where nothing was done to it, past heads included', async () => {
    const head = await headOf('space:team');
    const audit = openAudit(storage.registry, Date.now);
    await audit.record({ chain: { space: 'team' }, by: 'person-6', act: 'exported' });
    expect(await verify(head)).toEqual([server, { chain: 'space:team', entries: 6, broken: null }]);
  });

  it.each([
    ['edited', "UPDATE audit SET person_id = 'other' WHERE number = 3", 3, 'changed'],
    ['moved in time', 'UPDATE audit SET at = at + 1 WHERE number = 3', 3, 'changed'],
    ['given another act', "UPDATE audit SET act = 'exported' WHERE number = 2", 2, 'changed'],
    ['removed', "DELETE FROM audit WHERE chain = 'space:team' AND number = 3", 3, 'missing'],
    [
      'removed at the start',
      "DELETE FROM audit WHERE chain = 'space:team' AND number = 1",
      1,
      'missing',
    ],
    [
      'reordered',
      `UPDATE audit SET number = 9 WHERE chain = 'space:team' AND number = 2;
       UPDATE audit SET number = 2 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 9`,
      2,
      'changed',
    ],
    [
      'taken from another chain',
      `DELETE FROM audit WHERE chain = 'space:team' AND number = 1;
       UPDATE audit SET chain = 'space:team' WHERE chain = 'server'`,
      1,
      'changed',
    ],
  ])('finds an entry that was %s', async (_, sql, number, fault) => {
    tamper(sql);
    const team = (await verify()).find(({ chain }) => chain === 'space:team');
    expect(team?.broken).toEqual({ number, fault });
  });

  it('finds by an exported head that the end was cut off, or a whole chain', async () => {
    const heads = [await headOf('space:team'), await headOf('server')];
    tamper("DELETE FROM audit WHERE number > 3 OR chain = 'server'");
    expect(await verify()).toEqual([{ chain: 'space:team', entries: 3, broken: null }]);
    expect(await verify(...heads)).toEqual([
      { chain: 'server', entries: 0, broken: { number: 1, fault: 'cut' } },
      { chain: 'space:team', entries: 3, broken: { number: 4, fault: 'cut' } },
    ]);
  });

  it('finds by an exported head that a chain was written anew, with hashes that fit', async () => {
    const head = await headOf('space:team');
    tamper("DELETE FROM audit WHERE chain = 'space:team'");
    const audit = openAudit(storage.registry, Date.now);
    for (let n = 1; n <= 6; n += 1) {
      await audit.record({ chain: { space: 'team' }, by: 'nobody-else', act: 'space-opened' });
    }
    expect((await verify())[1]?.broken).toBeNull();
    expect((await verify(head))[1]?.broken).toEqual({ number: 5, fault: 'other' });
  });
});
