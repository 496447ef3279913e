import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { block, blockPanel } from './support/agenda.ts';
import { allSaved, choose } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { smallTargets } from './support/touch.ts';

const columns = (page: Page) => page.getByRole('dialog', { name: 'Columns of your own' });

async function openColumns(page: Page) {
  await page.getByRole('button', { name: 'More for the agenda' }).click();
  await page.getByRole('menuitem', { name: 'Columns…' }).click();
  await expect(columns(page)).toBeVisible();
}

/** Writes into a field of the block's panel. */
async function write(page: Page, label: string, text: string) {
  const field = blockPanel(page).getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Tab');
}

test('minutes kept free after a block move what follows, on every screen', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const page = await team.open(lead, process, 'agenda');
  const theirs = await team.open(colleague, process, 'agenda');
  await block(page, 'How each side sees the lake').click();
  await write(page, 'Free after it', '20');
  for (const each of [page, theirs]) {
    await expect(block(each, 'How each side sees the lake')).toHaveAccessibleName(
      /09:30 to 10:45.*20 min kept free after it/,
    );
    await expect(block(each, 'Lunch').first()).toHaveAccessibleName(/12:50 to 13:50/);
    await expect(each.getByText('20 min kept free', { exact: true })).toBeVisible();
  }
  await write(page, 'Free after it', '1.5');
  await expect(blockPanel(page).getByText('Whole minutes, from 0 to 1440.')).toBeVisible();
  await expect(block(theirs, 'Lunch').first()).toHaveAccessibleName(/12:50 to 13:50/);
});

test('pairs of languages decide whom a language reaches', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'agenda');
  const unreached = page.getByText(/^Nobody interprets in How each side sees the lake for:/);
  await expect(page.getByText(/^135 min without a break on Day 2/)).toBeVisible();
  await expect(unreached).toHaveCount(0);

  await block(page, 'How each side sees the lake').click();
  const panel = blockPanel(page);
  await panel.getByRole('button', { name: 'Take out EN → AR' }).click();
  await expect(panel.getByText('AR → EN')).toBeVisible();
  await expect(panel.getByText('EN → AR')).toHaveCount(0);
  await isAccessible(page, 'a block with pairs of languages');
  await block(page, 'How each side sees the lake').focus();
  await page.keyboard.press('Escape');
  await page.mouse.click(700, 880);
  await expect(unreached).toBeVisible();
  await expect(page.getByText('They neither speak nor have interpreted: EN.')).toBeVisible();

  await block(page, 'How each side sees the lake').click();
  await panel.getByLabel('From', { exact: true }).fill('en');
  await panel.getByLabel('Into', { exact: true }).fill('en');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(panel.getByRole('alert')).toHaveText('Name two different languages.');
  await panel.getByLabel('Into', { exact: true }).fill('ar');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(panel.getByText('EN → AR')).toBeVisible();
  await write(page, 'Note-taker', 'Amira');
  await allSaved(page);
});

test('a column of the team’s own stands at the block, in the list and in its edition alone', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const page = await team.open(lead, process, 'agenda');
  const theirs = await team.open(colleague, process, 'agenda');
  await openColumns(page);
  const dialog = columns(page);
  await expect(dialog.getByText('Used by 2 blocks')).toBeVisible();
  await dialog.getByLabel('New column').fill('room SET-UP');
  await dialog.getByRole('button', { name: 'Add column' }).click();
  await expect(dialog.getByText('There is a column of this name.')).toBeVisible();
  await dialog.getByLabel('New column').fill('Please bring');
  await dialog.getByRole('button', { name: 'Add column' }).click();
  const bring = dialog.getByRole('listitem').filter({ hasText: 'Used by 0 blocks' });
  await bring.getByRole('switch', { name: 'Also in what participants are given' }).check();
  await isAccessible(page, 'columns of the agenda', '[role="dialog"]');
  await page.keyboard.press('Escape');

  await choose(theirs, 'View', 'List');
  const cell = (column: string) =>
    theirs.getByLabel(`${column}: How each side sees the lake`, { exact: true });
  await expect(cell('Room set-up')).toHaveValue('Hollow square, name cards by lot');
  await expect(cell('Note-taker')).toHaveValue('Tomás');
  await cell('Please bring').fill('Your gauge readings');
  await cell('Please bring').press('Enter');
  await cell('Interpretation').fill('ar>en; en');
  await cell('Interpretation').press('Enter');
  await expect(cell('Interpretation')).toHaveValue('ar>en, en>ar');
  await block(page, 'How each side sees the lake').click();
  await expect(blockPanel(page).getByLabel('Please bring')).toHaveValue('Your gauge readings');
  await allSaved(theirs);

  await theirs.emulateMedia({ media: 'print' });
  await expect(theirs.getByRole('columnheader', { name: 'Please bring' }).first()).toBeVisible();
  await expect(theirs.getByRole('columnheader', { name: 'Room set-up' }).first()).toBeHidden();
  await theirs.emulateMedia({ media: null });

  for (const [edition, isTeams] of [
    ['Participants', false],
    ['Facilitators', true],
  ] as const) {
    const csv = await saved(page, edition);
    expect(csv).toContain('Your gauge readings');
    for (const word of ['Hollow square, name cards', 'Room set-up', 'Note-taker', 'ar>en']) {
      expect(csv.includes(word), `${word} for ${edition}`).toBe(isTeams);
    }
  }

  await openColumns(page);
  await dialog.getByRole('button', { name: 'Remove Room set-up' }).click();
  await expect(cell('Room set-up')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell('Room set-up')).toHaveValue('Hollow square, name cards by lot');
});

/** The agenda as CSV. */
async function saved(page: Page, edition: string): Promise<string> {
  await page.getByRole('button', { name: 'More for the agenda' }).click();
  await page.getByRole('menuitem', { name: 'Save as a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save the agenda' });
  await dialog.getByRole('radio', { name: edition }).check({ force: true });
  await dialog.getByRole('radio', { name: 'CSV', exact: true }).check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  await expect(dialog).toBeHidden();
  return readFile(await download.path(), 'utf8');
}

test('columns under a finger on a phone', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const lead = await team.signIn(phone);
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'agenda');
  await openColumns(page);
  await isAccessible(page, 'columns on a phone', '[role="dialog"]');
  expect(await smallTargets(columns(page))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
