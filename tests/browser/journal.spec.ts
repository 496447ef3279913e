import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { chooseActor } from './support/actors.ts';
import { openAccountMenu } from './support/frame.ts';
import { recordContact } from './support/engagement.ts';
import { Sent } from './support/sent.ts';
import { expect, test } from './support/test.ts';

const journal = (page: Page) => page.getByRole('dialog', { name: 'Private journal' });

async function openJournal(page: Page) {
  await openAccountMenu(page);
  await page.getByRole('button', { name: 'Private journal' }).click();
  await expect(journal(page)).toContainText('Only on this device');
}

/** What this browser keeps that could be a journal. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return [...databases.map(({ name }) => name ?? ''), ...Object.keys(localStorage)].filter(
      (name) => name.includes('journal'),
    );
  });

test('a private journal stays on the device, byte for byte, and goes with the sign-out', async ({
  ownTeam: team,
}) => {
  const lead = await team.signIn();
  const sent = new Sent();
  sent.over(lead);
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  const secret = 'Zweifelhaftesschweigen';

  await openJournal(page);
  await journal(page).getByLabel('What is on your mind?').fill(`${secret} about the elders`);
  await journal(page).getByRole('button', { name: 'Keep on this device' }).click();
  await expect(journal(page).getByRole('listitem')).toContainText(secret);
  const saving = page.waitForEvent('download');
  await journal(page).getByRole('button', { name: 'Save as a text file' }).click();
  const file = await (await saving).path();
  expect(await readFile(file, 'utf8')).toContain(secret);
  await page.keyboard.press('Escape');

  // Words that do go out are found by the same search.
  await chooseActor(page, 'Council of Elders');
  await recordContact(page, 'Offenegespraechsrunde');
  await expect(page.getByText('Last contact today')).toBeVisible();
  await page.reload();
  await openJournal(page);
  await expect(journal(page).getByRole('listitem')).toContainText(secret);
  await page.keyboard.press('Escape');
  expect(await kept(page)).not.toEqual([]);

  page.on('dialog', (dialog) => void dialog.accept());
  await openAccountMenu(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in*');
  expect(await kept(page)).toEqual([]);
  expect(sent.has('Offenegespraechsrunde')).toBe(true);
  expect(sent.has(secret)).toBe(false);
});
