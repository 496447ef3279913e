import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { paths } from '@parley/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type } from '../testing/console.ts';
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
beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
afterAll(() => parley.end());

function tamper(sql: string): void {
  const database = new DatabaseSync(join(parley.directory, 'parley.db'));
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

it('says that the trail holds, then which entry was edited, then that the end was cut off', async () => {
  const process = await makeProcess(lead);
  const spaceId = teamOf(process);
  await joinAsGuest(parley, lead, spaceId, 'Bilal');
  await type(parley, ['invite', spaceId, '--role', 'observer']);
  await type(parley, ['invite', spaceId, '--role', 'observer']);
  const holds = await type(parley, ['audit', 'verify']);
  expect(holds).toMatchObject({
    code: 0,
    said: expect.stringMatching(/holds: \d+ entries/) as string,
  });

  const head = join(parley.directory, 'head.json');
  const { body } = await lead.post(paths.spaceAuditHead(spaceId));
  await writeFile(head, JSON.stringify(body));
  expect((await type(parley, ['audit', 'verify', '--head', head])).code).toBe(0);

  const chain = `chain = 'space:${spaceId}'`;
  tamper(
    `DELETE FROM audit WHERE ${chain} AND number >= (SELECT max(number) - 1 FROM audit WHERE ${chain})`,
  );
  expect((await type(parley, ['audit', 'verify'])).code).toBe(0);
  const cut = await type(parley, ['audit', 'verify', '--head', head]);
  expect(cut.code).toBe(1);
  expect(cut.complaint).toMatch(/does not hold.*cut off/);

  tamper(`UPDATE audit SET person_id = 'somebody else' WHERE ${chain} AND number = 1`);
  const edited = await type(parley, ['audit', 'verify']);
  expect(edited.code).toBe(1);
  expect(edited.complaint).toContain(`In space:${spaceId}`);
  expect(edited.complaint).toContain('number 1 was changed');
});

it('takes nothing for a head that is none', async () => {
  const file = join(parley.directory, 'no-head.json');
  await writeFile(file, '{}');
  const { complaint } = await type(parley, ['audit', 'verify', '--head', file]);
  expect(complaint).toContain('is not an exported head');
});
