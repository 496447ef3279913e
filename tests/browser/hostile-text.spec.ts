import { actorsMap, actorsOnMap } from './support/actors.ts';
import { choose, openAccountMenu } from './support/frame.ts';
import { fillAll, hostileText, isInert, readable, watchForScripts } from './support/hostile.ts';
import { dialog, isRead, panel, press, two, wholePanel } from './support/hostile-walk.ts';
import { list } from './support/participants.ts';
import { expect, test } from './support/test.ts';

/*
 * Whatever people can write is filled with a text that is a script to the careless; somebody else
 * reads it in a second browser. It stays text in both: nothing runs, and no policy had to stop it (the
 * `team` of each test fails on any report of one, watch.ts). Fields are found on the screen, so that a
 * new one is tried without anybody's thinking of it.
 */

test('actors, ties and the legend', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('actors');
  for (let actors = 0; actors < 2; actors += 1) {
    await press(page, 'Add actor');
    const more = (await wholePanel(page))
      .getByRole('group', { name: 'Add what is known' })
      .getByRole('button');
    while ((await more.count()) > 0) await more.first().click();
    await fillAll(panel(page));
  }
  await press(panel(page), 'Add tie');
  const tie = dialog(page, 'Add tie');
  await fillAll(tie);
  await tie.getByRole('combobox', { name: 'To' }).fill('javascript');
  await tie.getByRole('option').first().click();
  await press(tie, 'Add this tie');
  await actorsMap(page).getByRole('listbox', { name: 'Ties' }).getByRole('option').first().focus();
  await page.keyboard.press('Enter');
  await fillAll(await wholePanel(page));
  await press(page, 'Edit the legend');
  await fillAll(dialog(page, 'Edit the legend'));
  await page.keyboard.press('Escape');

  const theirs = await reader('actors');
  await isRead(theirs);
  for (const view of ['Table', 'Ties', 'Network']) {
    for (const each of [page, theirs]) await choose(each, 'View', view);
    await fillAll(theirs.getByRole('main'));
  }
  await areInert(page, theirs);
});

test('people, attributes, targets and an import', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('participants');
  const menu = async (item: string) => {
    await press(page, 'More: import, export, fields');
    await page.getByRole('menuitem', { name: item }).click();
  };
  await menu('Fields this process uses…');
  const fields = dialog(page, 'Fields this process uses');
  await fillAll(fields);
  await press(fields, 'Add attribute');
  await fields.getByPlaceholder('New value').fill(hostileText);
  await press(fields, 'Add value');
  await fillAll(fields);
  await press(fields, 'Done');
  await menu('Import from a file…');
  const rows = dialog(page, 'Import people');
  await fillAll(rows);
  await press(rows, 'Read');
  await isRead(rows);
  await page.keyboard.press('Escape');
  await press(page, 'Add person');
  await page.getByPlaceholder('Pseudonym').fill(hostileText);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await list(page).getByRole('rowheader').first().click();
  await fillAll(await wholePanel(page));
  await press(page, 'Add target');
  await fillAll(await wholePanel(page));

  const theirs = await reader('participants');
  await isRead(list(theirs));
  await list(theirs).getByRole('rowheader').first().click();
  await isRead(theirs);
  await fillAll(theirs.getByRole('main'));
  await areInert(page, theirs);
});

test('the agenda, its rooms and rules', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('agenda');
  await press(page, 'Begin with two usual days');
  await page.getByRole('list', { name: 'Blocks' }).getByRole('button').first().click();
  await fillAll(await wholePanel(page));
  const menu = async (button: string | RegExp, item: string) => {
    await press(page, button);
    await page.getByRole('menuitem', { name: item }).click();
  };
  await menu('More for the agenda', 'Rooms…');
  const rooms = dialog(page, 'Rooms');
  await fillAll(rooms);
  await press(rooms, 'Add room');
  await rooms.getByLabel('Name').first().waitFor();
  await fillAll(rooms);
  await page.keyboard.press('Escape');
  await menu('More for the agenda', 'Ground rules…');
  const rules = dialog(page, 'Ground rules');
  await press(rules, 'A rule of our own');
  await fillAll(rules);
  await page.keyboard.press('Escape');
  await menu(/^More for Day 1/, 'Title, date and times…');
  await fillAll(dialog(page, /^Day 1/));
  await page.keyboard.press('Escape');
  await press(page, /^Time zones/);
  await fillAll(dialog(page, 'Time zones'));
  await page.keyboard.press('Escape');

  const theirs = await reader('agenda');
  for (const view of ['List', 'Days']) {
    for (const each of [page, theirs]) await choose(each, 'View', view);
    await isRead(theirs);
  }
  await areInert(page, theirs);
});

