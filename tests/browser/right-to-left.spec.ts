import { actorsOnMap } from './support/actors.ts';
import { assessSheet } from './support/assess.ts';
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
  viewsOf,
} from './support/turned-over.ts';
import { names, writeNames } from './support/two-scripts.ts';
import { writeBoard } from './support/write-board.ts';

test('every view of the actors board in a page that runs from right to left', async ({
  parley,
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'حوار مياه البحيرة');
  await writeBoard(lead, parley.origin, process, writeNames);
  const page = await team.open(lead, process, 'actors');
  await expect(actorsOnMap(page)).toHaveCount(names.length);
  const views = await viewsOf(page);
  expect(views.length).toBeGreaterThan(10);
  const order = async () => {
    const places = await lefts(actorsOnMap(page).locator('.body'));
    return places.map((left) => left - Math.min(...places));
  };
  const before = await order();
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));

  // What goes along the line is turned over; what is a place on a map is not.
  const title = page.getByRole('heading', { level: 1 });
  expect(await leftOf(page.getByRole('navigation', { name: 'Boards' }))).toBeGreaterThan(
    await leftOf(title),
  );
  expect(await lefts(pinned(page))).toEqual(rising(await lefts(pinned(page))).toReversed());
  await expect.poll(order).toEqual(before);

  // All lines of a name run as its first letter does, as in the exported picture.
  const runs = await actorsOnMap(page)
    .locator('text.label')
    .evaluateAll((all) =>
      all.map((label) => [label.textContent.trim()[0], getComputedStyle(label).direction]),
    );
  expect(runs).toHaveLength(names.length);
  for (const [first = '', direction] of runs)
    expect(direction, first).toBe(/[a-z]/i.test(first) ? 'ltr' : 'rtl');

  for (const view of views) {
    await test.step(view, async () => {
      await show(page, view);
      await expect(
        page.locator('#board .content').locator(content).filter({ visible: true }).first(),
      ).toBeVisible();
      for (const size of [desk, phone]) {
        await page.setViewportSize(size);
        expect.soft(await faultsOf(page), `${view}, ${size.width} px wide`).toEqual([]);
      }
      await page.setViewportSize(desk);
      // The first column stands at the right; a scale grows to the right, as everywhere.
      const heads = await lefts(page.locator('#board').getByRole('columnheader'));
      expect.soft(heads, `columns of ${view}`).toEqual(rising(heads).toReversed());
      const levels = await lefts(page.locator('#board .grid .foot'));
      expect.soft(levels, `scale of ${view}`).toEqual(rising(levels));
    });
  }

  // A Latin name in a list of Arabic ones begins where they do.
  await show(page, 'Convening');
  const latin = page.getByRole('complementary').getByText('Premier’s Office');
  const indent = await latin.evaluate((name) => {
    const words = document.createRange();
    words.selectNodeContents(name);
    return name.getBoundingClientRect().right - words.getBoundingClientRect().right;
  });
  expect(Math.abs(indent)).toBeLessThan(8);

  await show(page, 'Network');
  await actorsOnMap(page).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('a');
  const next = assessSheet(page).getByRole('button', { name: 'Next actor' });
  await expect(next.locator('svg')).toHaveCSS('scale', '-1 1');
  expect(await leftOf(next)).toBeLessThan(
    await leftOf(assessSheet(page).getByRole('button', { name: 'Previous actor' })),
  );
});
