import type { Page } from '@playwright/test';

/** Chooses one of the views that stand in the menu. */
export async function chooseView(page: Page, name: string) {
  const more = page.getByRole('button', {
    name: /^(More views|Interest|Attitude|Levels|Sectors|Salience|Two days)/,
  });
  await more.first().click();
  await page.getByRole('menuitemradio', { name }).click();
}

/** The picture of a view. */
export const viewOf = (page: Page, title: string) =>
  page.getByRole('group', { name: title, exact: true });

/** An actor in the picture of a view; its label begins with its name. */
export const actorInView = (page: Page, name: string) =>
  page.locator('.print-alone').getByRole('option', { name });

/** Says what a reading rests on, where a move asks for it. */
export async function sayGrounds(page: Page, rests: string) {
  const dialog = page.getByRole('dialog', { name: 'What this reading rests on' });
  await dialog.getByLabel('What your readings rest on').click();
  await page.getByRole('option', { name: rests }).click();
  await dialog.getByRole('button', { name: 'Save reading' }).click();
}
