import type { Page } from '@playwright/test';
import { actorBody, chooseActor, middleOf } from '../browser/support/actors.ts';
import type { Board } from '../browser/support/team.ts';

/** What two colleagues do on each board while its picture is taken. */
export const company: Readonly<Record<Board, (tomas: Page, amira: Page) => Promise<void>>> = {
  actors: async (tomas, amira) => {
    await chooseActor(tomas, 'Delta Farmers’ League');
    await pointBeside(tomas, 'Premier’s Office', { x: -40, y: 110 });
    await pointBeside(amira, 'Hydrology Office', { x: 60, y: 60 });
  },
  participants: async (tomas, amira) => {
    await tomas.getByRole('rowheader', { name: 'Delegate D-01' }).click();
    await amira.getByRole('row', { name: 'Delegate M-02' }).getByRole('gridcell').nth(1).dblclick();
    await amira.keyboard.type('Deputy to');
  },
  agenda: async (tomas, amira) => {
    await tomas.getByRole('button', { name: /^Working group 2/ }).click();
    await amira.getByRole('button', { name: /^What goes home/ }).click();
    await amira.getByLabel('Title', { exact: true }).click();
  },
  process: () => Promise.resolve(),
};

/** Puts the pointer some pixels from an actor, so that others see it there on their maps. */
async function pointBeside(
  page: Page,
  actor: string,
  by: { readonly x: number; readonly y: number },
) {
  const { x, y } = await middleOf(actorBody(page, actor));
  await page.mouse.move(x + by.x, y + by.y, { steps: 4 });
}
