import type { Locator, Page } from '@playwright/test';
import { actorsOnMap } from './support/actors.ts';
import { assessSheet } from './support/assess.ts';
import { expect, test } from './support/test.ts';
import { names, writeNames } from './support/two-scripts.ts';
import { writeBoard } from './support/write-board.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** What any view has once it is there. */
const content = 'h2, h3, [role="grid"], [role="listbox"], table';

const switcher = (page: Page) =>
  page.locator('#board header').getByRole('button').and(page.locator('[aria-haspopup="menu"]'));
const pinned = (page: Page) => page.getByRole('radiogroup', { name: 'View' }).getByRole('radio');

/** All views of the board, by the names in the switch. */
async function viewsOf(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(phone);
  await switcher(page).first().click();
  const all = await page.getByRole('menuitemradio').allInnerTexts();
  await page.keyboard.press('Escape');
  await page.setViewportSize(desk);
  return all.map((name) => name.trim());
}

async function show(page: Page, view: string) {
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
function faultsOf(page: Page): Promise<readonly string[]> {
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

const leftOf = async (place: Locator): Promise<number> => (await place.boundingBox())?.x ?? NaN;
const lefts = (places: Locator): Promise<readonly number[]> =>
  places.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
const rising = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

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