test('two that are made one, and a file that means no good', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('actors');
  const theirs = await reader('actors');
  await press(page, 'Import and export');
  await page.getByRole('menuitem', { name: /Import/ }).click();
  const files = page.getByRole('dialog').locator('input[type=file]');
  const cell = `"${hostileText.replaceAll('"', '""')}"`;
  for (const [name, text, refusal] of [
    ['long.csv', 'x,y\n'.repeat(1_400_000), /MB/],
    ['wide.csv', `${'a,'.repeat(99_999)}a\n`, /columns/],
    ['nul.csv', 'Label\nA\0B\n', 'not an Excel workbook'],
    ['open.csv', `Label\n"${hostileText}`, /quot/],
  ] as const) {
    await files.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(page.getByRole('dialog').getByRole('alert'), name).toContainText(refusal);
  }
  await files.setInputFiles({
    name: `${readable}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `ID,Label,Description,__proto__,${cell}\n1,${cell},${cell},x,${cell}\n2,${cell},,,\n`,
    ),
  });
  await isRead(page.getByRole('dialog'));
  await page.getByRole('dialog').getByText('Columns').first().click();
  await press(page.getByRole('dialog'), 'Import');
  await expect(actorsOnMap(theirs)).toHaveCount(2);
  await actorsOnMap(theirs).first().focus();
  await theirs.keyboard.press('Enter');
  await isRead(panel(theirs).locator('dt'));
  await actorsOnMap(page).first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await press(page, 'Make one of them');
  await isRead(page.getByRole('dialog'));
  await press(page.getByRole('dialog'), 'Make one');
  await expect(actorsOnMap(theirs)).toHaveCount(1);
  await isRead(theirs);
  await areInert(page, theirs);
});

test('titles, spaces and names', async ({ team, parley }) => {
  const { writer, reader, areInert } = await two(team);
  const theirs = await reader('actors');
  const page = await writer('actors');
  await press(page, 'Two valleys');
  await fillAll(page.getByRole('banner'));
  await isRead(theirs.getByRole('banner'));
  await press(page, /^Team \d/);
  await press(page, 'Settings');
  await fillAll(dialog(page, 'Team'));
  await press(page, 'Rename');
  await theirs.getByRole('button', { name: /<script>.* 2 members$/ }).waitFor();
  await page.keyboard.press('Escape');
  await press(page.getByRole('banner'), /\d members/);
  await press(page, 'New space');
  await fillAll(dialog(page, 'A new space'));
  await press(page, 'Create space');
  await isRead(page.getByRole('navigation'));
  await page.goto(parley.origin);
  await press(page, 'New process');
  await fillAll(dialog(page, 'A new process'));
  await press(page, 'Create process');
  await page.getByRole('heading', { level: 1, name: 'Actors' }).waitFor();
  await isRead(page.getByRole('banner'));
  await openAccountMenu(theirs);
  await isRead(theirs.getByRole('dialog'));
  await areInert(page, theirs);
});

test('pages for who is not signed in', async ({ team, parley }) => {
  const context = await team.visitor();
  const smuggled = await watchForScripts(context);
  const page = await context.newPage();
  for (const address of ['/sign-in', parley.setUpLink]) {
    await page.goto(new URL(address, parley.origin).href);
    await fillAll(page);
    await page.keyboard.press('Enter');
    await isInert(page);
  }
  for (const address of [
    `/join#${hostileText}`,
    `/reset#${hostileText}`,
    `/ended#${hostileText}`,
    `/sign-in?next=javascript:ran()`,
    `/${encodeURIComponent(hostileText)}`,
  ]) {
    await page.goto(`${parley.origin}${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await isInert(page);
  }
  expect(smuggled.acts).toEqual([]);
});
