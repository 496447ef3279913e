import type { Page } from '@playwright/test';

/** The button of the menu that holds the views which do not stand beside the title. */
const viewMenu = (page: Page) =>
  page.getByRole('main').locator('.switch').getByRole('button', { expanded: false });

/** Chooses one of the views that stand in the menu. */
export async function chooseView(page: Page, name: string) {
  await viewMenu(page).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
}

/** What all views of the actors board are called: on a phone every one stands in the menu. */
export async function allViews(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await viewMenu(page).click();
  await page.getByRole('menuitemradio').first().waitFor();
  const names = await page.getByRole('menuitemradio').allInnerTexts();
  await page.keyboard.press('Escape');
  if (size) await page.setViewportSize(size);
  return names;
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
