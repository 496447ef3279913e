import type { Page } from '@playwright/test';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { smallTargets } from './support/touch.ts';

/*
 * Everything that opens over the participants board, on a phone and under a finger: it can be read by
 * whoever cannot see it, it fits the screen, and nothing to press is smaller than a fingertip.
 */

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const menu = (page: Page) => page.getByRole('button', { name: 'More: import, export, fields' });
const inList = (page: Page) =>
  page.getByRole('list', { name: 'Participants' }).getByRole('button', { name: /^Delegate U-02/ });
const fromMenu = (entry: RegExp) => async (page: Page) => {
  await menu(page).tap();
  await page.getByRole('menuitem', { name: entry }).tap();
};

async function chosen(page: Page) {
  await inList(page).tap();
  const panel = page.getByRole('dialog').filter({ hasText: 'Delegate U-02' });
  await expect(panel).toContainText('Delegate U-02');
  return panel;
}
const fromPerson = (button: string) => async (page: Page) => {
  await (await chosen(page)).getByRole('button', { name: button }).tap();
};
const toStage = (stage: string) => async (page: Page) => {
  await (await chosen(page)).getByRole('combobox', { name: 'Stage' }).tap();
  await page.getByRole('option', { name: stage }).tap();
};

/** The dialog's name → how a finger opens it. */
const dialogs: readonly (readonly [string | RegExp, (page: Page) => Promise<void>])[] = [
  ['Import people', fromMenu(/^Import/)],
  ['Export the list', fromMenu(/^Export/)],
  ['Seats', fromMenu(/^Seats/)],
  [/outside/i, fromMenu(/outside/i)],
  ['Fields this process uses', fromMenu(/^Fields/)],
  ['Make pseudonyms', fromMenu(/^Make pseudonyms/)],
  [/invitation/i, fromPerson('Record invitation')],
  [/reply/i, fromPerson('Record reply')],
  ['Stage: Declined', toStage('Declined')],
  ['Stage: Withdrawn', toStage('Withdrawn')],
  ['Stage: Excluded', toStage('Excluded')],
];

test('every dialog of the participants board, under a finger on a phone', async ({ team }) => {
  const lead = await team.signIn(phone);
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await lead.newPage();
  for (const [name, open] of dialogs) {
    await page.goto(team.address(process, 'participants'));
    await expect(inList(page)).toBeVisible();
    await open(page);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button').first()).toBeVisible();
    await isAccessible(page, String(name), '[role="dialog"]');
    expect.soft(await smallTargets(dialog), `${String(name)}: too small to touch`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(wide, `${String(name)}: as wide as the phone`).toBe(390);
  }
});
