import { expect, type Page } from '@playwright/test';
import { goTo } from './frame.ts';
import { chooseView } from './views.ts';

/*
 * What is done for whom beyond leading the talks, in the words that stand on the screen.
 */

export const evenHandMatrix = (page: Page) =>
  page.getByRole('grid', { name: 'Offered and taken up, party by party' });

/** Plans something for all parties; the rest of the form stays as it is offered. */
export async function planForAll(page: Page, what: string, purpose = '') {
  await page.getByRole('button', { name: 'Plan an intervention' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan an intervention' });
  await dialog.getByLabel('What is to be done').fill(what);
  await dialog.getByLabel('Purpose').fill(purpose);
  await dialog.getByRole('button', { name: 'Put on record' }).click();
  return page.getByRole('article', { name: what });
}

/** Plans something for all, from the board of actors and back to it. */
export async function planSomething(page: Page, what: string) {
  await goTo(page, 'process');
  await chooseView(page, 'Even-handedness');
  await expect(await planForAll(page, what)).toBeVisible();
  await goTo(page, 'actors');
}

/** Answers the first question of the checklist, from the board of actors and back to it. */
export async function answerSomething(page: Page, text: string) {
  await goTo(page, 'process');
  await chooseView(page, 'Fundamentals');
  const main = page.getByRole('main');
  await main
    .getByRole('button', { name: /^Answer/ })
    .first()
    .click();
  await main.getByLabel('What we say to it, or why it is put aside').fill(text);
  await main.getByRole('button', { name: 'Put on record' }).click();
  await main.getByText('All questions').click();
  await expect(main.getByText(/^Answered by/)).toBeVisible();
  await goTo(page, 'actors');
}
