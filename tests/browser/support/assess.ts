import type { Locator, Page } from '@playwright/test';

/** Where one says how one reads actors. */
export const assessSheet = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Assess actors' });

/** Says what the next readings rest on, in the open sheet. */
export async function beginToAssess(page: Page, rests: string): Promise<Locator> {
  await assessSheet(page).getByLabel('What your readings rest on').click();
  await page.getByRole('option', { name: rests }).click();
  return assessSheet(page);
}
