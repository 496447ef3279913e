import { readFile } from 'node:fs/promises';
import { writeXlsx } from '@parley/exchange/xlsx';
import type { Page } from '@playwright/test';
import { actorOnMap, actorsOnMap, tiesOnMap } from './support/actors.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

/** A workbook in Kumu's form, with cells that would like to run. */
const workbook = Buffer.from(
  writeXlsx([
    {
      name: 'Elements',
      rows: [
        ['ID', 'Label', 'Type', 'Description', 'Tags', 'Net worth'],
        [
          'e-1',
          '=HYPERLINK("http://x.example","Union")',
          'Group',
          '@SUM(A1)',
          'water|upland',
          '-1',
        ],
        ['e-2', '<img src=x onerror=alert(1)>', 'Person', '', '', ''],
        ['e-3', 'اتحاد المزارعين', 'Organization', '', '', '+41'],
      ],
    },
    {
      name: 'Connections',
      rows: [
        ['ID', 'From', 'To', 'Type', 'Direction'],
        ['c-1', 'e-1', 'e-2', 'Contractor', 'directed'],
        ['c-2', 'e-1', 'e-3', 'conflict', 'undirected'],
        ['c-3', 'e-1', 'e-3', 'conflict', 'undirected'],
      ],
    },
    { name: 'Notes (ignore)', rows: [['Label'], ['Nobody']] },
  ]),
);

const dialog = (page: Page) => page.getByRole('dialog');

async function menu(page: Page, entry: RegExp) {
  await page.getByRole('button', { name: 'Import and export' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

async function chooseFile(page: Page, name: string, buffer: Buffer) {
  await menu(page, /Import/);
  await dialog(page).locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer,
  });
}

async function exported(page: Page, format: RegExp): Promise<Buffer> {
  await menu(page, /Export/);
  await dialog(page).getByRole('radio', { name: format }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  await expect(dialog(page)).toBeHidden();
  return readFile(await download.path());
}

test('a map of Kumu comes in, goes out, and is nothing new when it comes again', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.makeProcess(lead, 'Waters'), 'actors');

  await chooseFile(page, 'map.xlsx', workbook);
  await expect(dialog(page)).toContainText('3 actors to add');
  await expect(dialog(page)).toContainText('3 ties to add');
  await expect(dialog(page)).toContainText('“Contractor” is no kind of tie here');
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(actorsOnMap(page)).toHaveCount(3);
  await expect(tiesOnMap(page)).toHaveCount(3);
  await expect(actorOnMap(page, '<img src=x onerror=alert(1)>')).toBeVisible();

  const gexf = (await exported(page, /GEXF/)).toString('utf8');
  expect(gexf).toContain('label="اتحاد المزارعين"');
  expect(gexf).toContain('label="&lt;img src=x onerror=alert(1)&gt;"');
  const svg = (await exported(page, /SVG/)).toString('utf8');
  expect(svg).toContain('Nobody has assessed these actors');
  expect(svg).not.toContain('<img');
  const png = await exported(page, /PNG/);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');

  const again = await exported(page, /Excel/);
  await chooseFile(page, 'again.xlsx', again);
  await expect(dialog(page)).toContainText('6 rows say what the map says');
  await expect(dialog(page)).not.toContainText('to add');
  await expect(dialog(page).getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await dialog(page).getByRole('button', { name: 'Back' }).click();

  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'broken.xlsx',
      mimeType: 'application/octet-stream',
      buffer: again.subarray(0, 300),
    });
  await expect(dialog(page).getByRole('alert')).toContainText('not an Excel workbook');
});

/** As they come from a ministry: a title, groups of columns, headings, and words of another language. */
const ministry = [
  'Parties prenantes,,,',
  'Qui,,Où,',
  'Label,Type,Sector,Level',
  'اتحاد المزارعين,Syndicat,Gouvernement,top',
  'Union,Syndicat,gouvernement,',
  'Ligue,Person,media,',
].join('\n');

test('headings below a title are found, and what words mean is said once for all files', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.makeProcess(lead, 'Waters'), 'actors');
  await chooseFile(page, 'parties.csv', Buffer.from(ministry));
  await expect(dialog(page)).toContainText('3 actors to add');
  await expect(dialog(page)).toContainText('not recognised: 2');

  const taken = async (word: string, value: string) => {
    await dialog(page)
      .getByRole('combobox', { name: `“${word}”` })
      .click();
    await page.getByRole('option', { name: value, exact: true }).click();
  };
  await taken('Syndicat', 'Institution');
  await taken('Gouvernement', 'Political');
  await expect(dialog(page)).not.toContainText('not recognised');
  const planned = dialog(page).getByRole('region', { name: 'Actors', exact: true });
  await expect(planned.getByRole('row', { name: /Union/ })).toContainText('Political');

  // The row with the headings can be another one, and comes back; so does the file.
  await dialog(page)
    .getByText(/^Columns/)
    .click();
  await dialog(page).getByRole('radio', { name: 'Row 2' }).check();
  await expect(dialog(page).getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await dialog(page).getByRole('radio', { name: 'Row 3' }).check();
  await expect(planned.getByRole('row', { name: /Union/ })).toContainText('Political');
  await dialog(page).getByRole('button', { name: 'Back' }).click();
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(ministry) });
  await expect(planned.getByRole('row', { name: /Union/ })).toContainText('Political');
  await isAccessible(page, 'the preview of an import', '[role=dialog]');

  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(actorOnMap(page, 'اتحاد المزارعين')).toHaveAccessibleName(/Institution.*Political/);
});

test('a file of 5 000 rows is looked through aside, says how far it is, and can be given up', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.makeProcess(lead, 'Waters'), 'actors');
  const rows = Array.from({ length: 5_000 }, (_, at) => [`Actor ${at}`, 'Group', `Text ${at}`]);
  const large = {
    name: 'large.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(
      writeXlsx([{ name: 'Elements', rows: [['Label', 'Type', 'Notes'], ...rows] }]),
    ),
  };
  // The worker gets nothing to run until it may: what one sees meanwhile does not depend on speed.
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(/map-files\.worker/, async (route) => {
    await held;
    // Of a worker that was given up there is nothing to go on with.
    await route.continue().catch(() => undefined);
  });
  await menu(page, /Import/);
  const choice = dialog(page).locator('input[type=file]');
  await choice.setInputFiles(large);
  await expect(dialog(page).getByRole('status')).toHaveText('Reading what was chosen …');
  await expect(dialog(page).getByRole('progressbar')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page).getByText('Choose files')).toBeVisible();
  go();

  // Meant to be read: each word of how far it is, however soon the next one comes.
  const said = await page.evaluateHandle(() => {
    const words = new Set<string>();
    new MutationObserver(() => {
      words.add(document.querySelector('[role=dialog] [role=status]')?.textContent ?? '');
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return words;
  });
  await choice.setInputFiles(large);
  await expect(dialog(page)).toContainText('5000 actors to add', { timeout: 60_000 });
  const progress = await said.evaluate((words) => [...words]);
  expect(progress).toContainEqual(
    expect.stringMatching(/^Looking through the rows: [1-9]\d* of 5001$/),
  );

  // Nothing is written before one says so; then all of it, and one undo takes it back.
  await expect(actorsOnMap(page)).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog(page)).toBeHidden({ timeout: 60_000 });
  const count = page.getByRole('navigation', { name: 'Boards' }).getByRole('link', {
    name: /^Actors/,
  });
  await expect(count).toContainText(/5.?000/);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(count).not.toContainText(/5.?000/, { timeout: 60_000 });
});
