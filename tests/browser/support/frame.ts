import { expect, type Locator, type Page } from '@playwright/test';
import type { Board } from './team.ts';

/*
 * What people do around the boards, in the words that stand on the screen.
 */

/** What the page says about its changes, such as "All changes saved". */
export const savedState = (page: Page) =>
  page.getByRole('banner').getByRole('button', {
    name: /^(All changes saved|Saving…|Connecting…|Not connected|Up to date, read only|Read only.*|Offline.*|The server cannot save.*)$/,
  });

/** Waits until the server has everything that was written on this page (R7). */
export const allSaved = (page: Page) => isSaid(page, 'All changes saved');

/** Waits until the page says this about its changes. */
export async function isSaid(page: Page, words: string | RegExp) {
  await expect(savedState(page)).toHaveAccessibleName(words);
}

const boardNames = {
  actors: 'Actors',
  participants: 'Participants',
  agenda: 'Agenda',
  process: 'Process',
} as const;

/** Goes to another board as people do, by the list of boards. */
export async function goTo(page: Page, board: Board) {
  await page
    .getByRole('navigation', { name: 'Boards' })
    .getByRole('link', { name: boardNames[board] })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: boardNames[board] })).toBeVisible();
}

/** Chooses one of a few words that stand side by side. */
export async function choose(within: Page | Locator, group: string, option: string) {
  await within.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

/** The short notices at the foot of the page. */
export const notices = (page: Page) => page.getByRole('status', { name: 'Notices' });

export async function undo(page: Page) {
  await page.keyboard.press('ControlOrMeta+z');
}

export const openAccountMenu = (page: Page) =>
  page.getByRole('button', { name: /account and appearance$/ }).click();
