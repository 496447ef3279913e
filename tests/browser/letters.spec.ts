import { readFile } from 'node:fs/promises';
import { readXlsx } from '@parley/exchange/xlsx';
import { lakeMeridia } from '@parley/model/examples';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { choose, notices } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { openExport } from './support/participants.ts';
import type { Team } from './support/team.ts';
import { expect, test } from './support/test.ts';
import { chooseView } from './support/views.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const paper = (page: Page) => page.getByRole('region', { name: /^Letter to / });

async function openBoard(team: Team): Promise<Page> {
  const lead = await team.signIn();
  return team.open(lead, await team.openExample(lead, 'lake-meridia'), 'participants');
}

/** The parts of the file that a button makes, by their names in the archive. */
async function made(page: Page, button: Locator): Promise<Record<string, Uint8Array>> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return unzipSync(await readFile(await download.path()));
}

const documentOf = (parts: Record<string, Uint8Array>): string =>
  strFromU8(parts['word/document.xml'] ?? new Uint8Array());

test('two letters in two languages are written, say what is missing, and go on record', async ({
  team,
}) => {
  const page = await openBoard(team);
  await choose(page, 'View', 'Stages');
  const card = (name: string) => page.getByRole('option', { name: new RegExp(`^${name} `) });
  await card('Delegate F-01').click();
  await card('Delegate Y-01').click({ modifiers: ['Shift'] });
  await chooseView(page, 'Letters');
  await expect(page.getByText('For 2 people who are chosen.')).toBeVisible();
  await expect(paper(page).getByRole('article')).toHaveAttribute('dir', 'rtl');
  await expect(paper(page)).toContainText('Nessa Pell');

  await test.step('what is missing is asked about before anything is written', async () => {
    await choose(page, 'Letters', 'Templates');
    await page.getByLabel('Place', { exact: true }).fill('');
    await expect(page.getByRole('region', { name: 'The letter as it would be' })).toContainText(
      '[Place]',
    );
    await page.getByLabel('Subject').fill('You are invited: ');
    await page.getByRole('group', { name: 'Insert' }).getByText('Name of the meeting').click();
    await expect(page.getByLabel('Subject')).toHaveValue('You are invited: {{title}}');
    await isAccessible(page, 'the editor of letters');
    await choose(page, 'Letters', 'Write letters');
    await expect(page.getByText('Missing: place')).toHaveCount(1);
    await page.getByRole('button', { name: 'One document' }).click();
    await expect(dialog(page)).toContainText('Something is missing in 1 letter');
  });

  const all = documentOf(
    await made(page, dialog(page).getByRole('button', { name: 'Write all, gaps marked' })),
  );
  expect(all).toContain('[Place]');
  expect(all).toContain('>You are invited: Lake Meridia water dialogue<');
  expect(all).toContain('>Dear Lumi Orre,<');
  expect(all).toContain('<w:bidi/>');
  expect(all).toMatch(/<w:rtl\/>.{0,80}السيدة/);
  expect(all.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  await expect(notices(page)).toContainText('The file holds real names.');
  await isAccessible(page, 'the letters');

  await test.step('a document each, whose names tell of nobody', async () => {
    await page.getByRole('button', { name: 'A document each' }).click();
    const files = await made(page, dialog(page).getByRole('button', { name: 'Only 1 complete' }));
    expect(Object.keys(files)).toEqual(['letter-1.docx']);
  });

  await test.step('a mail holds what is shown, and goes to nobody', async () => {
    await page.getByRole('checkbox', { name: 'Write to Nessa Pell' }).uncheck();
    await page.getByRole('button', { name: 'Mail texts' }).click();
    await dialog(page).getByRole('button', { name: 'Write all, gaps marked' }).click();
    const text = await dialog(page).getByLabel('Letter', { exact: true }).inputValue();
    expect(text).toMatch(/^Dear Lumi Orre,\n\n/);
    const link = dialog(page).getByRole('link', { name: 'Open in mail program' });
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(address.protocol + address.pathname).toBe('mailto:');
    expect(address.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(text);
    await isAccessible(page, 'the text of a mail');
    await page.keyboard.press('Escape');
  });

  await page.getByRole('checkbox', { name: 'Write to Nessa Pell' }).check();
  await page.getByRole('button', { name: 'Record as sent' }).click();
  await expect(dialog(page)).toContainText(
    /Arabic \(1\), English \(1\)|English \(1\), Arabic \(1\)/,
  );
  await dialog(page).getByRole('button', { name: 'Record invitation' }).click();
  await expect(page.getByText(/written to on/)).toHaveCount(2);

  await test.step('without names on the screen there are none in a letter', async () => {
    await page.getByRole('button', { name: 'More: import, export, fields' }).click();
    await page.getByRole('menuitem', { name: 'Hide names' }).click();
    await expect(page.getByText('Real names are hidden on this screen.')).toBeVisible();
    await expect(paper(page)).toContainText('[Name]');
    await expect(page.getByRole('main')).not.toContainText('Lumi Orre');
  });
});

test('the list is exported as a workbook and as a document, with the columns that are ticked', async ({
  team,
}) => {
  const page = await openBoard(team);
  await openExport(page);
  await isAccessible(page, 'the dialog of exports');
  const exportIt = dialog(page).getByRole('button', { name: 'Export 31 people' });
  await expect(dialog(page)).toContainText('The file will hold real names.');
  await dialog(page).getByRole('checkbox', { name: 'Name', exact: true }).uncheck();
  await expect(dialog(page)).not.toContainText('The file will hold real names.');
  const [download] = await Promise.all([page.waitForEvent('download'), exportIt.click()]);
  const book = readXlsx(await readFile(await download.path()));
  if (!book.ok) throw new Error(book.reason);
  const text = JSON.stringify(book.sheets[0]?.table.rows);
  expect(text).toContain('Delegate U-01');
  expect(text).toContain('Woman');
  expect(text).not.toContain('Orsa Velin');

  await openExport(page);
  await choose(page, 'Format', 'Word');
  const document = documentOf(await made(page, exportIt));
  expect(document).toContain('Participants · Lake Meridia water dialogue');
  expect(document).toContain('Orsa Velin');
  expect(document.match(/<w:tr>/g)).toHaveLength(32);
});

test('a report for a donor is printed, and tells of nobody', async ({ team }) => {
  const page = await openBoard(team);
  const list = page.getByRole('grid', { name: 'Participants' });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await chooseView(page, 'Report');
  const report = page.getByRole('article', { name: 'Composition report' });
  await expect(report).toContainText('24 people, counted as confirmed');
  const gender = report.getByRole('table', { name: 'Gender' });
  await expect(gender.getByRole('row', { name: /^Woman/ })).toContainText('25%');
  await expect(gender.getByRole('row', { name: /^Not known/ })).toContainText('withheld');
  await expect(report).toContainText('At least 30% of the people confirmed');
  await page.getByLabel('Prepared by').fill('');
  await page.getByRole('switch', { name: 'Name the delegations' }).check();
  await expect(report.getByRole('table', { name: 'Delegation' })).toContainText(
    'No group can be shown',
  );
  await isAccessible(page, 'the report');
  await page.emulateMedia({ media: 'print' });
  await expect(report).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
  const said = await report.evaluate((article) => article.outerHTML);
  for (const { name = '', pseudonym = '', id } of lakeMeridia.participant ?? []) {
    for (const secret of [name, pseudonym, `"${id}"`]) {
      expect(secret === '' || !said.includes(secret), secret).toBe(true);
    }
  }
  expect(said).not.toContain('Lake Meridia');
});
