import type { Locator, Page } from '@playwright/test';
import { middleOf } from './support/actors.ts';
import { choose } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

const column = (page: Page, stage: string) => page.getByRole('region', { name: stage });
const card = (within: Page | Locator, name: string) =>
  within.getByRole('option', { name: new RegExp(`^${name} `) });

async function drag(page: Page, what: Locator, to: Locator) {
  await what.scrollIntoViewIfNeeded();
  const from = await middleOf(what);
  const { x, y } = await middleOf(to);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.up();
}

test('people are moved from stage to stage by pointer and by key, and both screens say so', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Amira Haddad', 'facilitator');
  const nadia = await team.open(lead, process, 'participants');
  const amira = await team.open(guest, process, 'participants');
  for (const page of [nadia, amira]) await choose(page, 'View', 'Stages');
  await expect(card(column(nadia, 'Invited'), 'Delegate U-02')).toBeVisible();

  await drag(nadia, card(nadia, 'Delegate U-02'), column(nadia, 'Confirmed').getByRole('heading'));
  for (const page of [nadia, amira]) {
    await expect(card(column(page, 'Confirmed'), 'Delegate U-02')).toBeVisible();
  }

  // Two at once by key, with the one reason that declining asks for.
  await card(amira, 'Delegate U-01').click();
  await card(amira, 'Delegate U-02').click({ modifiers: ['Shift'] });
  for (const key of ['Alt+ArrowRight', 'ArrowRight', 'Enter']) await amira.keyboard.press(key);
  const dialog = amira.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The road is closed');
  await dialog.getByRole('button', { name: 'Change the stage' }).click();
  for (const page of [nadia, amira]) {
    for (const name of ['Delegate U-01', 'Delegate U-02']) {
      await expect(card(column(page, 'Declined'), name)).toBeVisible();
    }
  }

  // Who, when and why.
  await card(nadia, 'Delegate U-02').click();
  await nadia.getByText('Who changed the stage, when and why').click();
  const history = nadia.getByRole('list', { name: 'Who changed the stage, when and why' });
  await expect(history.getByRole('listitem').first()).toContainText('The road is closed');
  await expect(history.getByRole('listitem').first()).toContainText('Amira Haddad');

  // What is searched for stays from view to view, and the view stays when the page is loaded anew.
  await nadia.getByRole('searchbox').fill('U-02');
  await expect(nadia.getByRole('option')).toHaveCount(1);
  await choose(nadia, 'View', 'Table');
  await expect(nadia.getByRole('searchbox')).toHaveValue('U-02');
  await choose(nadia, 'View', 'Stages');
  await nadia.reload();
  await expect(card(column(nadia, 'Declined'), 'Delegate U-02')).toBeVisible();
  await isAccessible(nadia, 'the board of stages');
});

test('on a phone one column stands at a time, and a person is moved with a finger', async ({
  team,
}) => {
  const lead = await team.signIn({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  await page.goto(`${team.address(process, 'participants')}?view=stages`);
  await expect(column(page, 'Longlisted')).toBeVisible();
  await expect(column(page, 'Invited')).toHaveCount(0);
  for (let times = 0; times < 3; times += 1) {
    await page.getByRole('button', { name: 'Next stage' }).tap();
  }
  const delegate = card(column(page, 'Invited'), 'Delegate U-02');
  await delegate.tap();
  await page.getByLabel('Move to').tap();
  await page.getByRole('option', { name: 'Confirmed', exact: true }).tap();
  await expect(delegate).toHaveCount(0);
  await page.getByRole('button', { name: 'Next stage' }).tap();
  await expect(card(column(page, 'Confirmed'), 'Delegate U-02')).toBeVisible();
  await isAccessible(page, 'the stages on a phone');
});

test('an invitation and its reply go on record, and lead on where one says so', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  await choose(page, 'View', 'Stages');
  await card(column(page, 'Longlisted'), 'Delegate Y-01').click();
  for (const [act, stage] of [
    ['Record invitation', 'Invited'],
    ['Record reply', 'Confirmed'],
  ] as const) {
    await page.getByRole('button', { name: act }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: act }).click();
    await expect(dialog).toHaveCount(0);
    await expect(card(column(page, stage), 'Delegate Y-01')).toBeVisible();
  }
  const panel = page.getByRole('complementary');
  await expect(panel.getByText(/^By letter, /)).toBeVisible();
  await expect(panel.getByText(/^Accepts, /)).toBeVisible();
});

test('pseudonyms are made by a pattern, and real names are hidden in plain sight', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  const menu = page.getByRole('button', { name: 'More: import, export, fields' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Make pseudonyms' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make pseudonyms' });
  await choose(dialog, 'For whom', 'Everybody, anew');
  await dialog.getByLabel('Pattern').fill('Guest {letter}-{number}');
  await dialog.getByRole('button', { name: /^Make \d+ pseudonyms$/ }).click();
  await expect(page.getByRole('rowheader', { name: /^Guest U-01/ })).toBeVisible();

  await expect(page.getByText('Orsa Velin')).toBeVisible();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Hide names' }).click();
  await expect(page.getByRole('button', { name: 'Names hidden' })).toBeVisible();
  await expect(page.getByText('Orsa Velin')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('rowheader', { name: /^Guest U-01/ })).toBeVisible();
  await expect(page.getByText('Orsa Velin')).toHaveCount(0);
});
