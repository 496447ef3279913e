import type { Page } from '@playwright/test';
import { blockPanel, setMinutes } from './support/agenda.ts';
import { allSaved, isSaid } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { smallTargets } from './support/touch.ts';

const check = (page: Page, fact: RegExp) =>
  page.locator('.check').filter({ has: page.getByText(fact) });
const accepted = (page: Page) => page.getByRole('region', { name: /^Accepted: / });

test('who is needed in two places is said on every screen until it is mended', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const nadia = await team.open(lead, process, 'agenda');
  const tomas = await team.open(colleague, process, 'agenda');
  const twice = /^Interpreter I-01 interprets two blocks on Day 1/;
  for (const page of [nadia, tomas]) {
    await expect(page.getByText(twice)).toBeVisible();
    await expect(page.getByText(/^135 min without a break on Day 2/)).toBeVisible();
  }

  await check(nadia, twice).getByRole('button', { name: 'Show', exact: true }).click();
  const field = blockPanel(nadia).getByRole('textbox', { name: 'Interpreter' });
  await field.fill('Interpreter I-02');
  await field.press('Tab');
  await expect(tomas.getByText(/^135 min without a break on Day 2/)).toBeVisible();
  await expect(tomas.getByText(twice)).toHaveCount(0);
});

test('a check is accepted with a reason, and asked again once there is more to it', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const nadia = await team.open(lead, process, 'agenda');
  const tomas = await team.open(colleague, process, 'agenda');
  const over = /^Day 1 runs 15 min over/;
  await check(tomas, over).getByRole('button', { name: 'Accept…' }).focus();
  await tomas.keyboard.press('Enter');
  await expect(tomas.getByLabel('Why it stays as it is')).toBeFocused();
  await check(tomas, over).getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(check(tomas, over)).toContainText('Please fill this in.');
  await isAccessible(tomas, 'accepting a check', 'aside');

  await test.step('without a line it waits, then it stands on every screen', async () => {
    await tomas.context().setOffline(true);
    await isSaid(tomas, /^Offline/);
    await tomas.getByLabel('Why it stays as it is').fill('The bus leaves at five');
    await check(tomas, over).getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(check(tomas, over)).toContainText('Waits to be sent');
    await expect(check(nadia, over)).toBeVisible();
    await tomas.context().setOffline(false);
    for (const page of [nadia, tomas]) {
      await expect(accepted(page)).toContainText('The bus leaves at five');
      await expect(accepted(page)).toContainText('Accepted by Tomás Rey');
      await expect(check(page, over)).toHaveCount(0);
    }
  });
  await nadia.reload();
  await expect(accepted(nadia)).toContainText('The bus leaves at five');
  await isAccessible(nadia, 'what was accepted', 'aside');

  await test.step('ten minutes more are another finding', async () => {
    await setMinutes(nadia, 'Arrival and ground rules', 40);
    await expect(check(tomas, /^Day 1 runs 25 min over/)).toBeVisible();
    await expect(accepted(tomas)).toHaveCount(0);
    await setMinutes(nadia, 'Arrival and ground rules', 30);
    await expect(accepted(tomas)).toBeVisible();
  });

  await accepted(tomas).getByRole('button', { name: 'Look at it again' }).click();
  await expect(check(tomas, over)).toBeVisible();
  await nadia.reload();
  await expect(check(nadia, over)).toBeVisible();
});

test('a time that a party keeps is written down, and found where work is planned at it', async ({
  team,
}) => {
  const lead = await team.signIn({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'agenda');
  await page.getByRole('button', { name: 'More for the agenda' }).tap();
  await page.getByRole('menuitem', { name: 'Prayers and holidays…' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Prayers and holidays' });
  await dialog.getByLabel('What is kept').fill('Midday prayer');
  await dialog.getByRole('button', { name: 'Add', exact: true }).tap();
  const prayer = dialog.getByRole('listitem').filter({ has: page.getByLabel('First day') });
  await prayer.getByLabel('From', { exact: true }).fill('12:15');
  await prayer.getByLabel('To', { exact: true }).fill('12:40');
  await prayer.getByText('Council of Elders').tap();
  await isAccessible(page, 'prayers and holidays', '[role="dialog"]');
  expect(await smallTargets(dialog)).toEqual([]);
  await page.keyboard.press('Escape');
  await allSaved(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const found = check(page, /^Day 1: work is planned at a time that is kept: Midday prayer/);
  await expect(found).toContainText('Working group 1: dry-season releases');
  await expect(found).toContainText('Delegate E-01');
  await expect(check(page, /^Nobody in Working group 2/)).toBeVisible();
  await expect(check(page, /^Time in private session differs/)).toContainText('Ministry of Water');
});
