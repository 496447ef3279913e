import type { Locator, Page } from '@playwright/test';
import { actorsOnMap, nameField } from './support/actors.ts';
import { matrix } from './support/convening.ts';
import { allSaved } from './support/frame.ts';
import { tabTo } from './support/keyboard.ts';
import { round } from './support/rounds.ts';
import { expect, test } from './support/test.ts';
import { allViews } from './support/views.ts';

/*
 * Every view of the actors board by keyboard alone: chosen, come into by Tab, walked by arrows, an
 * actor opened with Enter, and left again. A new view needs a row here: what can be chosen on the
 * screen is held against the rows.
 */

interface View {
  /** Where the arrows lead, from the one place that Tab leads to. null: each has its own stop. */
  readonly places: ((page: Page) => Locator) | null;
  /** Whatever else the view has keys for, before. */
  readonly begin?: (page: Page) => Promise<void>;
  /** Opens what has the focus; left out: Enter on an actor does, and the panel has its name. */
  readonly open?: (page: Page) => Promise<void>;
}

const pressed = async (page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
  await tabTo(page, place, key);
  await page.keyboard.press('Enter');
};

const drawn: View = { places: (page) => page.locator('.print-alone').getByRole('option') };

/** Of a table the panel shows whose row one is in: Enter is for the cell. */
const table = (name: string, panel: string): View => ({
  places: (page) => page.getByRole('grid', { name, exact: true }).locator('[data-row]'),
  open: (page) => expect(page.getByRole('complementary', { name: panel })).toBeVisible(),
});

const views: Readonly<Record<string, View>> = {
  Network: { places: actorsOnMap },
  Table: {
    ...table('Actors', 'Actor'),
    async open(page) {
      await page.keyboard.press('Home');
      const name = await focusedIn(page.getByRole('rowheader')).innerText();
      await expect(nameField(page)).toHaveValue(name.trim());
    },
  },
  Ties: table('Ties', 'Tie'),
  'Interest and power': drawn,
  'Access and influence': drawn,
  Attitude: drawn,
  Levels: drawn,
  Sectors: drawn,
  Salience: drawn,
  Engagement: { places: null, open: recordContact },
  'Who matters?': { places: null, open: settleCard },
  Convening: {
    places: (page) => matrix(page).locator('[data-row]'),
    async open(page) {
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const pair = page.getByRole('complementary', { name: 'Who can bring whom' });
      await expect(pair).toBeVisible();
    },
  },
  'Blind rounds': { places: null, open: rateAndReveal },
  'Two days': { ...drawn, begin: compareLevels },
};

const focusedIn = (places: Locator) => places.and(places.page().locator(':focus'));

/** Chooses a view as it stands: beside the title, or in the menu. */
async function chooseByKeys(page: Page, name: string) {
  const beside = page.getByRole('radiogroup', { name: 'View', exact: true }).getByRole('radio');
  const wanted = beside.and(page.getByRole('radio', { name, exact: true }));
  if ((await wanted.count()) > 0) {
    await tabTo(page, beside.and(page.locator(':checked')), 'Shift+Tab');
    if (!(await wanted.isChecked())) await page.keyboard.press('ArrowRight');
    await expect(wanted).toBeChecked();
    return;
  }
  const menu = page.locator('.switch').getByRole('button');
  await pressed(page, menu, 'Shift+Tab');
  const items = page.getByRole('menuitemradio');
  await expect(items.first()).toBeVisible();
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  const index = (await items.allInnerTexts()).indexOf(name);
  for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown');
  await expect(items.nth(index)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu).toHaveText(name);
}

/** Comes in by Tab, goes as far as arrows lead, opens what is there, leaves and comes back to it. */
async function walk(page: Page, { places, open }: View) {
  if (places === null) return open?.(page);
  const all = places(page);
  await tabTo(page, all.and(page.locator('[tabindex="0"]')).first());
  const first = await focusedIn(all).elementHandle();
  for (const key of ['ArrowDown', 'ArrowRight']) {
    await page.keyboard.press(key);
    await expect(focusedIn(all), `${key} stays among the places`).toHaveCount(1);
  }
  const moved = await page.evaluate((first) => document.activeElement !== first, first);
  expect(moved, 'the arrows lead on').toBe(true);
  if (open) await open(page);
  else await openActor(page, focusedIn(all));
  const last = await focusedIn(all).elementHandle();
  await page.keyboard.press('Tab');
  await expect(focusedIn(all), 'Tab leads out').toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  const back = await page.evaluate((last) => document.activeElement === last, last);
  expect(back, 'and back to where one was').toBe(true);
}

