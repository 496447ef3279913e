import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { actorsOnMap, tiesOnMap } from './support/actors.ts';
import { blocks, days } from './support/agenda.ts';
import { allSaved, goTo, openAccountMenu } from './support/frame.ts';
import { list, people, person, targetCards } from './support/participants.ts';
import { lead } from './support/team.ts';

const boards = ['actors', 'participants', 'agenda'] as const;

async function createAccount(page: Page, link: string, account: typeof lead) {
  await page.goto(link);
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

test('journey 1: set up, open the demo, see a populated map, list and agenda', async ({
  ownParley,
  ownTeam,
}) => {
  const page = await (await ownTeam.visitor()).newPage();
  await createAccount(page, ownParley.setUpLink, lead);
  await expect(page.getByRole('heading', { name: 'No process yet' })).toBeVisible();

  await page.getByRole('button', { name: 'Open the demo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Actors' })).toBeVisible();
  await expect(actorsOnMap(page)).toHaveCount(38);
  expect(await tiesOnMap(page).count()).toBeGreaterThanOrEqual(52);

  await goTo(page, 'participants');
  await expect(people(page)).toHaveText('31 people');
  await expect(list(page)).toHaveAttribute('aria-rowcount', '32'); // its heading is a row too
  await expect(person(page, 'Delegate U-01')).toBeVisible();
  await expect(targetCards(page)).toHaveCount(6);

  await goTo(page, 'agenda');
  await expect(days(page)).toHaveCount(2);
  await expect(days(page).first()).toContainText('Day 1');
  await expect(blocks(page)).toHaveCount(19);
  await allSaved(page);

  await test.step('the set-up link works once', async () => {
    const other = await (await ownTeam.visitor()).newPage();
    const another = { ...lead, name: 'Somebody Else', email: 'else@example.org' };
    await createAccount(other, ownParley.setUpLink, another);
    await expect(other.getByRole('alert')).toHaveText(
      'This server has its first account. Sign in instead.',
    );
    await expect(other).toHaveURL(/set-up/);
  });
});

test('a new process begins with boards that say what belongs on them', async ({ parley, team }) => {
  const page = await (await team.signIn()).newPage();
  await page.goto(parley.origin);
  await page.getByRole('button', { name: 'New process' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'A new process' });
  await dialog.getByLabel('Title of the dialogue').fill('High pastures');
  await dialog.getByRole('button', { name: 'Create process' }).click();

  await expect(page.getByRole('heading', { name: 'Who is part of this conflict?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'High pastures' })).toBeVisible();
  await goTo(page, 'participants');
  await expect(page.getByRole('heading', { name: 'Nobody is on the list yet' })).toBeVisible();
  await goTo(page, 'agenda');
  await expect(page.getByRole('heading', { name: 'No agenda yet' })).toBeVisible();

  await page.getByRole('link', { name: 'To your processes' }).click();
  await expect(page.getByRole('link', { name: 'High pastures' })).toBeVisible();
});

test('signing out closes every page; signing in leads back', async ({ parley, team }) => {
  const process = await team.makeProcess(await team.signIn(), 'In and out');
  // A session of its own: signing out ends it for good.
  const page = await (await team.visitor()).newPage();
  const board = team.address(process, 'participants');
  await page.goto(board);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await test.step('a wrong password is answered in one sentence', async () => {
    await signIn(page, 'not the right password');
    await expect(page.getByRole('alert')).toHaveText(
      'This address and password do not belong together. Check both and try again.',
    );
  });

  await signIn(page, lead.password);
  await expect(page).toHaveURL(board);
  await allSaved(page);

  await openAccountMenu(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in$/);
  const places = ['/', ...boards.map((name) => new URL(team.address(process, name)).pathname)];
  for (const place of places) {
    await page.goto(`${parley.origin}${place}`);
    await expect(page).toHaveURL(/sign-in/);
    await expect(page.getByText('In and out')).toHaveCount(0);
  }
});

async function signIn(page: Page, password: string) {
  await page.getByLabel('Email').fill(lead.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
