import type { Page } from '@playwright/test';
import { middleOf, tiesOnMap } from './support/actors.ts';
import { choose } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { actorInView, chooseView, sayGrounds, viewOf } from './support/views.ts';

const elders = 'Council of Elders';
const cell = (page: Page, interest: number, power: number) =>
  page.locator(`[data-cell="${interest} ${power}"]`);

test('a view, the selection and what is hidden stay; a reload keeps view and day', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  const rows = page.getByText(/^\d+ of \d+ actors$/);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('checkbox', { name: 'Business' }).uncheck();
  await page.keyboard.press('Escape');
  await choose(page, 'View', 'Table');
  await expect(rows).toBeVisible();
  await expect(rows).not.toHaveText(/^(\d+) of \1 actors$/);

  await chooseView(page, 'Levels');
  await actorInView(page, elders).click();
  await expect(page.getByText(/hidden by the filter/)).toBeVisible();
  await chooseView(page, 'Attitude');
  await expect(actorInView(page, elders)).toHaveAttribute('aria-selected', 'true');
  await page.reload();
  await expect(viewOf(page, 'Attitude to the process')).toBeVisible();
});

test('moving an actor in a grid changes one’s own reading, and nobody else’s', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey', 'participant');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(guest, process, 'actors');
  for (const page of [nadia, tomas]) await chooseView(page, 'Interest and power');

  // By keyboard: out of the tray to the middle, then up and to the right.
  await expect(actorInView(nadia, `${elders}: Not assessed by you`)).toBeVisible();
  await actorInView(nadia, elders).focus();
  for (const key of ['Alt+ArrowUp', 'ArrowUp', 'ArrowRight', 'Enter']) {
    await nadia.keyboard.press(key);
  }
  await sayGrounds(nadia, 'Seen ourselves');
  await expect(cell(nadia, 3, 3).getByRole('option')).toHaveText(elders);

  // The other sees a dot there, and the actor where it was.
  await expect(cell(tomas, 3, 3).getByRole('img')).toHaveAccessibleName(
    'Interest 3, Structural power 3: 1 reading of somebody else',
  );
  await expect(actorInView(tomas, `${elders}: Not assessed by you`)).toBeVisible();

  // By pointer.
  await actorInView(tomas, elders).scrollIntoViewIfNeeded();
  const from = await middleOf(actorInView(tomas, elders));
  const to = await middleOf(cell(tomas, 1, 2));
  await tomas.mouse.move(from.x, from.y);
  await tomas.mouse.down();
  await tomas.mouse.move(to.x, to.y, { steps: 4 });
  await tomas.mouse.up();
  await sayGrounds(tomas, 'A document');
  await expect(cell(tomas, 1, 2).getByRole('option')).toHaveText(elders);
  await expect(cell(nadia, 1, 2).getByRole('img')).toBeVisible();
  await expect(cell(nadia, 3, 3).getByRole('option')).toHaveText(elders);

  // The same as a table.
  await choose(nadia, 'Shown as', 'Table');
  const row = nadia.getByRole('row', { name: elders });
  await expect(row.getByRole('cell')).toHaveText(['3', '1', '3', '2']);
});

test('every view can be used by whoever cannot see or point', async ({ team }) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  for (const [view, title] of [
    ['Interest and power', 'Interest against Structural power'],
    ['Attitude', 'Attitude to the process'],
    ['Levels', 'Levels of leadership'],
    ['Sectors', 'Sectors'],
    ['Salience', 'Salience by Structural power'],
  ] as const) {
    await chooseView(page, view);
    await expect(viewOf(page, title)).toBeVisible();
    await isAccessible(page, `the view ${view}`, '.print-alone');
    await choose(page, 'Shown as', 'Table');
    await expect(page.getByRole('region', { name: title })).toContainText(elders);
    await isAccessible(page, `the table of ${view}`, '.print-alone');
    await choose(page, 'Shown as', 'Picture');
  }
});

test('before the ledger is here, no view says that nobody said anything', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  // A slow line: what the server sends of the ledger is held back.
  const held: (() => void)[] = [];
  let holding = true;
  await lead.routeWebSocket(/\/sync\/.+\.ledger/, (socket) => {
    socket.connectToServer().onMessage((frame) => {
      if (holding) held.push(() => socket.send(frame));
      else socket.send(frame);
    });
  });
  const page = await team.open(lead, process, 'actors');
  const opening = page.getByRole('status').filter({ hasText: 'Opening what was said here…' });
  for (const view of ['Attitude', 'Salience', 'Access and influence', 'Engagement', 'Convening']) {
    await chooseView(page, view);
    await expect(opening.first(), view).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/Not assessed|Not reached|No contact/);
  }
  holding = false;
  for (const send of held) send();
  await expect(opening).toHaveCount(0);
  await chooseView(page, 'Attitude');
  await expect(actorInView(page, `${elders}: Not assessed by you`)).toBeVisible();
});

test('a day that is looked at shows what was read and which ties held by then', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  await chooseView(page, 'Attitude');
  await actorInView(page, elders).focus();
  for (const key of ['Alt+ArrowUp', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await sayGrounds(page, 'Seen ourselves');
  await expect(page.locator('[data-cell="1"]').getByRole('option')).toHaveText(elders);

  await choose(page, 'View', 'Network');
  await tiesOnMap(page).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Until').fill('2026-01-05');
  await page.getByRole('button', { name: 'Over time' }).click();
  const slider = page.getByRole('slider', { name: 'Day that is shown' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'All that is known now');
  await page.getByRole('button', { name: 'Change before' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', /: 2 changes of stage$/);
  await page.getByRole('button', { name: 'List of changes' }).click();
  await page.getByRole('button', { name: 'All days' }).click();
  await page.getByRole('button', { name: 'Show 5 Jan 2026' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', '5 Jan 2026: 1 tie ends');
  await page.getByRole('button', { name: 'List of changes' }).click();
  const held = await tiesOnMap(page).count();
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^6 Jan 2026/);
  await expect(tiesOnMap(page)).toHaveCount(held - 1);

  await chooseView(page, 'Attitude');
  await expect(actorInView(page, `${elders}: Not assessed by you`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/As of 6 Jan 2026/)).toBeVisible();
  await chooseView(page, 'Two days');
  const difference = page.getByRole('region', { name: 'What is different' });
  await expect(difference.getByRole('row', { name: `${elders} Attitude` })).toContainText(
    'Not assessed',
  );
  await isAccessible(page, 'two days side by side', '.print-alone');
  await page.getByRole('button', { name: 'Back to now' }).click();
  await chooseView(page, 'Attitude');
  await expect(page.locator('[data-cell="1"]').getByRole('option')).toHaveText(elders);
});
