import type { Page } from '@playwright/test';
import { block, blockPanel } from './support/agenda.ts';
import { tabTo } from './support/keyboard.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { faultsOf, show } from './support/turned-over.ts';

const rows = (page: Page, day: RegExp) =>
  page.getByRole('region', { name: day }).getByRole('listitem');
const first = /^Day 1/;
/** The row of one block. */
const row = (page: Page, day: RegExp, title: RegExp) =>
  rows(page, day).filter({ has: page.getByRole('button', { name: title }) });

async function choose(page: Page, label: string, option: string) {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('the day of one party, of one person and of one room', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const page = await team.open(lead, process, 'agenda');
  const theirs = await team.open(colleague, process, 'agenda');

  await show(page, 'By party');
  await choose(page, 'Party', 'Upland Water Union');
  await expect(row(page, first, /^Caucus: upstream/)).toContainText('13:30–14:15');
  await expect(row(page, first, /^Caucus: downstream/)).toHaveCount(0);
  const group = row(page, first, /^Working group 1/);
  await expect(group).toContainText('2 of their 5');
  await expect(group).toContainText('Meanwhile: Working group 2: fishing rights');

  await choose(page, 'Party', 'Ministry of Water');
  await expect(rows(page, /^Day 2/).filter({ hasText: '15 min without a block' })).toContainText(
    '14:00–14:15',
  );
  await isAccessible(page, 'the days of one party');

  // What somebody else changes is there at once, with what follows from it.
  await block(theirs, 'Bilateral: inflow data of 2024').focus();
  for (let step = 0; step < 3; step += 1) await theirs.keyboard.press('Shift+ArrowDown');
  await expect(rows(page, /^Day 2/).filter({ hasText: 'without a block' })).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'The days of one party' })).toBeVisible();

  await show(page, 'By person');
  await choose(page, 'Person', 'Delegate M-03');
  await expect(page.getByText('Nothing on this day.')).toHaveCount(2);
  await choose(page, 'Person', 'Delegate U-04');
  await expect(rows(page, first).filter({ hasText: 'Working group' })).toHaveCount(1);

  await show(page, 'By room');
  await choose(page, 'Room', 'Room B');
  await expect(rows(page, first)).toHaveCount(3);
  await expect(rows(page, first).nth(1)).toContainText('60 min without a block');

  await tabTo(page, page.getByRole('button', { name: 'Caucus: downstream' }));
  await page.keyboard.press('Enter');
  await expect(blockPanel(page).getByLabel('Title')).toHaveValue('Caucus: downstream');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'The days of one room' })).toBeVisible();
  await expect(page.getByText('Room B', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Skip to the board' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add block' })).toBeHidden();
});

test('now and next, by the clock, on a phone', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const lead = await team.signIn(phone);
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await lead.newPage();
  await page.clock.install({ time: new Date('2026-11-24T10:20:00Z') });
  await page.goto(`${team.address(process, 'agenda')}?view=now`);
  const now = page.getByRole('listitem').filter({ has: page.getByRole('progressbar') });
  await expect(now).toHaveCount(2);
  await expect(now.first()).toContainText('Working group 1: dry-season releases');
  await expect(now.first()).toContainText('until 12:30, 70 min left');
  await expect(page.getByText('at 12:30, in 70 min')).toBeVisible();
  await isAccessible(page, 'now and next on a phone');
  expect(await faultsOf(page)).toEqual([]);

  await page.clock.fastForward('01:15:00');
  await expect(now).toHaveCount(1);
  await expect(now).toContainText('Lunch');
  await expect(page.getByText('at 13:30, in 55 min').first()).toBeVisible();
  await page.clock.fastForward('10:00:00');
  await expect(page.getByText('Nothing runs now.')).toBeVisible();
  await expect(page.getByText('Wed 25 Nov, 08:30')).toBeVisible();
});

for (const [view, label] of [
  ['party', 'By party'],
  ['person', 'By person'],
  ['room', 'By room'],
] as const) {
  test(`${label}, on a phone and from right to left`, async ({ team }) => {
    const lead = await team.signIn({ viewport: { width: 390, height: 844 } });
    const process = await team.openExample(lead, 'lake-meridia');
    const page = await lead.newPage();
    await page.goto(`${team.address(process, 'agenda')}?view=${view}`);
    await expect(rows(page, first).first()).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await isAccessible(page, `${label} on a phone`);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await faultsOf(page)).toEqual([]);
    const time = await rows(page, first)
      .first()
      .getByText(/^\s*\d\d:\d\d–/)
      .first()
      .boundingBox();
    const title = await rows(page, first).first().getByRole('button').boundingBox();
    expect(time?.x ?? 0).toBeGreaterThan(title?.x ?? Infinity);
  });
}
