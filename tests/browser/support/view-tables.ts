import { expect, type Locator, type Page } from '@playwright/test';
import { actorsOnMap, chooseActor } from './actors.ts';
import { beginToAssess } from './assess.ts';
import { state } from './convening.ts';

/*
 * What a picture of actors says to readers of the screen, held against the table in its place.
 */

/** What the cells of an actor's row are to say of its place in the picture. */
export type InTable = (place: string) => readonly (string | RegExp)[];

/** Every actor of a picture, as readers of the screen hear it: `name: place`. */
export const heardIn = async (options: Locator) => {
  await options.first().waitFor();
  return options.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
};

/** `Interest 3, Structural power unknown`, or what is said of one in a tray: `Interest 3; Not known to you`. */
export const levelsOf = (place: string) => {
  const [said = ''] = place.split('; ');
  if (said.startsWith('Not ')) return ['Not assessed'];
  return said
    .split(', ')
    .map((one) => new RegExp(`^${one.replace(/^.* /, '').replace('+', '\\+')}$`));
};

/** `Nadia Halden; Access 4, Influence 1: Access without influence`, as a sentence of the table. */
export const statedAt = (place: string) => {
  const [where = '', conveners = ''] = place.split('; ').toReversed();
  const [levels = '', flag] = where.split(': ');
  const words = levels.startsWith('Nothing') ? levels : levels.replace(/[AI]\w+ /g, lower);
  return [words, ...conveners.split(', '), ...(flag === undefined ? [] : [/^So say/])];
};
const lower = (text: string) => text.toLowerCase();

/** Each actor of a picture has one row, which says its place there. */
export async function standIn(rows: Locator, heard: readonly string[], says?: InTable) {
  for (const words of heard) {
    const colon = words.indexOf(': ');
    const actor = words.slice(0, colon);
    const row = rows.filter({
      has: rows.page().getByRole('rowheader').getByText(actor, { exact: true }),
    });
    await expect(row, `the row of ${actor}`).toHaveCount(1);
    for (const said of says?.(words.slice(colon + 2)) ?? []) {
      const cell = row.getByRole('cell').filter({ hasText: said });
      await expect(cell.first(), `${actor}: ${said}`).toBeVisible();
    }
  }
}

/** Reads one actor in full and the next in part, and says who can bring a third. */
export async function sayThings(page: Page) {
  await chooseActor(page, 'Council of Elders');
  await page.keyboard.press('a');
  const sheet = await beginToAssess(page, 'Seen ourselves');
  await sheet.getByRole('radio').first().focus();
  for (const level of ['4', '2', '1', '3', '3', '4', '3', '2']) {
    await page.keyboard.press(level);
    await page.keyboard.press('ArrowDown');
  }
  await expect(sheet).toContainText('8 of 8 kinds read');
  await page.keyboard.press('n');
  await expect(sheet).toContainText('0 of 8 kinds read');
  await expect(sheet.getByRole('radio').and(page.locator(':focus'))).toHaveCount(1);
  for (const key of ['1', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'u']) {
    await page.keyboard.press(key);
  }
  await expect(sheet).toContainText('2 of 8 kinds read');
  await page.goto(`${page.url().split('?')[0]}?view=convening`);
  await state(page, {
    ...{ convener: 'Nadia Halden', party: 'Premier’s Office', source: 'Normative power' },
    figures: ['4', '1', 'u'],
  });
  await expect(page.getByRole('complementary').getByRole('article')).toBeVisible();
  await page.goto(`${page.url().split('?')[0]}?view=network`);
  await actorsOnMap(page).first().waitFor();
}
