/*
 * `npm run bench:reveal`: how long a blind round takes from the host's click until what was rated stands
 * on all of six screens: twelve actors by four kinds of power, access and influence, all rated by all.
 * Ends with code 1 when the limit does not hold.
 *
 * --rounds=5  So many rounds follow one another, and each is slower than the one before by what it adds.
 */
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import config from '../browser/playwright.config.ts';
import { Parley } from '../browser/support/parley.ts';
import { openRound, rate, round, saySource } from '../browser/support/rounds.ts';
import { Team } from '../browser/support/team.ts';
import { holds, type Figure } from './figure.ts';
import { table } from './report.ts';
import { yardstick } from './yardstick.ts';

/** Ms from the click until the slowest screen shows everything. */
const limit = 1000;
const guests = ['Tomás Rey', 'Amira Kessan', 'Olu Adeyemi', 'ليلى حداد', 'Jun Park'] as const;
const [actors, kinds] = [12, 6];
const asked = process.argv.find((given) => given.startsWith('--rounds='))?.slice(9);
const rounds = Number(asked ?? 5);

/** No two people rate alike, and everybody has unknowns. */
const levelsOf = (who: number) =>
  Array.from({ length: actors * kinds }, (_, at) =>
    at % 11 === who ? 'u' : String((at * (who + 1) + who) % 5),
  );

/**
 * Resolves in the page once all of a round has been drawn.
 * @returns ms since 1970, by the clock that all pages of one machine share
 */
const drawn = (page: Page, cells: number): Promise<number> =>
  page.evaluate(
    (enough) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const there = document.querySelectorAll('[aria-label="What was rated"] td button');
          if (there.length < enough) return;
          watch.disconnect();
          requestAnimationFrame(() => globalThis.setTimeout(() => resolve(Date.now())));
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { childList: true, subtree: true });
        look();
      }),
    cells,
  );

/** When the next press on a button reaches the page, in ms since 1970; asked before it. */
const pressed = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('click', () => resolve(Date.now()), { capture: true, once: true });
      }),
  );

/** Rates everything in the round that is open, on every page. */
async function rateAll(pages: readonly Page[], title: string) {
  for (const [who, page] of pages.entries()) {
    await round(page, title).waitFor();
    await saySource(page, 'Seen ourselves');
    await rate(page, levelsOf(who));
    const all = `${actors * kinds} of ${actors * kinds} rated`;
    await round(page, title).getByText(all).waitFor();
    await page.getByRole('button', { name: 'I am done' }).click();
  }
  for (const page of pages) await round(page, title).getByText('6 of 6 finished').waitFor();
}

/** @returns ms from the host's click until each of the pages shows the results */
async function reveal(pages: readonly Page[], host: Page): Promise<readonly number[]> {
  await host.getByRole('button', { name: 'Reveal the ratings' }).click();
  const sure = host.getByRole('button', { name: 'Reveal the ratings' });
  await sure.waitFor();
  const shown = pages.map((page) => drawn(page, actors * kinds));
  const click = pressed(host);
  // What was asked of the pages is there before the click.
  await Promise.all(pages.map((page) => page.evaluate(() => undefined)));
  await sure.click();
  const begun = await click;
  return (await Promise.all(shown)).map((at) => at - begun);
}

const parley = await Parley.start();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const team = new Team(parley, browser);
const desk = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };
const lead = await team.signIn(desk);
const demo = await team.openExample(lead, 'lake-meridia');
const contexts = [lead];
for (const name of guests) contexts.push(await team.join(lead, demo, name, 'participant', desk));
const pages: Page[] = [];
for (const context of contexts) {
  const page = await context.newPage();
  await page.goto(`${team.address(demo, 'actors')}?view=rounds`);
  pages.push(page);
}
const [host] = pages;
if (!host) throw new Error('Nobody came');

/** Ratings of three rounds are what the server takes from one person in a minute. */
const begun: number[] = [];
async function atPeoplesPace() {
  const third = begun.at(-3);
  if (third !== undefined) await setTimeout(Math.max(0, third + 61_000 - Date.now()));
  begun.push(Date.now());
}

const before = yardstick();
const slowest: number[] = [];
const own: number[] = [];
for (let number = 1; number <= rounds; number += 1) {
  const title = `Round ${number}`;
  await atPeoplesPace();
  if (number === 1) await openRound(host, title, actors, 'Nadia Halden');
  else {
    await host.getByRole('button', { name: 'Second round' }).click();
    await host.getByLabel('What it is called').fill(title);
    await host.getByRole('button', { name: 'Open the round' }).click();
  }
  await rateAll(pages, title);
  const times = await reveal(pages, host);
  console.log(`${title}: ${times.join(', ')} ms`);
  slowest.push(Math.max(...times));
  own.push(times[0] ?? 0);
}
await team.end();
await browser.close();
await parley.remove();

/** The worst stands where other figures have their 95th percentile: a few rounds have none. */
function worstOf(name: string, samples: readonly number[], most: number | null): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  const worst = sorted.at(-1) ?? Number.POSITIVE_INFINITY;
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? worst;
  return {
    ...{ name, unit: 'ms', p50: middle, p95: worst, most: worst },
    ...{ samples: samples.length, limit: most, note: 'worst for p95' },
  };
}

const figures = [
  worstOf('Reveal of 12 actors by 6 kinds, until the slowest of six screens', slowest, limit),
  worstOf('Reveal of 12 actors by 6 kinds, until the screen of the host', own, null),
];
console.log(`\n${table(figures)}\n\nYardstick before and after: ${before}, ${yardstick()} ms`);
process.exitCode = figures.every(holds) ? 0 : 1;
