import { openSqliteStorage } from '@parley/storage';
import { paths } from '@parley/contracts';
import { expect, it } from 'vitest';
import { makeProcess, openParley, setUpLead } from '../testing/test-parley.ts';

it('keeps who made and renamed a process in its own chain, by ids alone', async () => {
  const parley = await openParley();
  try {
    const lead = await setUpLead(parley);
    const process = await makeProcess(lead, 'River talks');
    await lead.patch(paths.process(process.id), { title: 'Lake talks' });
    const storage = await openSqliteStorage({ directory: parley.directory });
    const entries = await storage.registry.auditAfter(`process:${process.id}`, 0, 9);
    const [team] = process.spaces;
    const members = await storage.registry.membersOf(team?.id ?? '');
    await storage.close();
    const by = { personId: members[0]?.personId, subject: '' };
    expect(entries).toMatchObject([
      { ...by, number: 1, act: 'process-made' },
      { ...by, number: 2, act: 'process-renamed' },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/talks|Amira/);
  } finally {
    await parley.end();
  }
});
