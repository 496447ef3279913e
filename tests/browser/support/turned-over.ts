import { expect, type Locator, type Page } from '@playwright/test';

/*
 * What is asked of every view of a board in a page that runs from right to left, and on a phone.
 */

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** What any view has once it is there. */
export const content = 'h2, h3, [role="grid"], [role="listbox"], table';

export const switcher = (page: Page) =>
  page.locator('#board header').getByRole('button').and(page.locator('[aria-haspopup="menu"]'));
export const pinned = (page: Page) =>
  page.getByRole('radiogroup', { name: 'View' }).getByRole('radio');

/** All views of the board, by the names in the switch. */
export async function viewsOf(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(phone);
  await switcher(page).first().click();
  const all = await page.getByRole('menuitemradio').allInnerTexts();
  await page.keyboard.press('Escape');
  await page.setViewportSize(desk);
  return all.map((name) => name.trim());
}

export async function show(page: Page, view: string) {
  // When the window changed, the views beside the title come or go a moment later.
  if ((page.viewportSize() ?? phone).width >= 700) await expect(pinned(page).first()).toBeVisible();
  else await expect(pinned(page)).toHaveCount(0);
  const beside = pinned(page).and(page.getByRole('radio', { name: view, exact: true }));
  if ((await beside.count()) > 0) {
    await beside.check({ force: true });
    return;
  }
  await switcher(page).first().click();
  await page.getByRole('menuitemradio', { name: view, exact: true }).click();
  await expect(switcher(page).first()).toHaveText(view);
}

/** What stands out of the window and cannot be scrolled to, and names that stand on one another. */
export function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
    const held = (element: Element): boolean => {
      for (let up = element.parentElement; up && up.id !== 'board'; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== 'visible') return true;
      }
      return element.closest('svg') !== null;
    };
    for (const element of document.querySelectorAll('#board *:not(.unseen, .unseen *)')) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > innerWidth + 1) && !held(element)) {
        faults.push(`out of the window: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    const labels = [...document.querySelectorAll('#board [role="option"] :is(.name, text)')]
      .map((label) => ({ words: label.textContent, box: label.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        const across =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 2) faults.push(`${one.words} stands on ${other.words}`);
      }
    }
    return faults;
  });
}

export const leftOf = async (place: Locator): Promise<number> =>
  (await place.boundingBox())?.x ?? NaN;
export const lefts = (places: Locator): Promise<readonly number[]> =>
  places.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
export const rising = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
