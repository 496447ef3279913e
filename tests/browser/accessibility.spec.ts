import type { Page } from '@playwright/test';
import { actorOnMap, chooseActor } from './support/actors.ts';
import { block, blockPanel } from './support/agenda.ts';
import { choose, goTo, openAccountMenu } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { person, targetCards } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import type { Board, Team } from './support/team.ts';

const boards: readonly Board[] = ['actors', 'participants', 'agenda', 'process'];
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test('the pages before a session', async ({ parley, team }) => {
  const page = await (await team.visitor()).newPage();
  await page.goto(parley.setUpLink);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Enter a name of 1 to 80 characters')).toBeVisible();
  await isAccessible(page, 'set-up, with what is missing');
  await page.goto(`${parley.origin}/sign-in`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await isAccessible(page, 'sign-in');

  const nadia = await team.signIn();
  await page.goto(await team.invite(nadia, await team.makeProcess(nadia, 'Invited'), 'observer'));
  await page.getByLabel('Your name').waitFor();
  await isAccessible(page, 'join');
  await page.goto(`${parley.origin}/join`);
  await page.getByText('There is no invitation in this address').waitFor();
  await isAccessible(page, 'join without an invitation');
});

test('the pages of those who wait, and of those whose space is over', async ({ parley, team }) => {
  const nadia = await team.signIn();
  const process = await team.makeProcess(nadia, 'By the door');
  const page = await (await team.visitor(phone)).newPage();
  await page.goto(await team.invite(nadia, process, 'participant', { waits: true }));
  await page.getByLabel('Your name').fill('Bilal');
  await page.getByRole('button', { name: 'Ask to come in' }).click();
  await page.getByText('You asked at').waitFor();
  await isAccessible(page, 'waiting');
  const host = await team.open(nadia, process, 'actors');
  await host.getByRole('button', { name: '1 person waits to be let in' }).click();
  await host.getByRole('button', { name: 'Let in Bilal' }).waitFor();
  await isAccessible(host, 'who waits, for a host', '[role="dialog"]');
  await page.goto(`${parley.origin}/ended#removed,2`);
  await page.getByText('You are no longer in this space').waitFor();
  await isAccessible(page, 'ended, with changes that were not saved');
});

test('comments, votes and decisions', async ({ team }) => {
  const page = await openDemo(team, 'actors');
  await chooseActor(page, 'Council of Elders');
  const inspector = page.getByRole('complementary');
  await inspector.getByLabel('Add a comment').fill('Who speaks for them?');
  await inspector.getByRole('button', { name: 'Comment', exact: true }).click();
  await inspector.getByRole('button', { name: 'Resolve' }).waitFor();
  await isAccessible(page, 'an actor with a comment', 'aside');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Comments, votes and decisions' }).click();
  const panel = page.getByRole('dialog', { name: 'Comments, votes and decisions' });
  await panel.getByText('Who speaks for them?').waitFor();
  await isAccessible(page, 'open comments', '[role="dialog"]');
  await choose(panel, 'Comments, votes and decisions', 'Votes');
  await panel.getByRole('button', { name: 'Ask for a vote' }).click();
  await panel.getByLabel('Question').fill('Where do we meet?');
  await panel.getByLabel('Option 1', { exact: true }).fill('By the lake');
  await panel.getByLabel('Option 2', { exact: true }).fill('In the capital');
  await isAccessible(page, 'a new vote', '[role="dialog"]');
  await panel.getByRole('button', { name: 'Open the vote' }).click();
  await panel.getByRole('button', { name: 'Cast my vote' }).waitFor();
  await isAccessible(page, 'a vote', '[role="dialog"]');
  await choose(panel, 'Comments, votes and decisions', 'Decisions');
  await panel.getByRole('button', { name: 'Record a decision' }).click();
  await isAccessible(page, 'a new decision', '[role="dialog"]');
});

test('home, empty and filled', async ({ ownParley, ownTeam }) => {
  const nadia = await ownTeam.signIn();
  const page = await nadia.newPage();
  await page.goto(ownParley.origin);
  await page.getByRole('heading', { name: 'No process yet' }).waitFor();
  await isAccessible(page, 'home, empty');
  await page.getByRole('button', { name: 'New process' }).first().click();
  await page.getByRole('dialog', { name: 'A new process' }).waitFor();
  await isAccessible(page, 'dialog for a new process');
  await ownTeam.openExample(nadia, 'lake-meridia');
  await page.reload();
  await page.getByRole('link', { name: 'Lake Meridia water dialogue' }).waitFor();
  await isAccessible(page, 'home, filled');
});

test('boards with nothing on them', async ({ team }) => {
  const nadia = await team.signIn();
  const page = await team.open(nadia, await team.makeProcess(nadia, 'Empty'), 'actors');
  for (const board of boards) {
    await goTo(page, board);
    await page
      .getByRole('heading', { level: 2 })
      .or(page.getByRole('heading', { level: 3 }))
      .first()
      .waitFor();
    await isAccessible(page, `${board}, empty`);
  }
});

test('the map and the tables beside it', async ({ team }) => {
  const page = await openDemo(team, 'actors');
  await isAccessible(page, 'map');
  await chooseActor(page, 'Council of Elders');
  await isAccessible(page, 'an actor chosen', 'aside');
  for (const view of ['Table', 'Ties']) {
    await choose(page, 'View', view);
    await page.getByRole('grid').getByRole('rowheader').first().waitFor();
    await isAccessible(page, `actors as ${view}`);
  }
});

test('the list of participants', async ({ team }) => {
  const page = await openDemo(team, 'participants');
  await person(page, 'Delegate U-01').waitFor();
  await isAccessible(page, 'participants');
  await person(page, 'Delegate U-01').getByRole('rowheader').click();
  await isAccessible(page, 'a person chosen', 'aside');
  await targetCards(page).first().getByRole('button').click();
  await isAccessible(page, 'a target open', 'aside');
});

test('the agenda, as days and as a list', async ({ team }) => {
  const page = await openDemo(team, 'agenda');
  await block(page, 'Lunch').first().waitFor();
  await isAccessible(page, 'agenda, days');
  await block(page, 'One text, first reading').click();
  await blockPanel(page).waitFor();
  await isAccessible(page, 'a block chosen', 'aside');
  await choose(page, 'View', 'List');
  await page.getByRole('table').first().waitFor();
  await isAccessible(page, 'agenda, list');
});

async function openDemo(team: Team, board: Board): Promise<Page> {
  const nadia = await team.signIn();
  return team.open(nadia, await team.openExample(nadia, 'lake-meridia'), board);
}

test('dialogs and menus', async ({ team }) => {
  const page = await openDemo(team, 'actors');
  const opened = async (name: string, open: () => Promise<void>) => {
    await open();
    await page.getByRole('dialog', { name }).waitFor();
    await isAccessible(page, name, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  const fromMenu = (menu: string, entry: string) => async () => {
    await page.getByRole('button', { name: menu }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };
  await opened('Keyboard shortcuts', () => page.keyboard.press('?'));
  await opened('Nadia Haddad: account and appearance', () => openAccountMenu(page));
  await opened('What is saved', () =>
    page.getByRole('button', { name: 'All changes saved' }).click(),
  );
  const panel = () => page.getByRole('button', { name: /^Team / }).click();
  await opened('Team: members and invitations', panel);
  for (const part of ['Manage members', 'Invitation links', 'Settings']) {
    await opened('Team', async () => {
      await panel();
      await page.getByRole('button', { name: part }).click();
      if (part !== 'Invitation links') return;
      await page.getByRole('button', { name: 'New link' }).click();
      await page.getByRole('button', { name: 'Create link' }).click();
      await page.getByRole('button', { name: 'Show QR code' }).click();
      await page.getByRole('button', { name: 'New link' }).click();
    });
  }
  await opened('A new space', async () => {
    await panel();
    await page.getByRole('button', { name: 'New space' }).click();
  });
  await opened('Add tie', async () => {
    await actorOnMap(page, 'Council of Elders').focus();
    await page.keyboard.press('t');
  });
  await goTo(page, 'participants');
  const more = 'More: import, export, fields';
  await opened('Import people', fromMenu(more, 'Import from a file…'));
  await opened('Fields this process uses', fromMenu(more, 'Fields this process uses…'));
  await goTo(page, 'agenda');
  await opened('Rooms', fromMenu('More for the agenda', 'Rooms…'));
  await opened('Ground rules', fromMenu('More for the agenda', 'Ground rules…'));
});

test('everything on a phone', async ({ parley, team }) => {
  const nadia = await team.signIn(phone);
  const process = await team.openExample(nadia, 'lake-meridia');
  const page = await nadia.newPage();
  await page.goto(parley.origin);
  await page.getByRole('heading', { name: 'Your processes' }).waitFor();
  await isAccessible(page, 'home on a phone');
  for (const board of boards) {
    await page.goto(team.address(process, board));
    await shown[board](page);
    await isAccessible(page, `${board} on a phone`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(wider, `${board} fits the width of a phone`).toBeLessThanOrEqual(0);
  }
  await page.getByRole('button', { name: 'Spaces' }).click();
  await page.getByRole('button', { name: 'Show who and when' }).click();
  await page
    .getByText(/\d visits?$/)
    .first()
    .waitFor();
  await isAccessible(page, 'spaces and people on a phone', '[role="dialog"]');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog', { name: 'Team' }).waitFor();
  await isAccessible(page, 'the dialog of a space on a phone', '[role="dialog"]');
  await page.goto(`${parley.origin}/account`);
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  await isAccessible(page, 'the account on a phone');
});

const shown: Readonly<Record<Board, (page: Page) => Promise<void>>> = {
  actors: (page) => actorOnMap(page, 'Council of Elders').waitFor(),
  participants: (page) => page.getByText('Delegate U-01').waitFor(),
  agenda: (page) => page.getByRole('button', { name: /^Arrival and ground rules/ }).waitFor(),
  process: (page) => page.getByRole('heading', { level: 2, name: 'Design log' }).waitFor(),
};

test('light and dark differ, and follow the choice in the menu', async ({ team }) => {
  const nadia = await team.signIn({ colorScheme: 'light' });
  const page = await team.open(nadia, await team.makeProcess(nadia, 'Themes'), 'actors');
  const paper = page.locator('html');
  const isOn = (colour: string) => expect(paper).toHaveCSS('background-color', colour);
  const colour = () => paper.evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await colour();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(paper).not.toHaveCSS('background-color', light);
  const dark = await colour();

  await openAccountMenu(page);
  await choose(page, 'Appearance', 'Light');
  await isOn(light);
  await choose(page, 'Appearance', 'Dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await isOn(dark);

  await test.step('and the choice lasts', async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Actors' }).waitFor();
    await isOn(dark);
  });
});
