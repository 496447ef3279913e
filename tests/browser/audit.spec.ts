import { AuditHead, paths, SessionAnswer, SpaceCreated } from '@parley/contracts';
import type { BrowserContext, Page } from '@playwright/test';
import * as v from 'valibot';
import { choose, notices } from './support/frame.ts';
import { tabTo } from './support/keyboard.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

/** Opens what hangs on the chip with the space's name. */
async function openPanel(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: /^Team/ }).click();
  return page.getByRole('dialog', { name: /Team/ });
}

test('members see who opened their space; only leads find the audit trail', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Two valleys');
  await team.open(lead, process, 'actors');
  const reader = await team.join(lead, process, 'Bilal Omar', 'observer');
  const page = await team.open(reader, process, 'agenda');
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Show who and when' }).click();
  const opens = panel.getByRole('region', { name: 'Who opened this space' });
  await expect(opens.getByRole('listitem')).toHaveCount(2);
  await expect(opens).toContainText(/Nadia Haddad\s*last today, \d\d:\d\d · 1 visit/);
  await expect(opens).toContainText('Bilal Omar');
  await expect(panel.getByRole('button', { name: 'Audit trail' })).toHaveCount(0);
  await isAccessible(page, 'who opened this space', '[role="dialog"]');
});

test('a lead reads the audit trail by keyboard and takes its head away', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Two valleys');
  const guest = await team.join(lead, process, 'Tomás Rey');
  await team.open(guest, process, 'actors');
  const page = await team.open(lead, process, 'participants');
  const panel = await openPanel(page);
  await tabTo(page, panel.getByRole('button', { name: 'Audit trail' }));
  await page.keyboard.press('Enter');
  const trail = page.getByRole('dialog', { name: 'Audit trail' });
  await expect(trail.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(trail.getByText('Tomás Rey opened the space')).toBeVisible();
  await isAccessible(page, 'the audit trail', '[role="dialog"]');

  await choose(trail, 'Show', 'Files');
  await expect(trail.getByText('Nothing of this kind so far.')).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    trail.getByRole('button', { name: 'Save the head' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^parley-audit-head-space-\d+\.json$/);
  const chunks = await (await file.createReadStream()).toArray();
  const head = v.parse(AuditHead, JSON.parse(Buffer.concat(chunks as Buffer[]).toString()));
  expect(head.chain).toBe(`space:${process.spaces[0]?.id}`);
  await expect(notices(page)).toContainText('Saved. The trail tells of it.');
  await expect(trail.getByText('Nadia Haddad took away the head of this trail')).toBeVisible();

  await choose(trail, 'Trail of', 'The process');
  await expect(trail.getByText('Nadia Haddad made the process')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(trail).toBeHidden();
});

test('the panel says who is on which board, until they go', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Two valleys');
  const guest = await team.join(lead, process, 'Tomás Rey');
  const theirs = await team.open(guest, process, 'agenda');
  const page = await team.open(lead, process, 'actors');
  const member = (await openPanel(page)).getByRole('listitem').filter({ hasText: 'Tomás Rey' });
  await expect(member.first()).toContainText('Agenda');
  await theirs.getByRole('link', { name: 'Participants' }).click();
  await expect(member.first()).toContainText('Participants');
  await theirs.close();
  await expect(member.first()).not.toContainText(/Participants|here now/);
});

test('the rail shows who is in which of my spaces, and nothing of one that is not mine', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Two valleys');
  const guest = await team.join(lead, process, 'Tomás Rey');
  const makeSpace = async (by: BrowserContext, kind: 'plenary' | 'caucus', title: string) => {
    const answer = await by.request.post(`${parley.origin}${paths.spaces(process.id)}`, {
      data: { kind, title, attribution: 'named' },
      headers: { origin: parley.origin },
    });
    return v.parse(SpaceCreated, await answer.json()).space.id;
  };
  const plenary = await makeSpace(lead, 'plenary', 'Lake plenary');
  const caucus = await makeSpace(guest, 'caucus', 'Upstream districts');
  const { person } = v.parse(
    SessionAnswer,
    await (await guest.request.get(`${parley.origin}${paths.session}`)).json(),
  );
  await lead.request.post(`${parley.origin}${paths.members(plenary)}`, {
    data: { personId: person.id, capability: 'edit' },
    headers: { origin: parley.origin },
  });
  const page = await team.open(lead, process, 'actors');
  const theirs = await team.open(guest, process, 'actors');
  const inPlenary = page.getByRole('list', { name: 'In Lake plenary now' });
  await theirs.getByRole('link', { name: 'Lake plenary' }).click();
  await expect(inPlenary.getByRole('img', { name: 'Tomás Rey' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'In Team now' })).toHaveCount(0);
  await isAccessible(page, 'the rail with faces', 'nav');
  await theirs.getByRole('link', { name: 'Upstream districts' }).click();
  await expect(theirs).toHaveURL(new RegExp(caucus));
  await expect(inPlenary).toHaveCount(0);
  await expect(page.getByText('Upstream districts')).toHaveCount(0);
});
