import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { formsOf } from '@parley/sync/testing/forms-of-text';
import { chooseActor } from './support/actors.ts';
import { allSaved, openAccountMenu } from './support/frame.ts';
import { recordContact } from './support/engagement.ts';
import { Received } from './support/received.ts';
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
  await journal(page).getByRole('button', { name: 'What do I gain?' }).click();
  await journal(page).getByLabel('What is on your mind?').fill(`${secret} about the elders`);
  await journal(page).getByRole('button', { name: 'Keep on this device' }).click();
  await expect(journal(page).getByRole('listitem')).toContainText('What do I gain?');
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

test('a private entry and a private answer leave in no form, and stand in no file of the server', async ({
  ownTeam: team,
  ownParley: parley,
}) => {
  const lead = await team.signIn();
  const sent = new Sent();
  sent.over(lead);
  const process = await team.openExample(lead, 'lake-meridia');
  const other = await (await team.join(lead, process, 'Tomás Rey')).newPage();
  const received = new Received();
  await received.over(other);
  await other.goto(team.address(process, 'actors'));
  const page = await team.open(lead, process, 'actors');
  const [own, answer, shared] = ['Eigenzweifel', 'Voreingenommenheit', 'Mitgeteiltes'];

  await openJournal(page);
  await journal(page).getByLabel('What is on your mind?').fill(own);
  await journal(page).getByRole('button', { name: 'Keep on this device' }).click();
  await expect(journal(page).getByRole('listitem')).toContainText(own);
  await page.keyboard.press('Escape');
  await expect(journal(page)).toBeHidden();
  await chooseActor(page, 'Council of Elders');
  // Of two answers one is shared, and found wherever the other must not be.
  for (const [words, choice] of [
    [answer, 'Keep in my journal'],
    [shared, /^Share as a comment/],
  ] as const) {
    await recordContact(page, 'They wait for the north.');
    const card = page.getByRole('region', { name: 'Who has heard from us less?' });
    await card.getByRole('button', { name: 'Write an answer' }).click();
    await card.getByLabel('Your answer').fill(words);
    await card.getByRole('button', { name: choice }).click();
    await allSaved(page);
    await page.reload();
    await chooseActor(page, 'Council of Elders');
  }
  await openJournal(page);
  await expect(journal(page).getByRole('listitem')).toHaveCount(2);
  await expect.poll(() => received.formsOf(shared)).not.toEqual([]);

  await parley.stop();
  const kept = await parley.kept();
  const isKept = (word: string) => Object.values(formsOf(word)).some((form) => kept.includes(form));
  const found = (is: (word: string) => boolean) => [own, answer, shared].filter(is);
  expect(found((word) => sent.has(word))).toEqual([shared]);
  expect(found((word) => received.formsOf(word).length > 0)).toEqual([shared]);
  expect(found(isKept)).toEqual([shared]);
  expect(found((word) => parley.printed.includes(word))).toEqual([]);
  expect(received.missed).toEqual([]);
});
