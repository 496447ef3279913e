import type { Page } from '@playwright/test';
import { tiesOnMap } from './support/actors.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { viewOf } from './support/views.ts';

const slider = (page: Page) => page.getByRole('slider', { name: 'Day that is shown' });
const shownDay = (page: Page, words: string | RegExp) =>
  expect(slider(page)).toHaveAttribute('aria-valuetext', words);
const said = (page: Page) => page.getByRole('region', { name: 'Over time' }).getByRole('status');

test('changes are played to the end, stopped and gone through by key, and listed', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  const all = await tiesOnMap(page).count();
  await page.getByRole('button', { name: 'Over time' }).click();
  await shownDay(page, 'All that is known now');

  // By key, from change to change; then a day at a time. Stages come with the ledger, later.
  await expect(async () => {
    await slider(page).press('End');
    await slider(page).press('PageUp');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /2 changes of stage$/, {
      timeout: 1000,
    });
  }).toPass();
  await slider(page).press('PageUp');
  await shownDay(page, /^\d+ \w+ \d{4}: 1 change of stage$/);
  const near = await slider(page).inputValue();
  await slider(page).press('ArrowLeft');
  await shownDay(page, /nothing changed on this day$/);

  // Less motion was asked for: slow, and nothing moves between two days.
  await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveText('Slow');
  await page.getByRole('combobox', { name: 'Speed' }).click();
  await page.getByRole('option', { name: 'Fast' }).click();
  await slider(page).press(' ');
  await expect(said(page)).toHaveText(/^Playing from .*: 2 days on which something changed\.$/);
  await expect(slider(page)).toHaveValue(near);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expect(page.getByRole('button', { name: 'Play the changes' })).toBeVisible();
  await expect(said(page)).toHaveText('Played to the end: all that is known now.');
  await shownDay(page, 'All that is known now');
  await expect(tiesOnMap(page)).toHaveCount(all);

  // From the first day, stopped.
  await page.getByRole('button', { name: 'Play the changes' }).click();
  await expect(said(page)).toHaveText(/^Playing from 12 Jun 1994/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(said(page)).toHaveText(/^Stopped at /);
  expect(await tiesOnMap(page).count()).toBeLessThan(all);

  await page.getByRole('button', { name: 'List of changes' }).click();
  const list = page.getByRole('region', { name: 'List of changes' });
  await page.getByRole('button', { name: 'All days' }).click();
  await expect(list.getByRole('row').filter({ hasText: 'Other initiative begins' })).toHaveCount(4);
  await expect(list.getByRole('row').filter({ hasText: 'Last day of an initiative' })).toHaveCount(
    1,
  );
  await list.getByRole('button', { name: 'Show 12 May 2025' }).click();
  await shownDay(page, '12 May 2025: 1 other initiative begins');
  await isAccessible(page, 'the line of days', 'section[aria-label="Over time"]');
});

test('every view that has days stands beside itself on another day', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  await page.goto(`${page.url()}?view=days&on=2023-01-01`);
  const difference = page.getByRole('region', { name: 'What is different' });
  await expect(difference.getByRole('row').filter({ hasText: 'runs' })).toHaveCount(4);
  await expect(page.getByRole('img', { name: 'Actors and ties on 1 Jan 2023' })).toBeVisible();
  for (const [view, title] of [
    ['Interest and power', 'Interest against Structural power, 1 Jan 2023'],
    ['Attitude', 'Attitude to the process, 1 Jan 2023'],
    ['Levels', 'Levels of leadership, 1 Jan 2023'],
    ['Sectors', 'Sectors, 1 Jan 2023'],
    ['Salience', 'Salience by Structural power, 1 Jan 2023'],
  ] as const) {
    await page.getByRole('combobox', { name: 'What is compared' }).click();
    await page.getByRole('option', { name: view, exact: true }).click();
    await expect(viewOf(page, title)).toBeVisible();
  }
  await page.getByRole('combobox', { name: 'What is compared' }).click();
  await page.getByRole('option', { name: 'Convening', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Conveners and parties' })).toHaveCount(2);
  await isAccessible(page, 'two days of convening', '.print-alone');
});
