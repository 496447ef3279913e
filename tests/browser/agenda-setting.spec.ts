import type { ProcessSummary } from '@parley/contracts';
import type { BrowserContext, Page } from '@playwright/test';
import { block } from './support/agenda.ts';
import { allSaved, goTo, isSaid } from './support/frame.ts';
import { tabTo } from './support/keyboard.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { onAll, three } from './support/three.ts';
import { smallTargets } from './support/touch.ts';
import type { Team } from './support/team.ts';

const table = (page: Page) => page.getByRole('region', { name: /^Items and what/ });
const row = (page: Page, item: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${item}`) }) });
/** What a party says to an item, as a button names it. */
const answer = (page: Page, party: string, item: string, says = '') =>
  page.getByRole('button', { name: new RegExp(`^${says}.*: ${party} on “${item}`) });
const dialog = (page: Page) => page.getByRole('dialog');

async function open(team: Team, at: BrowserContext, process: ProcessSummary) {
  const page = await at.newPage();
  await page.goto(`${team.address(process, 'process')}?view=proposals`);
  await expect(page.getByRole('heading', { name: /^Setting the agenda/ })).toBeVisible();
  await expect(page.getByText('Opening…')).toHaveCount(0);
  return page;
}

async function propose(page: Page, item: string, by: string) {
  await page.getByRole('button', { name: 'Add an item' }).click();
  await dialog(page).getByLabel('Item', { exact: true }).fill(item);
  await dialog(page).getByLabel('Proposed by').click();
  await page.getByRole('option', { name: by }).click();
  await dialog(page).getByRole('button', { name: 'Put on record' }).click();
  await expect(dialog(page)).toHaveCount(0);
}

async function settle(page: Page, item: string, how: string) {
  await page.getByRole('button', { name: `What becomes of “${item}”` }).click();
  await page.getByRole('menuitem', { name: how }).click();
  await expect(dialog(page)).toBeVisible();
}

test('an item goes from a party to all screens, is answered offline too, and becomes a block', async ({
  team,
}) => {
  const people = await three(team, 'demo');
  const pages = {
    nadia: await open(team, people.nadia, people.process),
    tomas: await open(team, people.tomas, people.process),
    amira: await open(team, people.amira, people.process),
  };
  const { nadia, tomas, amira } = pages;
  const item = 'Fish ladders at the barrage';
  await propose(nadia, item, 'Lake Fishers Council');
  await onAll(pages, (page) => expect(row(page, item)).toContainText('Lake Fishers Council'));

  await test.step('what was answered without a line arrives once there is one', async () => {
    await tomas.context().setOffline(true);
    await isSaid(tomas, /^Offline/);
    await answer(tomas, 'Council of Elders', item, 'No answer').click();
    await tomas.getByRole('menuitemradio', { name: 'Supports' }).click();
    await expect(answer(tomas, 'Council of Elders', item, 'Supports')).toBeVisible();
    await expect(row(tomas, item)).toContainText('Waits to be sent');
    await answer(amira, 'Ministry of Water', item, 'No answer').focus();
    await amira.keyboard.press('3');
    await onAll({ nadia, amira }, (page) =>
      expect(answer(page, 'Ministry of Water', item, 'Objects')).toBeVisible(),
    );
    await expect(answer(nadia, 'Council of Elders', item, 'No answer')).toBeVisible();
    await tomas.context().setOffline(false);
    await onAll(pages, async (page) => {
      await expect(answer(page, 'Council of Elders', item, 'Supports')).toBeVisible();
      await expect(answer(page, 'Ministry of Water', item, 'Objects')).toBeVisible();
      // Nobody who is silent is taken to agree.
      await expect(answer(page, 'Upland Water Union', item, 'No answer')).toBeVisible();
    });
  });

  await test.step('a later answer takes the place of an earlier one, which stays on record', async () => {
    await answer(nadia, 'Ministry of Water', item).click();
    await nadia.getByRole('menuitem', { name: 'What they said…' }).click();
    await dialog(nadia).getByRole('radiogroup', { name: 'Answer' }).getByText('Accepts').click();
    await dialog(nadia).getByLabel('What they said').fill('Not before spring.');
    await dialog(nadia).getByRole('button', { name: 'Put on record' }).click();
    await onAll(pages, async (page) => {
      await expect(answer(page, 'Ministry of Water', item, 'Accepts')).toBeVisible();
      await expect(row(page, item)).toContainText('Not before spring.');
    });
    await answer(amira, 'Ministry of Water', item).click();
    await amira.getByRole('menuitem', { name: 'What they said…' }).click();
    await amira.getByText('2 answers on record').click();
    await expect(dialog(amira)).toContainText(/Objects · /);
    await amira.keyboard.press('Escape');
  });

  await test.step('settled, it is a block on the agenda', async () => {
    await settle(amira, item, 'Put on the agenda…');
    await isAccessible(amira, 'an item on its way to the agenda', '[role="dialog"]');
    await dialog(amira).getByLabel('Day', { exact: true }).click();
    await amira.getByRole('option', { name: /^Day 2/ }).click();
    await dialog(amira).getByRole('button', { name: 'Put on the agenda' }).click();
    await onAll(pages, (page) => expect(row(page, item)).toContainText(`“${item}”, Day 2`));
    await goTo(nadia, 'agenda');
    await expect(block(nadia, item)).toBeVisible();
  });

  await isAccessible(amira, 'agenda setting');
});

test('what is parked says why, and a lot is drawn for all at once', async ({ team }) => {
  const people = await three(team, 'demo');
  const nadia = await open(team, people.nadia, people.process);
  const tomas = await open(team, people.tomas, people.process);
  const parked = (page: Page) => page.getByRole('region', { name: 'Parked, and why' });
  await expect(parked(nadia)).toContainText('first item of the next meeting');

  await settle(nadia, 'Households before fields', 'Park…');
  await dialog(nadia).getByRole('button', { name: 'Park' }).click();
  await expect(dialog(nadia)).toContainText('Say why it is parked');
  await dialog(nadia).getByLabel('Why it is parked').fill('After the sluices.');
  await dialog(nadia).getByRole('button', { name: 'Park' }).click();
  await expect(parked(tomas)).toContainText('After the sluices.');
  await expect(row(tomas, 'Households')).toHaveCount(0);
  const shaped = tomas.getByRole('region', { name: 'Who shaped this agenda' }).last();
  await expect(shaped.getByRole('row', { name: /^Women of the Basin 1 0 1 0 0 0$/ })).toBeVisible();

  await parked(tomas)
    .getByRole('button', { name: /Households/ })
    .click();
  await tomas.getByRole('menuitem', { name: 'Take up again' }).click();
  await expect(row(nadia, 'Households')).toContainText('Open');

  await propose(nadia, 'Night fishing', 'Lake Fishers Council');
  await propose(nadia, 'The winter wells', 'Council of Elders');
  await nadia.getByRole('button', { name: 'Order of items' }).click();
  await nadia.getByRole('menuitem', { name: 'Draw the order' }).click();
  await expect(tomas.getByText('Drawn 2 times')).toBeVisible();
  const items = (page: Page) => table(page).getByRole('rowheader').allInnerTexts();
  const drawn = await items(nadia);
  expect(await items(tomas)).toEqual(drawn);
  await tomas.reload();
  await expect(tomas.getByText('Drawn 2 times')).toBeVisible();
  expect(await items(tomas)).toEqual(drawn);
});

test('items and answers by keyboard alone', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await open(team, lead, process);
  const { keyboard } = page;
  await tabTo(page, page.getByRole('button', { name: 'Add an item' }));
  await keyboard.press('Enter');
  await expect(dialog(page).getByLabel('Item', { exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Write what is to be talked about.');
  await expect(dialog(page)).toContainText('Choose who proposed it.');
  await dialog(page).getByLabel('Item', { exact: true }).focus();
  await keyboard.type('Night fishing');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByRole('option', { name: 'Upland Water Union' }).waitFor();
  await keyboard.type('Upland');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(row(page, 'Night fishing')).toContainText('Upland Water Union');

  const cell = (says: string) => answer(page, 'Ministry of Water', 'Night fishing', says);
  await tabTo(page, cell('No answer'));
  for (const [key, says] of [
    ['1', 'Supports'],
    ['2', 'Accepts'],
    ['3', 'Objects'],
    ['0', 'No answer'],
  ] as const) {
    await keyboard.press(key);
    await expect(cell(says)).toBeFocused();
    await allSaved(page);
  }
});

test('on a phone items are cards, under a finger', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const lead = await team.signIn(phone);
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await open(team, lead, process);
  const card = page
    .getByRole('list', { name: /^Items and what/ })
    .getByRole('listitem')
    .first();
  await expect(card).toContainText('Upland Water Union');
  await isAccessible(page, 'agenda setting on a phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const household = answer(page, 'Ministry of Water', 'Households', 'No answer');
  await household.tap();
  await page.getByRole('menuitemradio', { name: 'Objects' }).tap();
  await expect(answer(page, 'Ministry of Water', 'Households', 'Objects')).toBeVisible();
  await page.getByRole('button', { name: 'What becomes of “Households before fields”' }).tap();
  await page.getByRole('menuitem', { name: 'Put on the agenda…' }).tap();
  await expect(dialog(page)).toBeVisible();
  expect(await smallTargets(dialog(page))).toEqual([]);
  await isAccessible(page, 'an item on its way to the agenda, on a phone', '[role="dialog"]');
});
