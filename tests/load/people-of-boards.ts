import type { BrowserContext, Page } from '@playwright/test';
import { fillLongList, rowsOfPeople } from '../browser/support/long-list.ts';
import { list } from '../browser/support/participants.ts';
import type { Team } from '../browser/support/team.ts';
import { writeBoard } from '../browser/support/write-board.ts';
import { bestOf, figureOf, frame, single, type Figure } from './figure.ts';
import { MainThread } from './main-thread.ts';

/** Ms of main-thread work in which a list is sorted or filtered. */
const orderLimit = 100;
/** Ms in which so many rows of a file are on the list, from the press of the button. */
const importLimit = 3000;
const samples = 42;

/** What a list of very many people costs the page that shows it. */
export async function measurePeople(
  team: Team,
  lead: BrowserContext,
  origin: string,
  { people, runs }: { readonly people: number; readonly runs: number },
): Promise<Figure[]> {
  const process = await team.makeProcess(lead, `A list of ${people}`);
  await writeBoard(lead, origin, process, (board) => fillLongList(board, people));
  const page = await team.open(lead, process, 'participants');
  const name = `List of ${people} people`;
  const figures = [
    await bestOf(runs, () => typeInCell(page, `${name}, main thread per key typed into a cell`)),
    await bestOf(runs, () => sortList(page, `${name}, main thread: sorted by a column`)),
    await bestOf(runs, () => searchList(page, `${name}, main thread: searched, per key`)),
  ];
  await page.close();
  const imported = await bestOf(runs, () => importRows(team, lead, people));
  return [...figures, imported];
}

async function typeInCell(page: Page, name: string): Promise<Figure> {
  const thread = await MainThread.of(page);
  const cell = list(page).locator('[role="gridcell"][data-column="region"]').nth(2);
  await cell.click();
  await page.keyboard.press('Enter');
  const spent: number[] = [];
  for (let key = 0; key < samples; key += 1) {
    spent.push(await thread.during(() => page.keyboard.press('x')));
  }
  await page.keyboard.press('Escape');
  return figureOf(name, spent, frame);
}

async function sortList(page: Page, name: string): Promise<Figure> {
  const thread = await MainThread.of(page);
  const heading = page.getByRole('columnheader', { name: 'Region' });
  const spent: number[] = [];
  for (let turn = 0; turn < samples; turn += 1) {
    spent.push(await thread.during(() => heading.getByRole('button').first().click()));
  }
  return figureOf(name, spent, orderLimit);
}

async function searchList(page: Page, name: string): Promise<Figure> {
  const thread = await MainThread.of(page);
  await page.getByRole('searchbox').first().click();
  const spent: number[] = [];
  for (let turn = 0; turn < samples / 6; turn += 1) {
    for (const key of ['d', 'e', 'm', 'Backspace', 'Backspace', 'Backspace']) {
      spent.push(await thread.during(() => page.keyboard.press(key)));
    }
  }
  return figureOf(name, spent, orderLimit);
}

/** A file is read into an empty list; what is read is shown first, then taken. */
async function importRows(team: Team, lead: BrowserContext, people: number): Promise<Figure> {
  const process = await team.makeProcess(lead, 'An import');
  const page = await team.open(lead, process, 'participants');
  await page.getByRole('button', { name: 'Import from a file' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Import people' });
  const file = {
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rowsOfPeople(people)),
  };
  const began = performance.now();
  await dialog.locator('input[type="file"]').setInputFiles(file);
  await dialog.getByRole('button', { name: /^Import [\d,]+ people$/ }).click();
  await page
    .getByText(/people added/)
    .first()
    .waitFor();
  await page.locator(`[role="grid"][aria-rowcount="${people + 1}"]`).waitFor();
  const took = performance.now() - began;
  await page.close();
  return single(`Rows of ${people} people: read, planned and on the list`, took, importLimit, 'ms');
}
