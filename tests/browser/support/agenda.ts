import { expect, type Page } from '@playwright/test';

/*
 * The agenda board, in the words that stand on the screen.
 */

export const days = (page: Page) => page.getByRole('region', { name: /^Day \d/ });

/** All blocks in the order of the agenda. */
export const blocks = (page: Page) =>
  page.getByRole('list', { name: 'Blocks' }).getByRole('listitem').getByRole('button');

/** A block on the grid; its label goes on with its times: `Lunch: 12:30 to 13:30, 60 min, …`. */
export const block = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Blocks' }).getByRole('button', { name: `${title}: ` });

/** The panel that shows the one block that is chosen. */
export const blockPanel = (page: Page) =>
  page.getByRole('complementary', { name: 'Selected block' });

/** Adds a block after the one that is chosen, else at the end, and types its title. */
export async function addBlock(page: Page, form: string, title: string) {
  await page.getByRole('button', { name: 'Add block' }).click();
  await page.getByRole('menuitem', { name: form }).click();
  const field = blockPanel(page).getByLabel('Title');
  await expect(field).toBeFocused();
  await field.fill(title);
  await expect(block(page, title)).toBeVisible();
}

/** Writes how long a block lasts into its panel. */
export async function setMinutes(page: Page, title: string, minutes: number) {
  await block(page, title).click();
  const field = blockPanel(page).getByLabel('Minutes');
  await field.fill(String(minutes));
  await field.press('Enter');
}
