import { expect, type Page } from '@playwright/test';
import { goTo } from './frame.ts';
import { addPeople, list } from './participants.ts';

/*
 * Puts a word into each kind of place that the participants board has.
 */

export async function addPerson(page: Page, name: string) {
  await goTo(page, 'participants');
  await addPeople(page, name);
}

/** Writes who stands behind the pseudonym. */
export async function nameLastPerson(page: Page, name: string) {
  await list(page).getByRole('rowheader').last().click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.keyboard.press('Tab');
}

/** Puts on record why they do not come. */
export async function declineLastPerson(page: Page, reason: string) {
  await page.getByRole('complementary').getByRole('combobox', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'Declined' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stage: Declined' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Change the stage' }).click();
  await expect(list(page).getByRole('row').last()).toContainText('Declined');
}

export async function writeLetter(page: Page, subject: string) {
  await page.goto(new URL('?view=letters', page.url()).href);
  await page.getByRole('button', { name: 'Make the first letter' }).click();
  await page.getByLabel('Subject').fill(subject);
  await page.keyboard.press('Tab');
  await goTo(page, 'actors');
}
