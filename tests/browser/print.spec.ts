import type { Page } from '@playwright/test';
import { actorsMap, actorsOnMap } from './support/actors.ts';
import { choose } from './support/frame.ts';
import { expect, test } from './support/test.ts';
import { chooseView, viewOf } from './support/views.ts';

/** Lays the page out as it does for paper. */
async function onPaper(page: Page, see: () => Promise<void>) {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation', { name: 'Boards' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add actor' }).first()).toBeHidden();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
  await see();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null, colorScheme: null });
}

test('the map and the tables are printed whole, without what stands around them', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  await expect(actorsOnMap(page).first()).toBeVisible();
  const actors = await actorsOnMap(page).count();

  // Narrower than the screen, as a page is: the drawing shrinks with it and loses nothing.
  const edge = async () => {
    const boxes = await actorsOnMap(page)
      .locator('.body')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    return Math.max(...boxes);
  };
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(actorsMap(page)).toHaveAttribute('viewBox', /^-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+$/);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(actorsMap(page)).not.toHaveAttribute('viewBox');
  await onPaper(page, async () => {
    await expect(page.getByText('Network · Lake Meridia water dialogue')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Legend' })).toBeVisible();
    expect(await edge()).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  });

  // Whose word it is stands there too: on paper nobody knows who "you" is.
  await chooseView(page, 'Interest and power');
  await expect(viewOf(page, 'Interest against Structural power')).toBeVisible();
  await onPaper(page, async () => {
    await expect(page.getByText(/^Lake Meridia water dialogue · \d/)).toBeVisible();
    await expect(page.getByText('“You” is Nadia Haddad.')).toBeVisible();
    await expect(page.getByText('moving it changes')).toBeHidden();
  });

  // Days are written as everywhere else, not as the browser has them in its fields.
  await page.goto(`${page.url().split('?')[0]}?view=days&on=2023-01-01`);
  const first = page.getByRole('region', { name: '1 Jan 2023' });
  await expect(first.getByLabel('First day')).toHaveValue('2023-01-01');
  await expect(first.getByText('1 Jan 2023', { exact: true })).toBeHidden();
  await onPaper(page, async () => {
    await expect(first.getByText('1 Jan 2023', { exact: true })).toBeVisible();
    await expect(first.getByLabel('First day')).toBeHidden();
  });

  await choose(page, 'View', 'Table');
  await expect(page.getByRole('grid')).toBeVisible();
  await onPaper(page, async () => {
    const table = page.getByRole('table');
    await expect(table.getByRole('row')).toHaveCount(actors + 1);
    await expect(table).toContainText('Premier’s Office');
    await expect(page.getByRole('grid')).toBeHidden();
  });
  await expect(page.getByRole('table')).toHaveCount(0);
});
