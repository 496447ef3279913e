import type { ProcessSummary } from '@parley/contracts';
import type { BrowserContext, Page } from '@playwright/test';
import { allSaved, choose, isSaid, notices } from './support/frame.ts';
import { tabTo } from './support/keyboard.ts';
import { isAccessible } from './support/look.ts';
import type { Team } from './support/team.ts';
import { expect, test } from './support/test.ts';
import { onAll, three } from './support/three.ts';
import { smallTargets } from './support/touch.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const row = (page: Page, what: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: what }) });
/** Whether a party has something, as a button names it. */
const state = (page: Page, party: string, what: string, says = '') =>
  page.getByRole('button', { name: new RegExp(`^${says}.*: ${party} on “${what}`) });

async function open(team: Team, at: BrowserContext, process: ProcessSummary) {
  const page = await at.newPage();
  await page.goto(`${team.address(process, 'process')}?view=information`);
  await expect(page.getByRole('heading', { name: /^What each block needs/ })).toBeVisible();
  return page;
}

test('three say at once who has what, one of them without a line', async ({ team }) => {
  const people = await three(team, 'demo');
  const pages = {
    nadia: await open(team, people.nadia, people.process),
    tomas: await open(team, people.tomas, people.process),
    amira: await open(team, people.amira, people.process),
  };
  const { nadia, tomas, amira } = pages;
  const inflow = 'Inflow data of 2024';
  await onAll(pages, async (page) => {
    await expect(page.getByText(`Lake Fishers Council goes in without “${inflow}”.`)).toBeVisible();
    await expect(row(page, inflow)).toContainText('it was not offered to the others');
  });

  const what = 'Rainfall since the harvest';
  await nadia.getByRole('button', { name: 'Add what is needed' }).click();
  await dialog(nadia).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog(nadia)).toContainText('Write what is needed.');
  await expect(dialog(nadia)).toContainText('Choose the block that needs it.');
  await dialog(nadia).getByLabel('What is needed').fill(what);
  await dialog(nadia).getByLabel('For which block').click();
  await nadia.getByRole('option', { name: /^How each side sees the lake/ }).click();
  await dialog(nadia).getByLabel('Who there, or how').fill('The weather office');
  await isAccessible(nadia, 'what is needed', '[role="dialog"]');
  await dialog(nadia).getByRole('button', { name: 'Add', exact: true }).click();
  await onAll(pages, (page) => expect(row(page, what)).toContainText('From The weather office'));

  await tomas.context().setOffline(true);
  await isSaid(tomas, /^Offline/);
  await state(tomas, 'Upland Water Union', what).focus();
  await tomas.keyboard.press('1');
  await state(amira, 'Council of Elders', what).click();
  await amira.getByRole('menuitemradio', { name: 'Missing' }).click();
  await state(nadia, 'Ministry of Water', what).focus();
  await nadia.keyboard.press('4');
  await expect(state(nadia, 'Council of Elders', what, 'Missing')).toBeVisible();
  await expect(state(nadia, 'Upland Water Union', what, 'Not said')).toBeVisible();
  await tomas.context().setOffline(false);
  await onAll(pages, async (page) => {
    await expect(state(page, 'Upland Water Union', what, 'Has it')).toBeVisible();
    await expect(state(page, 'Council of Elders', what, 'Missing')).toBeVisible();
    await expect(state(page, 'Ministry of Water', what, 'Not known')).toBeVisible();
    await expect(page.getByText(`Council of Elders goes in without “${what}”.`)).toBeVisible();
    await expect(row(page, what)).toContainText('Was it offered to all?');
  });

  await test.step('what was offered to all raises no question', async () => {
    await row(amira, what).getByLabel('Offered to all').click();
    await amira.getByRole('option', { name: 'Offered to all' }).click();
    await onAll(pages, (page) =>
      expect(row(page, what)).not.toContainText('Was it offered to all?'),
    );
  });

  await test.step('what is removed comes back', async () => {
    await row(nadia, what)
      .getByRole('button', { name: `Change “${what}”` })
      .click();
    await choose(dialog(nadia), 'Offered to all', 'Not to all');
    await dialog(nadia).getByRole('button', { name: 'Save' }).click();
    await expect(row(tomas, what)).toContainText('it was not offered to the others');
    await row(nadia, what)
      .getByRole('button', { name: `Change “${what}”` })
      .click();
    await dialog(nadia).getByRole('button', { name: 'Remove' }).click();
    await expect(row(tomas, what)).toHaveCount(0);
    await notices(nadia).getByRole('button', { name: 'Undo' }).click();
    await expect(state(tomas, 'Upland Water Union', what, 'Has it')).toBeVisible();
  });
  await isAccessible(amira, 'information needs');
});

test('information needs by keyboard alone', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await open(team, lead, process);
  const what = 'Who at home must be asked';
  await tabTo(page, state(page, 'Council of Elders', what));
  for (const [key, says] of [
    ['1', 'Has it'],
    ['2', 'In part'],
    ['3', 'Missing'],
    ['4', 'Not known'],
    ['0', 'Not said'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(state(page, 'Council of Elders', what, says)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Has it' })).toBeVisible();
  await page.keyboard.press('Escape');
  await allSaved(page);
});

test('information needs under a finger on a phone', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const lead = await team.signIn(phone);
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await open(team, lead, process);
  await isAccessible(page, 'information needs on a phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const fishers = state(page, 'Lake Fishers Council', 'Inflow data');
  await fishers.tap();
  await page.getByRole('menuitemradio', { name: 'Has it' }).tap();
  await expect(page.getByText('Lake Fishers Council goes in without')).toHaveCount(0);
  await page.getByRole('button', { name: 'Change “Inflow data of 2024”' }).tap();
  expect(await smallTargets(dialog(page))).toEqual([]);
});
