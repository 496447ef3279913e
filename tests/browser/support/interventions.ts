import type { Page } from '@playwright/test';

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
