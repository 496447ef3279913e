/*
 * The pictures of docs/from-a-longlist-to-a-room.md: the Yemen example, and the fictional demo for what
 * is known of nobody in Yemen's.
 */
import { chromium, type Page } from '@playwright/test';
import config from '../browser/playwright.config.ts';
import { allSaved, choose } from '../browser/support/frame.ts';
import { Parley } from '../browser/support/parley.ts';
import { person } from '../browser/support/participants.ts';
import { Team } from '../browser/support/team.ts';
import { phone, screen, take } from './camera.ts';

const parley = await Parley.start();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const team = new Team(parley, browser);
const lead = await team.signIn(screen);
const yemen = await team.openExample(lead, 'yemen-ndc-2012');
const demo = await team.openExample(lead, 'lake-meridia');
const page = await team.open(lead, yemen, 'participants');
const view = (process: typeof demo, id: string) =>
  page.goto(`${team.address(process, 'participants')}?view=${id}`);

/** What looks who is missing comes last. */
const told = (where: Page) =>
  where
    .getByRole('complementary')
    .getByText('Looking who is missing…')
    .waitFor({ state: 'detached' });

await told(page);
await page.getByText('4 short of 170').first().waitFor();
await take(page, 'room-targets');

await view(yemen, 'pictures');
await choose(page, 'Picture', 'Seats');
await page.getByRole('listbox').waitFor();
await told(page);
await take(page, 'room-seats');

await view(demo, 'table');
await page.getByRole('button', { name: 'Try these people' }).first().click();
await page.getByText('Delegate W-01').first().waitFor();
await take(page, 'room-what-if');
await page.getByRole('button', { name: 'Throw away' }).click();

await view(demo, 'stages');
await page.getByRole('heading', { name: /^Confirmed/ }).waitFor();
await told(page);
await take(page, 'room-stages');

await view(demo, 'table');
await person(page, 'Delegate U-01').getByRole('rowheader').click();
await page.getByRole('complementary').getByRole('combobox', { name: 'Stage' }).click();
await page.getByRole('option', { name: 'Withdrawn' }).click();
const dialog = page.getByRole('dialog', { name: 'Stage: Withdrawn' });
await dialog.getByLabel('Visa or permit').check();
await dialog.getByRole('textbox', { name: 'Reason' }).fill('Her permit did not come in time.');
await dialog.getByRole('combobox', { name: 'Comes in their place' }).click();
await page.getByRole('option', { name: 'Delegate W-01' }).click();
await take(page, 'room-withdrawn');
await dialog.getByRole('button', { name: 'Change the stage' }).click();
await dialog.waitFor({ state: 'detached' });
await page.getByText('6 of 24 confirmed').first().waitFor();
await allSaved(page);

await view(demo, 'time');
await page.getByRole('region', { name: 'Left: 1' }).waitFor();
await told(page);
await take(page, 'room-over-time');

await view(demo, 'sessions');
await page
  .getByRole('button', { name: /^Take attendance: / })
  .first()
  .waitFor();
await told(page);
await take(page, 'room-sessions');

const door = await team.join(lead, demo, 'Tomás Reyl', 'facilitator', phone);
const hand = await door.newPage();
await hand.goto(`${team.address(demo, 'participants')}?view=sessions`);
await hand
  .getByRole('button', { name: /^Take attendance: / })
  .first()
  .click();
await hand.getByRole('button', { name: /^Came/ }).first().click();
await take(hand, 'room-door-phone');

await team.end();
await browser.close();
await parley.remove();
