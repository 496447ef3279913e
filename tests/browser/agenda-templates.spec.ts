import type { Page } from '@playwright/test';
import { blocks, days } from './support/agenda.ts';
import { allSaved } from './support/frame.ts';
import { tabTo } from './support/keyboard.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { smallTargets } from './support/touch.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Add days from a template' });

async function openTemplates(page: Page) {
  await page.getByRole('button', { name: 'More for the agenda' }).click();
  await page.getByRole('menuitem', { name: 'Add days from a template…' }).click();
  await expect(dialog(page)).toBeVisible();
}

test('a workshop of five days is added, seen by another, and taken back in one step', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const page = await team.open(lead, process, 'agenda');
  const theirs = await team.open(colleague, process, 'agenda');
  await expect(days(theirs)).toHaveCount(2);

  await openTemplates(page);
  await dialog(page)
    .getByRole('radio', { name: /^Problem-solving workshop/ })
    .check();
  await dialog(page).getByLabel('Days', { exact: true }).click();
  await page.getByRole('option', { name: '5', exact: true }).click();
  const preview = dialog(page).getByRole('list', { name: 'What will be added' });
  await expect(preview.getByRole('listitem')).toHaveCount(5);
  await expect(preview.getByRole('listitem').first()).toContainText('Thu 26 Nov');
  await expect(preview).toContainText('What stands in the way');
  await isAccessible(page, 'templates of an agenda', '[role="dialog"]');
  await dialog(page).getByRole('button', { name: 'Add 5 days' }).click();
  await expect(dialog(page)).toBeHidden();
  for (const each of [page, theirs]) await expect(days(each)).toHaveCount(7);

  await page.keyboard.press('ControlOrMeta+z');
  for (const each of [page, theirs]) await expect(days(each)).toHaveCount(2);
});

test('a weekly series and the agenda itself once more, by keyboard alone', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Across the river');
  const page = await team.open(lead, process, 'agenda');
  const { keyboard } = page;
  await expect(page.getByRole('button', { name: 'Begin with two usual days' })).toBeVisible();

  const begin = async () => {
    await tabTo(page, page.getByRole('button', { name: 'More for the agenda' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Add day', exact: true })).toBeFocused();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(dialog(page)).toBeVisible();
  };
  await begin();
  const chosen = dialog(page).getByRole('radio', { name: /^Two usual days/ });
  await tabTo(page, chosen);
  for (let step = 0; step < 5; step += 1) await keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: /^Weekly series/ })).toBeChecked();
  await tabTo(page, dialog(page).getByRole('button', { name: 'Add 6 days' }));
  await keyboard.press('Enter');
  await expect(days(page)).toHaveCount(6);
  await expect(days(page).nth(1)).toContainText('Session 2');
  const before = await blocks(page).count();

  await begin();
  await tabTo(page, chosen);
  await keyboard.press('ArrowUp');
  await expect(dialog(page).getByRole('radio', { name: /^This agenda, once more/ })).toBeChecked();
  await tabTo(page, dialog(page).getByRole('button', { name: 'Add 6 days' }));
  await keyboard.press('Enter');
  await expect(days(page)).toHaveCount(12);
  await expect(blocks(page)).toHaveCount(2 * before);
  await allSaved(page);
});

test('a day is copied to the end with what is on it', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'agenda');
  const [first, third] = [days(page).first(), days(page).nth(2)];
  await first.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Copy this day to the end' }).click();
  await expect(days(page)).toHaveCount(3);
  await expect(third).toContainText('Thu 26 Nov');
  const titles = (at: typeof first) => at.getByRole('listitem').getByRole('button').allInnerTexts();
  expect(await titles(third)).toEqual(await titles(first));
});

test('templates under a finger on a phone', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const lead = await team.signIn(phone);
  const process = await team.makeProcess(lead, 'Across the river');
  const page = await team.open(lead, process, 'agenda');
  await openTemplates(page);
  await dialog(page).getByText('Shuttle day').tap();
  await isAccessible(page, 'templates on a phone', '[role="dialog"]');
  expect(await smallTargets(dialog(page))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await dialog(page).getByRole('button', { name: 'Add 1 day' }).tap();
  await expect(page.getByRole('button', { name: /^With the first party, round 1/ })).toBeVisible();
});
