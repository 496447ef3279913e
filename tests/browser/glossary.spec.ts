import type { ProcessSummary } from '@parley/contracts';
import type { BrowserContext, Page } from '@playwright/test';
import { notices } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import type { Team } from './support/team.ts';
import { expect, test } from './support/test.ts';
import { smallTargets } from './support/touch.ts';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const dialog = (page: Page) => page.getByRole('dialog');
const row = (page: Page, term: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: term }) });

async function open(team: Team, at: BrowserContext, process: ProcessSummary) {
  const page = await at.newPage();
  await page.goto(`${team.address(process, 'process')}?view=glossary`);
  await expect(page.getByRole('heading', { name: 'In plain words' })).toBeVisible();
  return page;
}

test('a word gets plain ones in each language of the table, by two at once', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Olu Adeyemi', 'facilitator');
  const nadia = await open(team, lead, process);
  const olu = await open(team, colleague, process);

  await expect(row(nadia, 'Inflow data')).toContainText(
    'Stands in the agenda: “Bilateral: inflow data of 2024”',
  );
  const guess = nadia.getByText('Arabic: no plain words yet for “One text”, “Caucus”.');
  await expect(guess).toBeVisible();

  await nadia.getByRole('button', { name: 'Add a word' }).click();
  await dialog(nadia).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog(nadia)).toContainText('Write the word.');
  await dialog(nadia).getByLabel('Word', { exact: true }).fill('Sluice regime');
  await dialog(nadia)
    .getByLabel('Plain words in English')
    .fill('Who may open which gate, and when.');
  await dialog(nadia).getByLabel('Another language').fill('fr');
  await dialog(nadia).getByRole('button', { name: 'Add language' }).click();
  await dialog(nadia).getByLabel('Plain words in French').fill('Qui ouvre quelle vanne, et quand.');
  await isAccessible(nadia, 'a word', '[role="dialog"]');
  await dialog(nadia).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row(olu, 'Sluice regime')).toContainText('Qui ouvre quelle vanne, et quand.');

  // Each writes another language of the same word, and neither of them goes.
  await row(nadia, 'Caucus').getByRole('button', { name: 'Change “Caucus”' }).click();
  await row(olu, 'Caucus').getByRole('button', { name: 'Change “Caucus”' }).click();
  await dialog(nadia).getByLabel('Plain words in English').fill('Time apart with your own people.');
  await dialog(olu).getByLabel('Plain words in Arabic').fill('وقت على حدة مع جماعتكم.');
  await dialog(nadia).getByRole('button', { name: 'Save' }).click();
  await dialog(olu).getByRole('button', { name: 'Save' }).click();
  for (const page of [nadia, olu]) {
    await expect(row(page, 'Caucus')).toContainText('Time apart with your own people.');
    await expect(row(page, 'Caucus')).toContainText('وقت على حدة مع جماعتكم.');
    await expect(
      page.getByText(/Arabic: no plain words yet for “One text”, “Sluice/),
    ).toBeVisible();
  }

  await row(nadia, 'Sluice regime')
    .getByRole('button', { name: /^Change/ })
    .click();
  await dialog(nadia).getByRole('button', { name: 'Remove' }).click();
  await expect(row(olu, 'Sluice regime')).toHaveCount(0);
  await notices(nadia).getByRole('button', { name: 'Undo' }).click();
  await expect(row(olu, 'Sluice regime')).toBeVisible();
  await isAccessible(olu, 'the glossary');
});

test('the glossary under a finger on a phone', async ({ team }) => {
  const lead = await team.signIn(phone);
  const page = await open(team, lead, await team.openExample(lead, 'lake-meridia'));
  await isAccessible(page, 'the glossary on a phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole('button', { name: 'Change “One text”' }).tap();
  expect(await smallTargets(dialog(page))).toEqual([]);
  await dialog(page).getByLabel('Plain words in Arabic').fill('مسودة نكتبها وتصححونها كلكم.');
  await dialog(page).getByRole('button', { name: 'Save' }).tap();
  await expect(page.getByText('Arabic: no plain words yet for “Caucus”.')).toBeVisible();
});
