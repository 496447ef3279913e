import type { ProcessSummary } from '@parley/contracts';
import type { BrowserContext, Page } from '@playwright/test';
import { actorPanel, chooseActor } from '../browser/support/actors.ts';
import { choose } from '../browser/support/frame.ts';
import type { Team } from '../browser/support/team.ts';

/** A picture of what stands around the boards. */
export interface Picture {
  readonly name: string;
  /** The looks that it is taken in. */
  readonly looks: readonly string[];
  /** Brings the lead's page, open on the demo's map, to what is shown. */
  readonly show: (page: Page) => Promise<void>;
}

export const pictures: readonly Picture[] = [
  {
    name: 'votes',
    looks: ['light', 'dark', 'phone'],
    show: async (page) => {
      await page.getByRole('button', { name: /^Comments, votes and decisions/ }).click();
      await choose(page.getByRole('dialog'), 'Comments, votes and decisions', 'Votes');
      await page.getByText('1 person has voted').waitFor();
    },
  },
  {
    name: 'members',
    looks: ['light', 'dark', 'phone'],
    show: async (page) => {
      await page.getByRole('button', { name: /^Team \d/ }).click();
      await page.getByRole('button', { name: 'Manage members' }).click();
      await page
        .getByRole('button', { name: /^Remove / })
        .first()
        .waitFor();
    },
  },
  {
    name: 'spaces',
    looks: ['phone'],
    show: async (page) => {
      await page.getByRole('button', { name: 'Spaces' }).click();
      await page.getByRole('dialog', { name: 'Spaces' }).getByText('Plenary').waitFor();
    },
  },
  {
    name: 'account',
    looks: ['light', 'phone'],
    show: async (page) => {
      await page.goto(new URL('/account', page.url()).href);
      await page.getByRole('heading', { name: 'Your account' }).waitFor();
    },
  },
  {
    name: 'ended',
    looks: ['phone'],
    show: async (page) => {
      await page.goto(new URL('/ended#removed', page.url()).href);
      await page.getByText('You are no longer in this space').waitFor();
    },
  },
];

/** Two more spaces, a thread and a vote, so that the pictures have something to show. */
export async function furnish(
  team: Team,
  process: ProcessSummary,
  lead: BrowserContext,
  tomas: BrowserContext,
) {
  await team.makeSpace(lead, process, {
    kind: 'plenary',
    title: 'Plenary',
    attribution: 'non-attribution',
  });
  await team.makeSpace(lead, process, {
    kind: 'caucus',
    title: 'Caucus: upstream',
    attribution: 'named',
  });
  const page = await team.open(tomas, process, 'actors');
  await chooseActor(page, 'Council of Elders');
  await actorPanel(page).getByLabel('Add a comment').fill('Who speaks for them since the spring?');
  await actorPanel(page).getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('button', { name: /^Comments, votes and decisions/ }).click();
  const panel = page.getByRole('dialog');
  await choose(panel, 'Comments, votes and decisions', 'Votes');
  await panel.getByRole('button', { name: 'Ask for a vote' }).click();
  await panel.getByLabel('Question').fill('Where do we meet in March?');
  await panel.getByLabel('Option 1', { exact: true }).fill('By the lake');
  await panel.getByLabel('Option 2', { exact: true }).fill('In the capital');
  await panel.getByRole('switch', { name: 'Secret ballot' }).click();
  await panel.getByRole('button', { name: 'Open the vote' }).click();
  await panel.getByRole('button', { name: 'One dot more on By the lake' }).click();
  await panel.getByRole('button', { name: 'Cast my vote' }).click();
  await panel.getByText('Your vote counts.').waitFor();
  await page.close();
}

/** Asks to be let in, and takes the page on which one waits. */
export async function waiting(
  team: Team,
  process: ProcessSummary,
  lead: BrowserContext,
  guest: BrowserContext,
): Promise<Page> {
  const page = await guest.newPage();
  await page.goto(await team.invite(lead, process, 'participant', { waits: true }));
  await page.getByLabel('Your name').fill('Bilal');
  await page.getByRole('button', { name: 'Ask to come in' }).click();
  await page.getByText('You asked at').waitFor();
  return page;
}
