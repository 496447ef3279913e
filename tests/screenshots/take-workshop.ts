/*
 * The pictures of docs/mapping-in-a-workshop.md, and those of two scripts: the second half of
 * `npm run screenshots`.
 */
import { chromium } from '@playwright/test';
import config from '../browser/playwright.config.ts';
import { Parley } from '../browser/support/parley.ts';
import { Team } from '../browser/support/team.ts';
import { phone, screen, take } from './camera.ts';
import { takeTwoScripts } from './two-scripts.ts';
import { takeWorkshop } from './workshop.ts';

const parley = await Parley.start();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const team = new Team(parley, browser);
const lead = await team.signIn(screen);
const process = await team.openExample(lead, 'lake-meridia');
const tomas = await team.join(lead, process, 'Tomás Reyl', 'facilitator', screen);
const amira = await team.join(lead, process, 'Amira Kessan', 'participant', phone);

await takeWorkshop({ team, process, lead, tomas, amira, take });
await takeTwoScripts(team, lead, parley.origin, take);

await team.end();
await browser.close();
await parley.remove();
