/*
 * `npm run screenshots`: the pictures of docs/screenshots, taken from the program itself: the fictional
 * demo, opened by its lead while two colleagues work in it.
 */
import { chromium, type Page } from '@playwright/test';
import config from '../browser/playwright.config.ts';
import { chooseActor } from '../browser/support/actors.ts';
import { allSaved } from '../browser/support/frame.ts';
import { Parley } from '../browser/support/parley.ts';
import { Team, type Board } from '../browser/support/team.ts';
import { furnish, pictures, waiting } from './around-boards.ts';
import { desk, looks, tablet, take } from './camera.ts';
import { company } from './company.ts';

/** What the lead has chosen on a board, or what is told beside it, where there is room to show that. */
const chosen: Readonly<Partial<Record<Board, (page: Page) => Promise<void>>>> = {
  actors: (page) => chooseActor(page, 'Northern Command'),
  participants: (page) => page.getByRole('button', { name: 'Try these people' }).first().waitFor(),
  agenda: (page) => page.getByRole('button', { name: /^One text, first reading/ }).click(),
};

const parley = await Parley.start();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const team = new Team(parley, browser);

const lead = await team.signIn(desk);
const demo = await team.openExample(lead, 'lake-meridia');
await team.openExample(lead, 'yemen-ndc-2012');
await team.makeProcess(lead, 'Northern pastures, preparatory talks');
const tomas = await team.join(lead, demo, 'Tomás Reyl', 'facilitator', desk);
const amira = await team.join(lead, demo, 'Amira Kessan', 'facilitator', desk);

for (const [look, options] of Object.entries(looks)) {
  const context = await team.signIn(options);
  const page = await context.newPage();
  await page.goto(parley.origin);
  await page.getByRole('link', { name: 'Lake Meridia' }).first().waitFor();
  await take(page, `home-${look}`);
  await context.close();
}

for (const board of ['actors', 'participants', 'agenda'] as const) {
  const colleagues = [
    await team.open(tomas, demo, board),
    await team.open(amira, demo, board),
  ] as const;
  await company[board](...colleagues);
  const all: typeof looks = board === 'agenda' ? { ...looks, tablet } : looks;
  for (const [look, options] of Object.entries(all)) {
    const context = await team.signIn(options);
    const page = await team.open(context, demo, board);
    if (look === 'light' || look === 'dark') await chosen[board]?.(page);
    await allSaved(page);
    await take(page, `${board}-${look}`);
    await context.close();
  }
  for (const page of colleagues) await page.close();
}

await furnish(team, demo, lead, tomas);
const here = await team.open(amira, demo, 'agenda');
for (const { name, looks: wanted, show } of pictures) {
  for (const look of wanted) {
    const context = await team.signIn(looks[look]);
    const page = await team.open(context, demo, 'actors');
    await show(page);
    await take(page, `${name}-${look}`);
    await context.close();
  }
}
await here.close();
for (const look of ['light', 'phone']) {
  const guest = await team.visitor(looks[look]);
  await take(await waiting(team, demo, lead, guest), `waiting-${look}`);
  await guest.close();
}

await team.end();
await browser.close();
await parley.remove();
