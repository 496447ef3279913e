import type { Locator, Page } from '@playwright/test';
import { actorsMap, actorsOnMap } from './support/actors.ts';
import { matrix } from './support/convening.ts';
import { choose } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import {
  heardIn,
  levelsOf,
  sayThings,
  standIn,
  statedAt,
  type InTable,
} from './support/view-tables.ts';
import { allViews, viewOf } from './support/views.ts';

/*
 * What holds of every view of the actors board. A new view needs a row here: the menu on the screen is
 * held against the rows. What is drawn has a table that says the same; everything is accessible.
 */

interface Drawn {
  /** Every actor of the picture as readers of the screen hear it: `name: place`. */
  readonly heard: (page: Page) => Promise<readonly string[]>;
  /** Shows the table. @returns its rows */
  readonly rows: (page: Page) => Promise<Locator>;
  /** What the cells of an actor's row say of its place in the picture; left out: that it is there. */
  readonly says?: InTable;
  /** Whether parties alone are drawn, each at every place where something is said of it. */
  readonly parties?: true;
}

interface View {
  /** As it stands in the address. */
  readonly id: string;
  /** Stands there when the view does. */
  readonly shown: (page: Page) => Locator;
  /** null: it is a table or a list itself. */
  readonly drawn: Drawn | null;
}

const same = (place: string) => [place];

const drawnIn = (id: string, title: string, more: Partial<Drawn> = {}): View => ({
  id,
  shown: (page) => viewOf(page, title),
  drawn: {
    heard: (page) => heardIn(viewOf(page, title).getByRole('option')),
    rows: async (page) => {
      await choose(page, 'Shown as', 'Table');
      return page.getByRole('region', { name: title }).getByRole('row');
    },
    ...more,
  },
});

const views: Readonly<Record<string, View>> = {
  Network: {
    id: 'network',
    shown: actorsMap,
    drawn: {
      heard: (page) => heardIn(actorsOnMap(page)),
      rows: async (page) => {
        await choose(page, 'View', 'Table');
        return page.getByRole('grid', { name: 'Actors' }).getByRole('row');
      },
    },
  },
  Table: {
    id: 'table',
    shown: (page) => page.getByRole('grid', { name: 'Actors' }).getByRole('rowheader').first(),
    drawn: null,
  },
  Ties: {
    id: 'ties',
    shown: (page) => page.getByRole('grid').getByRole('row').nth(1),
    drawn: null,
  },
  'Interest and power': drawnIn('interest', 'Interest against Structural power', {
    says: levelsOf,
  }),
  'Access and influence': drawnIn('influence', 'Access against influence: Any convener', {
    ...{ says: statedAt, parties: true },
  }),
  Attitude: drawnIn('attitude', 'Attitude to the process', { says: levelsOf }),
  Levels: drawnIn('levels', 'Levels of leadership', { says: same }),
  Sectors: drawnIn('sectors', 'Sectors', { says: same }),
  Salience: drawnIn('salience', 'Salience by Structural power', { says: same }),
  Engagement: {
    id: 'engagement',
    shown: (page) => page.getByRole('heading', { name: 'When were we last in touch?' }),
    drawn: null,
  },
  'Who matters?': {
    id: 'cards',
    shown: (page) => page.getByLabel('Name of a person or group'),
    drawn: null,
  },
  Convening: { id: 'convening', shown: matrix, drawn: null },
  'Blind rounds': {
    id: 'rounds',
    shown: (page) => page.getByRole('heading', { name: 'No blind round yet' }),
    drawn: null,
  },
  // Two of the pictures above, on two days: see below.
  'Two days': {
    id: 'days',
    shown: (page) => page.getByRole('heading', { name: 'What is different' }),
    drawn: null,
  },
};

const isStated = (words: string) => words.includes(': Access');

test('every view is accessible, and what it draws stands in a table with the same words', async ({
  team,
}) => {
  const lead = await team.signIn({ viewport: { width: 1440, height: 1600 } });
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  await sayThings(page);
  expect(await allViews(page), 'the views that have a row here').toEqual(Object.keys(views));
  const count = await actorsOnMap(page).count();

  for (const [name, { id, shown, drawn }] of Object.entries(views)) {
    await test.step(name, async () => {
      await page.goto(`${team.address(process, 'actors')}?view=${id}`);
      await expect(shown(page)).toBeVisible();
      await isAccessible(page, `the view ${name}`, 'main');
      if (!drawn) return;
      const heard = await drawn.heard(page);
      const rows = await drawn.rows(page);
      await standIn(rows, heard, drawn.says);
      const actors = new Set(heard.map((words) => words.split(': ', 1)[0]));
      const parts = rows.filter({ has: page.getByRole('rowheader') });
      await expect(parts, `the table of ${name} has nobody else`).toHaveCount(actors.size);
      if (drawn.parties) expect(heard.filter(isStated), 'what was said').not.toEqual([]);
      else expect(actors.size, `all actors are drawn in ${name}`).toBe(count);
      if (id === 'network') return;
      await isAccessible(page, `the table of ${name}`, 'main');
      await choose(page, 'Shown as', 'Picture');
    });
  }
});

test('every view fits a phone, and is accessible there', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const lead = await team.signIn(phone);
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await lead.newPage();
  for (const [name, { id }] of Object.entries(views)) {
    await page.goto(`${team.address(process, 'actors')}?view=${id}`);
    await expect(page.locator('.switch').getByRole('button')).toHaveText(name);
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await isAccessible(page, `the view ${name} on a phone`, 'main');
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(wider, `${name} fits the width of a phone`).toBeLessThanOrEqual(0);
  }
});
