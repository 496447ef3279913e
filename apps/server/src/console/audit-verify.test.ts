import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '@parley/contracts';
import { expect, it } from 'vitest';
import { type } from '../testing/console.ts';
import { inDatabase } from '../testing/database.ts';
import { riverTalks } from '../testing/river-talks.ts';

const here = riverTalks();

const tamper = (sql: string) => inDatabase(here.parley.directory, (database) => database.exec(sql));

it('says that the trail holds, then which entry was edited, then that the end was cut off', async () => {
  const { spaceId } = here;
  await here.join('Bilal');
  await type(here.parley, ['invite', spaceId, '--role', 'observer']);
  await type(here.parley, ['invite', spaceId, '--role', 'observer']);
  const holds = await type(here.parley, ['audit', 'verify']);
  expect(holds).toMatchObject({
    code: 0,
    said: expect.stringMatching(/holds: \d+ entries/) as string,
  });

  const head = join(here.parley.directory, 'head.json');
  const { body } = await here.lead.post(paths.spaceAuditHead(spaceId));
  await writeFile(head, JSON.stringify(body));
  expect((await type(here.parley, ['audit', 'verify', '--head', head])).code).toBe(0);

  const chain = `chain = 'space:${spaceId}'`;
  tamper(
    `DELETE FROM audit WHERE ${chain} AND number >= (SELECT max(number) - 1 FROM audit WHERE ${chain})`,
  );
  expect((await type(here.parley, ['audit', 'verify'])).code).toBe(0);
  const cut = await type(here.parley, ['audit', 'verify', '--head', head]);
  expect(cut.code).toBe(1);
  expect(cut.complaint).toMatch(/does not hold.*cut off/);

  tamper(`UPDATE audit SET person_id = 'somebody else' WHERE ${chain} AND number = 1`);
  const edited = await type(here.parley, ['audit', 'verify']);
  expect(edited.code).toBe(1);
  expect(edited.complaint).toContain(`In space:${spaceId}`);
  expect(edited.complaint).toContain('number 1 was changed');
});

it('takes nothing for a head that is none', async () => {
  const file = join(here.parley.directory, 'no-head.json');
  await writeFile(file, '{}');
  const { complaint } = await type(here.parley, ['audit', 'verify', '--head', file]);
  expect(complaint).toContain('is not an exported head');
});
