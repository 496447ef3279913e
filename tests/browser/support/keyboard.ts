import { expect, type Locator, type Page } from '@playwright/test';

/** Stops of the Tab key before something counts as out of reach. */
const most = 80;

/** Comes to a place with the Tab key alone, as somebody does who uses no pointer. */
export async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(place).toBeVisible();
  for (let stop = 0; stop < most; stop += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(place)} cannot be reached with ${key}`);
}
