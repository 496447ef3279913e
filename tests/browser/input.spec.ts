import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { allSaved, choose, notices } from './support/frame.ts';
import { allowClipboard, pastePicture, pasteText, png } from './support/clipboard.ts';
import { list, openExport, people, person } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import type { Team } from './support/team.ts';

/** The demo's list of 31 people, in a browser that may use its clipboard. */
async function openList(team: Team): Promise<Page> {
  const nadia = await team.signIn();
  await allowClipboard(nadia);
  return team.open(nadia, await team.openExample(nadia, 'lake-meridia'), 'participants');
}

const importer = (page: Page) => page.getByRole('dialog', { name: 'Import people' });

async function openImport(page: Page) {
  await page.getByRole('button', { name: 'More: import, export, fields' }).click();
  await page.getByRole('menuitem', { name: 'Import from a file…' }).click();
}

async function chooseFile(page: Page, name: string, content: Buffer | string) {
  const choosing = page.waitForEvent('filechooser');
  await importer(page).getByText('Choose a file').click();
  const chooser = await choosing;
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** One message says what is wrong, and the list is as it was. */
async function refusedWith(page: Page, sentence: string) {
  const alert = importer(page).getByRole('alert');
  await expect(alert).toHaveCount(1);
  await expect(alert).toHaveText(sentence);
  await importer(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(people(page)).toHaveText('31 people');
  await allSaved(page);
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `Delegate ${at}\tName ${at}`).join('\n');

test('what cannot be imported is refused in one sentence and changes nothing', async ({ team }) => {
  const page = await openList(team);

  await test.step('10 000 rows pasted', async () => {
    await person(page, 'Delegate U-01').getByRole('rowheader').click();
    await pasteText(page, rows(10_000));
    await refusedWith(
      page,
      'This has 10,000 rows; at most 5,000 can be imported at once. Split it into several files. Nothing was changed.',
    );
  });

  await test.step('a picture called CSV', async () => {
    await openImport(page);
    await chooseFile(page, 'people.csv', png);
    await refusedWith(
      page,
      'This is not a text file. Save the list as CSV and choose that. Nothing was changed.',
    );
  });

  await test.step('a CSV with a quotation mark that is never closed', async () => {
    await openImport(page);
    await chooseFile(page, 'people.csv', 'Pseudonym,Name\nDelegate C-01,"Ina\nDelegate C-02,Ode\n');
    await refusedWith(
      page,
      'Row 2 opens a quotation mark that is never closed. Correct it and import again. Nothing was changed.',
    );
  });

  await test.step('an empty file', async () => {
    await openImport(page);
    await chooseFile(page, 'people.csv', '');
    await refusedWith(page, 'There is nothing to read in it. Nothing was changed.');
  });

  await test.step('a picture pasted into the list', async () => {
    await person(page, 'Delegate U-02').getByRole('rowheader').click();
    await pastePicture(page, png);
    await expect(notices(page)).toContainText('Only text and cells can be pasted here.');
    await expect(people(page)).toHaveText('31 people');
  });
});

test('10 000 rows pasted into the table of actors are refused in one sentence', async ({
  team,
}) => {
  const nadia = await team.signIn();
  await allowClipboard(nadia);
  const process = await team.openExample(nadia, 'lake-meridia');
  const page = await team.open(nadia, process, 'actors');
  await choose(page, 'View', 'Table');
  await page.getByRole('grid', { name: 'Actors' }).getByRole('rowheader').first().click();
  await pasteText(page, rows(10_000));
  await expect(notices(page)).toContainText('Nothing was changed.');
  await expect(page.getByText('38 of 38 actors')).toBeVisible();
  await allSaved(page);
});

const file = [
  'Pseudonym,Gender,Stage,Delegation,Said of them',
  'Delegate C-01,woman,confirmed,Upland Water Union,Speaks for the canal villages',
  'Delegate C-02,man,invited,Upland Water Union,"Asked twice, politely"',
  'Delegate U-01,woman,confirmed,Upland Water Union,On the list already',
  ',man,invited,,Nobody in particular',
].join('\n');

test('a CSV is mapped, previewed, imported and undone', async ({ team }) => {
  const page = await openList(team);
  await openImport(page);
  await chooseFile(page, 'people.csv', file);
  const dialog = importer(page);

  await test.step('a column that Parley cannot know is given its meaning', async () => {
    await dialog.getByRole('combobox', { name: 'Said of them' }).click();
    await page.getByRole('option', { name: 'Notes' }).click();
  });

  await test.step('the preview says what would be added and what is left out', async () => {
    const preview = dialog.getByRole('region', { name: 'As they will be read' });
    await expect(preview.getByRole('row')).toHaveCount(3);
    await expect(preview.getByRole('row').nth(1)).toContainText('Delegate C-01');
    await expect(preview.getByRole('row').nth(1)).toContainText('Speaks for the canal villages');
    await expect(dialog).toContainText('Left out (2)');
    await expect(dialog).toContainText(/Row 4\s*Delegate U-01 is on the list already/);
    await expect(dialog).toContainText(/Row 5\s*no name and no pseudonym/);
  });

  await dialog.getByRole('button', { name: 'Import 2 people' }).click();
  await expect(dialog).toBeHidden();
  await expect(people(page)).toHaveText('33 people');
  await expect(notices(page)).toContainText('2 people added.');

  await test.step('exported again, it holds what was imported', async () => {
    await openExport(page);
    await choose(page, 'Format', 'CSV');
    await choose(page, 'What it holds', 'Everybody, every field');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export 33 people' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('participants.csv');
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv).toContain('Speaks for the canal villages');
    expect(csv).toContain('"Asked twice, politely"');

    await openImport(page);
    await chooseFile(page, 'participants.csv', csv);
    await expect(dialog).toContainText('33 rows say what the list says already.');
    await dialog.getByText('Leave out', { exact: true }).click();
    await expect(dialog).toContainText('Left out (33)');
    await expect(dialog).toContainText('Nothing to add: every row is left out.');
    await dialog.getByRole('button', { name: 'Another file' }).click();

    // A colleague filled in the file; what changes is shown before, word for word.
    const filled = csv
      .replace('Speaks for the canal villages', 'Speaks for the villages of the canal')
      .replace(/^(.*Delegate C-02.*),"man",/m, '$1,homme d’âge mûr,');
    expect(filled).toContain('homme d’âge mûr');
    await chooseFile(page, 'participants.csv', filled);
    const changes = dialog.getByRole('region', { name: 'What changes' });
    await expect(changes.getByRole('row')).toHaveCount(2);
    await expect(changes.getByRole('row').nth(1)).toContainText('Delegate C-01');
    await expect(changes.getByRole('row').nth(1)).toContainText('villages of the canal');
    const word = dialog.getByRole('combobox', { name: '“homme d’âge mûr” in Gender' });
    await word.click();
    await page.getByRole('option', { name: 'Non-binary' }).click();
    await expect(changes.getByRole('row').filter({ hasText: 'Delegate C-02' })).toContainText(
      'Non-binary',
    );
    await dialog.getByRole('button', { name: 'Change 2 people' }).click();
    await expect(dialog).toBeHidden();
    await expect(notices(page)).toContainText('0 added, 2 changed.');
    await page.keyboard.press('ControlOrMeta+z');
  });

  await page.keyboard.press('ControlOrMeta+z');
  await expect(people(page)).toHaveText('31 people');
  await expect(list(page).getByText('Delegate C-01')).toHaveCount(0);
});
