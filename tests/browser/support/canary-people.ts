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

/** Puts on record what they answered, in words; it moves nobody. */
export async function recordReply(page: Page, words: string) {
  await page.getByRole('complementary').getByRole('button', { name: 'Record reply' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Reply' }).click();
  await page.getByRole('option', { name: 'Undecided' }).click();
  await dialog.getByLabel('What they said, in our words').fill(words);
  await dialog.getByRole('button', { name: 'Record reply' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('complementary')).toContainText(words);
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
}

/** Writes by what people are to be screened. */
export async function writeCriterion(page: Page, criterion: string) {
  await page.goto(new URL('?view=screening', page.url()).href);
  await page.getByRole('button', { name: 'Add criterion' }).click();
  await page.getByLabel('Criterion', { exact: true }).fill(criterion);
  await page.keyboard.press('Tab');
  await goTo(page, 'actors');
}

/** Locks the criterion and scores the first person by it, in a screening that is never revealed. */
export async function screenBlindly(page: Page, criterion: string) {
  await goTo(page, 'participants');
  await page.goto(new URL('?view=screening', page.url()).href);
  await page.getByRole('button', { name: 'Agree and lock' }).click();
  await page.getByRole('button', { name: 'Open a screening' }).click();
  for (const [which, name] of [
    ['First screener', /^Nadia/],
    ['Second screener', /^Bilal/],
  ] as const) {
    await page.getByLabel(which).click();
    await page.getByRole('option', { name }).click();
  }
  await page.getByRole('button', { name: 'Open a screening' }).click();
  const sheet = page.getByRole('region', { name: 'Your sheet' });
  await sheet.getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await sheet.getByLabel(`Why: ${criterion}`).fill(`${criterion} blind`);
  await page.keyboard.press('Tab');
  // It is at the server: one's own come back.
  await expect(sheet).toContainText('1 of 1 scored');
  await page.reload();
  await expect(sheet.getByLabel(`Why: ${criterion}`)).toHaveValue(`${criterion} blind`);
  await goTo(page, 'actors');
}
