import type { Locator, Page } from '@playwright/test';
import { actorsOnMap } from './support/actors.ts';
import { choose } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import {
  heardIn,
  levelsOf,
  sayThings,
  standIn,
  statedAt,
  type InTable,
} from './support/view-tables.ts';

/** The pictures that stand side by side, beside the map; every-view.spec.ts has them on their own. */
const pictures: Readonly<Record<string, InTable>> = {
  'Interest and power': levelsOf,
  'Access and influence': statedAt,
  Attitude: levelsOf,
  Levels: (place) => [place],
  Sectors: (place) => [place],
  Salience: (place) => [place],
};

const mark = '; different on the other day';
const unmarked = (words: string) => words.replace(mark, '');

const bothDays = (page: Page) => page.getByRole('region', { name: /^\d+ \w+ \d{4}$/ });
const compare = async (page: Page, view: string) => {
  await page.getByRole('combobox', { name: 'What is compared' }).click();
  await page.getByRole('option', { name: view, exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'What is compared' })).toHaveText(view);
};

/** The names on the map of a day, as far as they are written out, and how many ties it has. */
async function drawnOnMap(day: Locator) {
  const map = day.getByRole('img', { name: /^Actors and ties on/ });
  const names = await map.locator('text.label').allTextContents();
  return {
    names: names.map((name) => name.replace(/\s+/g, ' ').trim()),
    ties: await map.locator('path.line').count(),
    marks: await map.locator('text.changed').count(),
  };
}

test('what two days draw stands in a table of each, and what is marked in the table of differences', async ({
  team,
}) => {
  const lead = await team.signIn({ viewport: { width: 1440, height: 1600 } });
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  const count = await actorsOnMap(page).count();
  await sayThings(page);
  await page.goto(`${team.address(process, 'actors')}?view=days&on=2023-01-01`);
  await expect(page.getByRole('img', { name: /^Actors and ties on/ })).toHaveCount(2);
  const days = bothDays(page);
  const sides = [days.nth(0), days.nth(1)];

  const maps = await Promise.all(sides.map(drawnOnMap));
  await choose(page, 'Shown as', 'Table');
  for (const [at, { names, ties }] of maps.entries()) {
    expect(names).toHaveLength(count);
    const rows = days.nth(at).getByRole('row');
    await standIn(
      rows,
      names.map((name) => `${name}: `),
    );
    const said = (await rows.getByRole('cell').allInnerTexts()).join('; ');
    expect(said.split(/ [–→] /).length - 1, 'each tie stands with both its ends').toBe(2 * ties);
  }
  expect(maps[0]?.ties).toBeLessThan(maps[1]?.ties ?? 0);
  await isAccessible(page, 'the tables of two days', 'main');

  for (const [view, says] of Object.entries(pictures)) {
    await test.step(view, async () => {
      await choose(page, 'Shown as', 'Picture');
      await compare(page, view);
      const heard = await Promise.all(sides.map((day) => heardIn(day.getByRole('option'))));
      await choose(page, 'Shown as', 'Table');
      for (const [at, words] of heard.entries()) {
        await standIn(days.nth(at).getByRole('row'), words.map(unmarked), says);
      }
      if (view !== 'Levels') return;
      const marked = heard.flat().filter((words) => words.endsWith(mark));
      const names = new Set(marked.map((words) => words.split(': ', 1)[0]));
      const differences = page.getByRole('region', { name: 'What is different' });
      const about = await differences.getByRole('rowheader').allInnerTexts();
      const known = new Set(heard.flat().map((words) => words.split(': ', 1)[0]));
      const named = about
        .flatMap((words) => words.split(/ [–→] |\n|, /))
        .filter((one) => known.has(one));
      expect(named).toContain('Council of Elders');
      expect(names).toEqual(new Set(named));
      expect(maps.map(({ marks }) => marks)).toEqual([names.size, names.size]);
    });
  }
});
