import type { Point } from '@parley/model/map';
import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './frame.ts';

/*
 * The actors board, in the words that stand on the screen.
 */

export const actorsMap = (page: Page) =>
  page.getByRole('group', { name: 'Map of actors and ties' });

export const actorsOnMap = (page: Page) =>
  actorsMap(page).getByRole('listbox', { name: 'Actors' }).getByRole('option');

export const tiesOnMap = (page: Page) =>
  actorsMap(page).getByRole('listbox', { name: 'Ties' }).getByRole('option');

/** An actor on the map; its label begins with its name. */
export const actorOnMap = (page: Page, name: string) =>
  actorsOnMap(page).and(page.getByRole('option', { name: `${name}:` }));

/** The panel that shows the one actor that is chosen. */
export const actorPanel = (page: Page) => page.getByRole('complementary', { name: 'Actor' });

export const nameField = (page: Page) => actorPanel(page).getByLabel('Name', { exact: true });

/** Adds an actor with the button and types its name. */
export async function addActor(page: Page, name: string) {
  await page.getByRole('button', { name: 'Add actor' }).first().click();
  await expect(nameField(page)).toBeFocused();
  await nameField(page).fill(name);
  await expect(actorOnMap(page, name)).toBeVisible();
}

/** Chooses an actor with the pointer, on its circle. */
export async function chooseActor(page: Page, name: string) {
  const { x, y } = await middleOf(actorBody(page, name));
  await page.mouse.click(x, y);
  await expect(actorOnMap(page, name)).toHaveAttribute('aria-selected', 'true');
}

/** The circle or square of an actor, without its label. */
export const actorBody = (page: Page, name: string) => actorOnMap(page, name).locator('.body');

/** Draws a tie from the panel of one actor to another. */
export async function addTie(page: Page, from: string, to: string, kind: string) {
  await chooseActor(page, from);
  await actorPanel(page).getByRole('button', { name: 'Add tie' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add tie' });
  await dialog.getByRole('combobox', { name: 'To' }).fill(to);
  await dialog.getByRole('option', { name: to }).click();
  await choose(dialog, 'Kind of tie', kind);
  await dialog.getByRole('button', { name: 'Add this tie' }).click();
  await expect(dialog).toBeHidden();
}

/** Where something stands on the screen, in pixels. */
export async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error('What was to be pointed at is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The drawing of the map. */
export const drawing = 'svg[data-map]';

/** Where a point of the map is on the page. */
export function placeOnScreen(page: Page, { x, y }: Point): Promise<Point> {
  return page.locator(drawing).evaluate(
    (svg, at) => {
      const drawn = svg.querySelector<SVGGElement>(':scope > g')?.getScreenCTM();
      if (!drawn) throw new Error('The map is not drawn');
      const { x, y } = new DOMPoint(at.x, at.y).matrixTransform(drawn);
      return { x, y };
    },
    { x, y },
  );
}
