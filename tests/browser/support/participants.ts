import { expect, type Page } from '@playwright/test';

/*
 * The participants board, in the words that stand on the screen.
 */

export const list = (page: Page) => page.getByRole('grid', { name: 'Participants' });

/**
 * The row of a person, by the name in its first column; who has it selected and how many comments are
 * open stands there too.
 * @param name without characters that a regular expression reads in its own way
 */
export const person = (page: Page, name: string) =>
  list(page)
    .getByRole('row')
    .filter({
      has: page.getByRole('rowheader', {
        name: new RegExp(`^${name}( Selected by| \\d+ open comments?|$)`),
      }),
    });

/** Adds people at the foot of the list, one line each. */
export async function addPeople(page: Page, ...names: readonly string[]) {
  await page.getByRole('button', { name: 'Add person' }).first().click();
  for (const name of names) {
    const field = page.getByPlaceholder('Pseudonym');
    await expect(field).toBeFocused();
    await field.fill(name);
    await field.press('Enter');
    await expect(person(page, name)).toBeVisible();
  }
  await page.keyboard.press('Escape');
}

/** The cards above the list, one for each target; the way to add one stands beside them. */
export const targetCards = (page: Page) =>
  page
    .getByRole('region', { name: 'Targets' })
    .getByRole('listitem')
    .filter({ hasNot: page.getByRole('button', { name: 'Add target' }) });

/** How many people the list says it has. */
export const people = (page: Page) =>
  page.getByRole('toolbar', { name: 'Search, filters and columns' }).getByRole('status');

/** Opens the dialog that makes a file of the list. */
export async function openExport(page: Page) {
  await page.getByRole('button', { name: 'More: import, export, fields' }).click();
  await page.getByRole('menuitem', { name: 'Export the list' }).click();
  await expect(page.getByRole('dialog', { name: 'Export the list' })).toBeVisible();
}
