import { expect, type Locator, type Page } from '@playwright/test';

/*
 * Blind rounds, in the words that stand on the screen.
 */

/** The round that is shown. */
export const round = (page: Page, title: string): Locator =>
  page.getByRole('article', { name: title });

/** Says in the open round what one's ratings rest on. */
export async function saySource(page: Page, rests: string) {
  await page.getByLabel('What your readings rest on').click();
  await page.getByRole('option', { name: rests }).click();
}

/** Gives one level after the other by keyboard, beginning with the first kind of the actor that is shown. */
export async function rate(page: Page, levels: readonly string[]) {
  await page
    .getByRole('radiogroup', { name: 'Structural power' })
    .getByRole('radio')
    .first()
    .focus();
  for (const level of levels) await page.keyboard.press(level);
}

/** Writes down why the first kind of the actor that is shown is rated so. */
export async function sayWhy(page: Page, why: string) {
  await page.getByRole('button', { name: 'Why: Structural power' }).click();
  await page.getByLabel('Why you read it so').fill(why);
  await page.getByRole('button', { name: 'Save reading' }).click();
  await expect(page.getByLabel('Why you read it so')).toBeHidden();
}

/**
 * Opens a round on so many of the actors of the map, as a host.
 * @param convener whose access and influence is rated besides
 */
export async function openRound(page: Page, title: string, actors: number, convener?: string) {
  await page.getByRole('button', { name: 'Open a round' }).click();
  await page.getByLabel('What it is called').fill(title);
  if (convener !== undefined) {
    for (const kind of ['Access', 'Influence'])
      await page.getByRole('checkbox', { name: kind }).check();
    await page.getByRole('combobox', { name: 'Whose access and influence' }).fill(convener);
    await page.getByRole('option', { name: convener }).first().click();
  }
  const list = page.getByRole('group', { name: /^Actors/ });
  await list.getByRole('button', { name: 'None' }).click();
  for (let actor = 0; actor < actors; actor += 1)
    await list.getByRole('checkbox').nth(actor).check();
  await page.getByRole('button', { name: 'Open the round' }).click();
  await expect(round(page, title)).toBeVisible();
}

export async function revealRound(page: Page) {
  await page.getByRole('button', { name: 'Reveal the ratings' }).click();
  await page.getByRole('button', { name: 'Reveal the ratings' }).click();
}
