/*
 * `npm run bench:boards`: what the three boards cost, held against the limits that must hold. Prints one
 * table, writes results/boards.json, and ends with code 1 when a limit does not hold.
 *
 * --runs=3  Times are the best of so many runs: other work on the machine can only add to them.
 * --only=scripts|edits|map|list|people  Measures this alone and keeps no results.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import config from '../browser/playwright.config.ts';
import { Parley } from '../browser/support/parley.ts';
import { Team } from '../browser/support/team.ts';
import { measureEdits } from './edits-of-boards.ts';
import { bestOf, frame, holds, type Figure } from './figure.ts';
import { scrollList } from './list-work.ts';
import { measureMap } from './map-of-boards.ts';
import { measurePeople } from './people-of-boards.ts';
import { table, writeResults } from './report.ts';
import { measureScripts } from './scripts-of-boards.ts';
import { yardstick } from './yardstick.ts';

const asked = (name: string) =>
  process.argv.find((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3);
const runs = Number(asked('runs') ?? 3);
const only = asked('only');

const parley = await Parley.start();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const team = new Team(parley, browser);
const desk = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };
const lead = await team.signIn(desk);

async function scripts(): Promise<Figure[]> {
  return measureScripts(team, await team.openExample(lead, 'lake-meridia'));
}

async function edits(): Promise<Figure[]> {
  const demo = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, demo, 'Amira Said', 'facilitator', desk);
  return measureEdits(team, demo, [lead, colleague], runs);
}

async function map(): Promise<Figure[]> {
  return [
    ...(await measureMap(team, lead, parley.origin, { actors: 500, ties: 750, runs })),
    ...(await measureMap(team, lead, parley.origin, { actors: 2000, ties: 3000, runs })),
  ];
}

async function list(): Promise<Figure[]> {
  const yemen = await team.openExample(lead, 'yemen-ndc-2012');
  const page = await team.open(lead, yemen, 'participants');
  const name = 'List of 565 people, main thread per notch of the wheel';
  const figure = await bestOf(runs, () => scrollList(page, name, frame));
  await page.close();
  return [figure];
}

async function people(): Promise<Figure[]> {
  return measurePeople(team, lead, parley.origin, { people: 5000, runs });
}

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  scripts,
  edits,
  map,
  list,
  people,
};

const figures: Figure[] = [];
const yardsticks = [yardstick()];
for (const [name, measure] of Object.entries(parts)) {
  if (only !== undefined && only !== name) continue;
  console.log(`Measuring: ${name} …`);
  figures.push(...(await measure()));
  yardsticks.push(yardstick());
}
if (only === undefined) {
  const file = fileURLToPath(new URL('results/boards.json', import.meta.url));
  await writeResults(file, browser.version(), yardsticks, figures);
}
await team.end();
await browser.close();
await parley.remove();

console.log(
  `\n${table(figures)}\n\nYardstick before and after each part: ${yardsticks.join(', ')} ms`,
);
process.exitCode = figures.length > 0 && figures.every(holds) ? 0 : 1;
