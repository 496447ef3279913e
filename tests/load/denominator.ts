/*
 * `npm run bench:denominator`: how long another denominator, chosen on one screen, takes until the cards
 * of all targets say it on three screens.
 * Ends with code 1 when the limit does not hold.
 */
import { chromium, type Page } from '@playwright/test';
import config from '../browser/playwright.config.ts';
import { Parley } from '../browser/support/parley.ts';
import { Team } from '../browser/support/team.ts';
import { figureOf, holds } from './figure.ts';
import { table } from './report.ts';
import { yardstick } from './yardstick.ts';

/** Ms from the click until the slowest screen says it. */
const limit = 200;
const guests = ['Tomás Rey', 'Amira Kessan'] as const;
const turns = 48;

/**
 * Resolves in the page once the first card says something.
 * @returns ms since 1970, by the clock that all pages of one machine share
 */
const said = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const card = document.querySelector('[aria-label="Targets"] li');
          if (!card?.textContent.includes(wanted)) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      }),
    words,
  );

/** When the next press reaches the page, in ms since 1970; asked before it. */
const pressed = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('click', () => resolve(Date.now()), { capture: true, once: true });
      }),
  );

const parley = await Parley.start();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const team = new Team(parley, browser);
const desk = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };
const lead = await team.signIn(desk);
const demo = await team.openExample(lead, 'lake-meridia');
const contexts = [lead];
for (const name of guests) contexts.push(await team.join(lead, demo, name, 'participant', desk));
const pages: Page[] = [];
for (const context of contexts) pages.push(await team.open(context, demo, 'participants'));
const [host] = pages;
if (!host) throw new Error('Nobody came');
for (const page of pages) await said(page, 'of 24 confirmed');

const before = yardstick();
const slowest: number[] = [];
for (let turn = 0; turn < turns; turn += 1) {
  const [word, words] =
    turn % 2 === 0
      ? (['Invited', 'of 25 invited'] as const)
      : (['Confirmed', 'of 24 confirmed'] as const);
  const all = pages.map((page) => said(page, words));
  const click = pressed(host);
  // What was asked of the pages is there before the click.
  await Promise.all(pages.map((page) => page.evaluate(() => undefined)));
  await host
    .getByRole('radiogroup', { name: 'Counted as' })
    .getByText(word, { exact: true })
    .click();
  const begun = await click;
  slowest.push(Math.max(...(await Promise.all(all))) - begun);
}
await team.end();
await browser.close();
await parley.remove();

const figures = [
  figureOf('Another denominator, until the slowest of three screens says it', slowest, limit),
];
console.log(`\n${table(figures)}\n\nYardstick before and after: ${before}, ${yardstick()} ms`);
process.exitCode = figures.every(holds) ? 0 : 1;
