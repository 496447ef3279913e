import type { Page } from '@playwright/test';
import { tabTo } from './support/keyboard.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import {
  content,
  desk,
  faultsOf,
  leftOf,
  lefts,
  phone,
  pinned,
  rising,
  show,
  switcher,
  viewsOf,
} from './support/turned-over.ts';

/*
 * What holds of every view of the participants board. What each does besides has a test of its own.
 */

const views = [
  ...['Table', 'Stages', 'Screening', 'Sessions', 'Letters', 'Report', 'Over time', 'Pictures'],
];

/** A view is there once it has something to show, and says no more that it is on its way. */
async function isThere(page: Page) {
  await expect(
    page.locator('#board .content').locator(`${content}, ul`).filter({ visible: true }).first(),
  ).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^(Loading|Opening)/ })).toHaveCount(0);
}

test('every view of the participants board in a page that runs from right to left', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  expect(await viewsOf(page), 'the views that stand here').toEqual(views);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));

  const title = page.getByRole('heading', { level: 1 });
  expect(await leftOf(page.getByRole('navigation', { name: 'Boards' }))).toBeGreaterThan(
    await leftOf(title),
  );
  expect(await lefts(pinned(page))).toEqual(rising(await lefts(pinned(page))).toReversed());
  for (const view of views) {
    await test.step(view, async () => {
      await show(page, view);
      await isThere(page);
      for (const size of [desk, phone]) {
        await page.setViewportSize(size);
        expect.soft(await faultsOf(page), `${view}, ${size.width} px wide`).toEqual([]);
      }
      await page.setViewportSize(desk);
      for (const table of await page.locator('#board table, #board [role="grid"]').all()) {
        const heads = await lefts(table.getByRole('columnheader'));
        expect.soft(heads, `columns of ${view}`).toEqual(rising(heads).toReversed());
      }
    });
  }

  await test.step('arrows go where they point', async () => {
    await show(page, 'Table');
    await page.getByRole('rowheader').first().click();
    const focused = page.locator(':focus');
    const before = await leftOf(focused);
    await page.keyboard.press('ArrowLeft');
    expect(await leftOf(focused)).toBeLessThan(before);
    await page.keyboard.press('ArrowRight');
    expect(await leftOf(focused)).toBe(before);
  });
});

test('every view of the participants board fits a phone, and is accessible there and at a desk', async ({
  team,
}) => {
  const lead = await team.signIn({ viewport: phone, hasTouch: true });
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  for (const view of views) {
    await test.step(view, async () => {
      await page.setViewportSize(phone);
      await show(page, view);
      await isThere(page);
      expect.soft(await faultsOf(page), view).toEqual([]);
      await isAccessible(page, `${view} on a phone`, 'main');
      await page.setViewportSize(desk);
      await isThere(page);
      await isAccessible(page, view, 'main');
    });
  }
});

test('every view of the participants board is chosen, entered and left by keyboard alone', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  for (const view of views.slice(2)) {
    await test.step(view, async () => {
      await tabTo(page, switcher(page).first(), 'Shift+Tab');
      await page.keyboard.press('Enter');
      const items = page.getByRole('menuitemradio');
      await expect(items.first()).toBeVisible();
      await page.keyboard.press('Home');
      await expect(items.first()).toBeFocused();
      const index = (await items.allInnerTexts()).indexOf(view);
      for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown');
      await expect(items.nth(index)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(switcher(page).first()).toHaveText(view);
      await isThere(page);
      // Into what it shows, and out of it again.
      const inside = page.locator('#board .content').locator(':focus');
      await expect(async () => {
        await page.keyboard.press('Tab');
        await expect(inside).toHaveCount(1, { timeout: 10 });
      }).toPass();
      await page.keyboard.press('Shift+Tab');
    });
  }
});
