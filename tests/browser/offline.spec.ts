import type { Page } from '@playwright/test';
import { actorOnMap, addActor, chooseActor, nameField } from './support/actors.ts';
import { addBlock, block, setMinutes } from './support/agenda.ts';
import { allSaved, choose, goTo, isSaid, savedState } from './support/frame.ts';
import { addPeople, person } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { onAll, openAll, three } from './support/three.ts';

/** The line of this browser breaks, as in a train. */
async function cutLine(page: Page) {
  await page.context().setOffline(true);
  await isSaid(page, /^Offline/);
}

/** Waits for the last of what a page fetches ahead, once it has stood for a while. */
async function fetchedAhead(page: Page) {
  const isThere = () => document.querySelector('link[href*="ImportDialog"]') !== null;
  await expect.poll(() => page.evaluate(isThere), { timeout: 40_000 }).toBe(true);
}

test('journey 2: one loses the line, works on, returns, and nothing is lost', async ({ team }) => {
  const people = await three(team, 'demo');
  const pages = await openAll(team, people, 'actors');
  const { nadia, tomas, amira } = pages;
  // The other boards need not have been opened while there was a line.
  await fetchedAhead(tomas);
  await cutLine(tomas);

  await test.step('offline, on all three boards', async () => {
    await addActor(tomas, 'Written offline');
    await choose(tomas, 'View', 'Table');
    await expect(tomas.getByRole('rowheader', { name: 'Council of Elders' })).toBeVisible();
    await goTo(tomas, 'participants');
    await addPeople(tomas, 'Delegate O-01');
    await goTo(tomas, 'agenda');
    await addBlock(tomas, 'Plenary', 'Planned offline');
    await isSaid(tomas, /^Offline: \d+ changes not kept/);
  });

  await test.step('the others go on meanwhile', async () => {
    await chooseActor(nadia, 'Council of Elders');
    await nameField(nadia).fill('Council of the Elders');
    await goTo(amira, 'agenda');
    await setMinutes(amira, 'Arrival and ground rules', 45);
    await goTo(amira, 'participants');
    await addPeople(amira, 'Delegate L-01');
    await onAll({ nadia, amira }, allSaved);
    await expect(person(amira, 'Delegate O-01')).toHaveCount(0);
  });

  await tomas.context().setOffline(false);
  await allSaved(tomas);
  const everything = async (page: Page) => {
    await goTo(page, 'actors');
    await expect(actorOnMap(page, 'Written offline')).toBeVisible();
    await expect(actorOnMap(page, 'Council of the Elders')).toBeVisible();
    await goTo(page, 'participants');
    await expect(person(page, 'Delegate U-01')).toBeVisible();
    await searchFor(page, 'Delegate O-01');
    await searchFor(page, 'Delegate L-01');
    await goTo(page, 'agenda');
    await expect(block(page, 'Planned offline')).toBeVisible();
    await expect(block(page, 'How each side sees the lake')).toHaveAccessibleName(/09:45 to 11:00/);
  };
  await onAll(pages, everything);

  await test.step('and after a reload', async () => {
    await onAll(pages, (page) => page.reload());
    await onAll(pages, everything);
  });
});

async function searchFor(page: Page, name: string) {
  await page.getByRole('searchbox', { name: 'Search' }).fill(name);
  await expect(person(page, name)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
}

test('a board that was not fetched before the line broke takes nothing down with it', async ({
  team,
}) => {
  const nadia = await team.signIn();
  const page = await team.open(nadia, await team.makeProcess(nadia, 'Early'), 'actors');
  await cutLine(page);
  await addActor(page, 'Written early');
  await page.getByRole('link', { name: /^Participants/ }).click();
  await expect(
    page.getByRole('heading', { name: 'This board is not on this device yet' }),
  ).toBeVisible();
  await goTo(page, 'actors');
  await expect(actorOnMap(page, 'Written early')).toBeVisible();
  await page.context().setOffline(false);
  await allSaved(page);
});

test('what was said to be saved survives a power cut', async ({ ownParley, ownTeam }) => {
  const nadia = await ownTeam.signIn();
  const process = await ownTeam.makeProcess(nadia, 'Cut');
  const page = await ownTeam.open(nadia, process, 'actors');
  const names = ['Valley Council', 'River Board', 'Canal Users'];
  for (const name of names) await addActor(page, name);
  await allSaved(page);
  await ownParley.kill();
  // Nobody who has it all is left to send it again.
  await page.close();
  await ownParley.start();
  const again = await ownTeam.open(nadia, process, 'actors');
  for (const name of names) await expect(actorOnMap(again, name)).toBeVisible();
});

test('pages that are open when the server dies come back with it', async ({
  ownParley,
  ownTeam,
}) => {
  const pages = await openAll(ownTeam, await three(ownTeam, 'empty'), 'actors');
  await ownParley.kill();
  await onAll(pages, (page) => isSaid(page, /^Offline/));
  await addActor(pages.tomas, 'Written while it was down');
  await isSaid(pages.tomas, /^Offline: \d+ changes? not kept/);

  await ownParley.start();
  await onAll(pages, async (page) => {
    await allSaved(page);
    await expect(actorOnMap(page, 'Written while it was down')).toBeVisible();
  });
});

test('a page that is told to keep a copy keeps offline changes when it is closed', async ({
  team,
}) => {
  const { process, nadia, tomas } = await three(team, 'empty');
  const page = await team.open(tomas, process, 'actors');
  await savedState(page).click();
  await page.getByRole('switch', { name: 'Keep on this device' }).check();
  await page.keyboard.press('Escape');
  await cutLine(page);
  await addActor(page, 'Kept on the laptop');
  await isSaid(page, /^Offline: \d+ changes? kept on this device$/);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => tomas.pages().length).toBe(0);

  await tomas.setOffline(false);
  const again = await team.open(tomas, process, 'actors');
  await expect(actorOnMap(again, 'Kept on the laptop')).toBeVisible();
  await allSaved(again);
  const other = await team.open(nadia, process, 'actors');
  await expect(actorOnMap(other, 'Kept on the laptop')).toBeVisible();
});

test('a page that keeps no copy warns before changes would be lost', async ({ team }) => {
  const nadia = await team.signIn();
  const page = await team.open(nadia, await team.makeProcess(nadia, 'Unsaved'), 'actors');
  await cutLine(page);
  await addActor(page, 'Not sent yet');
  await isSaid(page, /keep this page open$/);
  const [warning] = await Promise.all([
    page.waitForEvent('dialog'),
    page.close({ runBeforeUnload: true }),
  ]);
  expect(warning.type()).toBe('beforeunload');
  await warning.dismiss();

  await test.step('and stays silent once everything is saved', async () => {
    await page.context().setOffline(false);
    await allSaved(page);
    await expect(actorOnMap(page, 'Not sent yet')).toBeVisible();
    const closed = page.waitForEvent('close');
    page.on('dialog', () => {
      throw new Error('A warning, though nothing would be lost');
    });
    await page.close({ runBeforeUnload: true });
    await closed;
  });
});
