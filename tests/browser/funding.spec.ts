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
const card = (page: Page, payer: string) => page.getByRole('region', { name: payer, exact: true });
/** Whether a party was told, as a button names it. */
const told = (page: Page, party: string, payer: string, says = '') =>
  page.getByRole('button', { name: new RegExp(`^${says}.*: ${party} on “${payer}`) });

async function open(team: Team, at: BrowserContext, process: ProcessSummary) {
  const page = await at.newPage();
  await page.goto(`${team.address(process, 'process')}?view=funding`);
  await expect(page.getByRole('heading', { name: /^Who pays, on what terms/ })).toBeVisible();
  return page;
}

test('three write down who pays and who was told, one of them without a line', async ({ team }) => {
  const people = await three(team, 'demo');
  const pages = {
    nadia: await open(team, people.nadia, people.process),
    tomas: await open(team, people.tomas, people.process),
    amira: await open(team, people.amira, people.process),
  };
  const { nadia, tomas, amira } = pages;

  await test.step('a payer that is a party, and what not all were told, are asked about', async () => {
    const ministry = card(nadia, 'Ministry of Water');
    await expect(ministry).toContainText('A party to the conflict pays.');
    await expect(ministry).toContainText('in part: Delta Farmers’ League. What keeps you from it?');
    await expect(ministry).toContainText('conditions that not all parties are known to know');
    await expect(ministry).toContainText('What is whoever pays told?');
    await expect(card(nadia, 'Northlight Foundation')).toContainText('One payer bears most of it.');
    await expect(nadia.getByRole('row', { name: /^Ministry of Water/ })).toContainText('Pays this');
  });

  const payer = 'A club of fishing ports';
  await nadia.getByRole('button', { name: 'Add who pays' }).click();
  await dialog(nadia).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog(nadia)).toContainText('Write who pays.');
  await dialog(nadia).getByLabel('Who pays').fill(payer);
  await choose(dialog(nadia), 'A party to the conflict', 'No');
  await dialog(nadia).getByLabel('What they are told').click();
  await nadia.getByRole('option', { name: 'What was said' }).click();
  await isAccessible(nadia, 'who pays', '[role="dialog"]');
  await dialog(nadia).getByRole('button', { name: 'Add', exact: true }).click();
  await onAll(pages, (page) =>
    expect(card(page, payer)).toContainText('Whoever pays learns what was said.'),
  );

  await tomas.context().setOffline(true);
  await isSaid(tomas, /^Offline/);
  await told(tomas, 'Upland Water Union', payer).focus();
  await tomas.keyboard.press('1');
  await told(amira, 'Council of Elders', payer).click();
  await amira.getByRole('menuitemradio', { name: 'Not told' }).click();
  await told(nadia, 'Ministry of Water', payer).focus();
  await nadia.keyboard.press('2');
  await expect(told(nadia, 'Council of Elders', payer, 'Not told')).toBeVisible();
  await expect(told(nadia, 'Upland Water Union', payer, 'Not said')).toBeVisible();
  await tomas.context().setOffline(false);
  await onAll(pages, async (page) => {
    await expect(told(page, 'Upland Water Union', payer, 'Told')).toBeVisible();
    await expect(told(page, 'Council of Elders', payer, 'Not told')).toBeVisible();
    await expect(told(page, 'Ministry of Water', payer, 'In part')).toBeVisible();
    await expect(card(page, payer)).toContainText(
      'Not told, or told in part: Ministry of Water and Council of Elders.',
    );
  });

  await test.step('what is removed comes back', async () => {
    await card(nadia, payer)
      .getByRole('button', { name: /^Change the funding/ })
      .click();
    await dialog(nadia).getByRole('button', { name: 'Remove' }).click();
    await expect(card(tomas, payer)).toHaveCount(0);
    await notices(nadia).getByRole('button', { name: 'Undo' }).click();
    await expect(told(tomas, 'Upland Water Union', payer, 'Told')).toBeVisible();
  });
  await isAccessible(amira, 'funding');
});

test('funding by keyboard alone', async ({ team }) => {
  const lead = await team.signIn();
  const page = await open(team, lead, await team.openExample(lead, 'lake-meridia'));
  const payer = 'The city that lends the hall';
  await tabTo(page, told(page, 'Women of the Basin', payer));
  for (const [key, says] of [
    ['1', 'Told'],
    ['2', 'In part'],
    ['3', 'Not told'],
    ['0', 'Not said'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(told(page, 'Women of the Basin', payer, says)).toBeFocused();
  }
  await allSaved(page);
});

test('funding under a finger on a phone', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const lead = await team.signIn(phone);
  const page = await open(team, lead, await team.openExample(lead, 'lake-meridia'));
  await isAccessible(page, 'funding on a phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await told(page, 'Delta Farmers’ League', 'Ministry of Water').tap();
  await page.getByRole('menuitemradio', { name: 'Told', exact: true }).tap();
  await expect(card(page, 'Ministry of Water')).not.toContainText('What keeps you from it?');
  await page.getByRole('button', { name: 'Change the funding by Ministry of Water' }).tap();
  expect(await smallTargets(dialog(page))).toEqual([]);
});
