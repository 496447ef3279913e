import type { BrowserContext, Page } from '@playwright/test';
import type { ProcessSummary } from '@parley/contracts';
import type { Board, Team } from '../browser/support/team.ts';
import { timeToBeSeen, type Edit } from './edits.ts';
import { bestOf, type Figure } from './figure.ts';

const edits = 120;
/** Ms that an edit may take to be seen by others, for 95 of 100 edits on a local network. */
const limit = 100;

/** Brings a page to where the edit is made. */
type Prepare = (page: Page) => Promise<Edit>;

const moveActor: Prepare = async (page) => {
  const actor = page.locator('[data-actor]').first();
  await actor.locator('.body').click();
  await actor.focus();
  return {
    name: 'Edit seen by another browser: an actor is moved by key',
    shownBy: `[data-actor="${(await actor.getAttribute('data-actor')) ?? ''}"] .body`,
    make: (writer, count) => writer.keyboard.press(count % 2 ? 'Alt+ArrowRight' : 'Alt+ArrowLeft'),
    text: () => null,
  };
};

const fillCell: Prepare = async (page) => {
  const cell = page.locator('[role="gridcell"][data-column="name"]').first();
  await cell.click();
  let below = false;
  return {
    name: 'Edit seen by another browser: a cell of the list is filled',
    shownBy: `[data-row="${(await cell.getAttribute('data-row')) ?? ''}"][data-column="name"] .text`,
    make: async (writer, count) => {
      // Enter saves and goes down a row.
      if (below) await writer.keyboard.press('ArrowUp');
      below = true;
      await writer.keyboard.type(`Edit ${count}`);
      await writer.keyboard.press('Enter');
    },
    text: (count) => `Edit ${count}`,
  };
};

const typeTitle: Prepare = async (page) => {
  const block = page.locator('[data-block]').first();
  await block.getByRole('button').first().click();
  const field = page.getByLabel('Title', { exact: true });
  await field.press('End');
  const title = await field.inputValue();
  return {
    name: 'Edit seen by another browser: a key typed into the title of a block',
    shownBy: `[data-block="${(await block.getAttribute('data-block')) ?? ''}"] .text`,
    make: (writer, count) => writer.keyboard.press(count % 2 ? 'x' : 'Backspace'),
    text: (count) => (count % 2 ? `${title}x` : title),
  };
};

const boards: readonly (readonly [Board, Prepare])[] = [
  ['actors', moveActor],
  ['participants', fillCell],
  ['agenda', typeTitle],
];

/** Edits on all three boards of a process, made by one facilitator and watched by another. */
export async function measureEdits(
  team: Team,
  process: ProcessSummary,
  [writer, reader]: readonly [BrowserContext, BrowserContext],
  runs: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [board, prepare] of boards) {
    const pages = [
      await team.open(writer, process, board),
      await team.open(reader, process, board),
    ] as const;
    const edit = await prepare(pages[0]);
    figures.push(await bestOf(runs, () => timeToBeSeen(...pages, edit, edits, limit)));
    for (const page of pages) await page.close();
  }
  return figures;
}
