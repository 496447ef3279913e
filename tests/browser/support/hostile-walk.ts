import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { fillAll, hostileText, isInert, readable, watchForScripts } from './hostile.ts';
import type { Board, Team } from './team.ts';

/*
 * The walk of two people through the boards, one of whom writes hostile texts that the other reads.
 */

/** The panel beside a board. */
export const panel = (page: Page) => page.getByRole('complementary');
export const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
/** Presses the first button of a name. */
export const press = (within: Page | Locator, name: string | RegExp) =>
  within
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
/** The hostile text is to be seen, as a text. */
export const isRead = (within: Page | Locator) =>
  expect(within.getByText(readable).filter({ visible: true }).first()).toBeVisible();

/** Two people at a new process; whoever came by a link has a hostile name. */
export async function two(team: Team) {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Two valleys');
  const guest = await team.join(lead, process, hostileText);
  const smuggled = [await watchForScripts(lead), await watchForScripts(guest)];
  const pageOf = (context: BrowserContext) => (board: Board) => team.open(context, process, board);
  const areInert = async (...pages: readonly Page[]) => {
    for (const page of pages) await isInert(page);
    expect(smuggled.flatMap(({ acts }) => acts)).toEqual([]);
  };
  return { writer: pageOf(lead), reader: pageOf(guest), areInert };
}

/** Shows a view of the actors board, with what the server has. */
export async function showView(view: string, ...pages: readonly Page[]) {
  for (const page of pages) await page.goto(`${page.url().split('?')[0]}?view=${view}`);
}

/** The panel of a record, once all of its parts have come: comments are the last of them. */
export async function wholePanel(page: Page): Promise<Locator> {
  await expect(panel(page).getByLabel('Add a comment')).toBeVisible();
  return panel(page);
}

/** Adds actors of which each text is hostile. */
export async function addHostileActors(page: Page, count: number) {
  for (let actors = 0; actors < count; actors += 1) {
    await press(page, 'Add actor');
    await fillAll(await wholePanel(page));
  }
}