async function openActor(page: Page, place: Locator) {
  const words = (await place.getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toHaveValue(words.slice(0, words.indexOf(': ')));
}

async function recordContact(page: Page) {
  const { keyboard } = page;
  const elders = 'Council of Elders';
  await pressed(page, page.getByRole('main').getByRole('button', { name: 'Record a contact' }));
  const form = page.getByRole('dialog', { name: 'Record a contact' });
  await tabTo(page, form.getByRole('combobox').first());
  await keyboard.type(elders);
  await keyboard.press('Enter');
  await tabTo(page, form.getByLabel('What was said, in our words'));
  await keyboard.type('They wait for the north.');
  await pressed(page, form.getByRole('button', { name: 'Put on record' }));
  await expect(form).toBeHidden();
  const log = page.getByRole('region', { name: /^Log/ });
  await pressed(page, log.getByRole('heading', { level: 3 }).getByRole('button', { name: elders }));
  await expect(nameField(page)).toHaveValue(elders);
}

async function settleCard(page: Page) {
  const { keyboard } = page;
  await tabTo(page, page.getByLabel('Name of a person or group'));
  await keyboard.type('Boat builders');
  await tabTo(page, page.getByLabel('Why they matter'));
  await keyboard.type('Nothing moves without them.');
  await pressed(page, page.getByRole('button', { name: 'Put the card' }));
  await pressed(page, page.getByRole('button', { name: 'Place on the map' }));
  await expect(page.getByRole('heading', { name: 'No card waits' })).toBeVisible();
  await pressed(page, page.locator('summary', { hasText: 'settled' }), 'Shift+Tab');
  await pressed(page, page.getByRole('button', { name: 'Show details' }));
  await expect(nameField(page)).toHaveValue('Boat builders');
}

async function rateAndReveal(page: Page) {
  const { keyboard } = page;
  const open = round(page, 'By keyboard');
  await pressed(page, page.getByRole('button', { name: 'Open a round' }));
  await tabTo(page, page.getByLabel('What it is called'));
  await keyboard.type('By keyboard');
  await pressed(page, page.getByRole('button', { name: 'Open the round' }));
  await expect(open).toContainText('0 of 1 finished');
  await pressed(page, page.getByLabel('What your readings rest on'));
  await keyboard.type('Seen');
  await expect(page.getByRole('option', { name: 'Seen ourselves' })).toHaveAttribute(
    'data-highlighted',
    '',
  );
  await keyboard.press('Enter');
  await tabTo(
    page,
    page.getByRole('radiogroup', { name: 'Structural power' }).getByRole('radio').first(),
  );
  await keyboard.press('3');
  await keyboard.press('u');
  await expect(open).toContainText(/2 of \d+ rated/);
  await pressed(page, page.getByRole('button', { name: 'I am done' }));
  await expect(open).toContainText('1 of 1 finished');
  for (let press = 0; press < 2; press += 1) {
    await pressed(page, page.getByRole('button', { name: 'Reveal the ratings' }));
  }
  const results = page.getByRole('region', { name: 'What was rated' });
  await pressed(page, results.getByRole('cell').getByRole('button').first());
  await expect(results.getByRole('listitem').first()).toBeVisible();
}

async function compareLevels(page: Page) {
  await pressed(page, page.getByRole('combobox', { name: 'What is compared' }));
  await page.keyboard.type('Levels');
  const option = page.getByRole('option', { name: 'Levels', exact: true });
  await expect(option).toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: /^Levels of leadership, / })).toHaveCount(2);
}

test('every view is chosen, walked and left, and an actor opened from it, by keyboard alone', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  expect(await allViews(page), 'the views that have a row here').toEqual(Object.keys(views));
  for (const [name, view] of Object.entries(views)) {
    await test.step(name, async () => {
      await chooseByKeys(page, name);
      await view.begin?.(page);
      await walk(page, view);
      // Who is looked at in one view is not asked for in the next.
      await page.keyboard.press('Escape');
    });
  }
  await allSaved(page);
});
