import type { Page } from '@playwright/test';
import {
  actorOnMap,
  actorPanel,
  addActor,
  addTie,
  chooseActor,
  actorBody,
  actorsMap,
  middleOf,
  nameField,
  tiesOnMap,
} from './support/actors.ts';
import { addBlock, block, blockPanel, blocks, setMinutes } from './support/agenda.ts';
import { allSaved, choose, goTo, notices, undo } from './support/frame.ts';
import { addPeople, people, person, targetCards } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { onAll, openAll, three } from './support/three.ts';

test('an invitation link leads two more people into the space', async ({ team }) => {
  const context = await team.signIn();
  const process = await team.makeProcess(context, 'By invitation');
  const nadia = await team.open(context, process, 'actors');
  await nadia.getByRole('button', { name: 'Team 1 member' }).click();
  await nadia.getByRole('button', { name: 'Invitation links' }).click();
  await nadia.getByRole('button', { name: 'New link' }).click();
  await nadia.getByRole('button', { name: 'Create link' }).click();
  const link = await nadia.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await nadia.keyboard.press('Escape');

  const guest = await (await team.visitor()).newPage();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'Join By invitation' })).toBeVisible();
  await guest.getByLabel('Your name').fill('Tomás Rey');
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Actors' })).toBeVisible();
  await allSaved(guest);
  await expect(notices(nadia)).toContainText('Tomás Rey has joined this space.');
  await expect(nadia.getByRole('button', { name: 'Team 2 members' })).toBeVisible();

  await test.step('the link was for one person', async () => {
    const late = await (await team.visitor()).newPage();
    await late.goto(link);
    await expect(late.getByRole('alert')).toContainText('This link no longer works.');
  });
});

test('what one does on the map, the others see', async ({ team }) => {
  const pages = await openAll(team, await three(team, 'empty'), 'actors');
  await addActor(pages.nadia, 'Valley Council');
  await addActor(pages.tomas, 'River Board');
  await onAll(pages, async (page) => {
    await expect(actorOnMap(page, 'Valley Council')).toBeVisible();
    await expect(actorOnMap(page, 'River Board')).toBeVisible();
  });

  await test.step('renamed', async () => {
    await chooseActor(pages.amira, 'River Board');
    await nameField(pages.amira).fill('River Basin Board');
    await onAll(pages, (page) => expect(actorOnMap(page, 'River Basin Board')).toBeVisible());
  });

  await test.step('tied', async () => {
    await addTie(pages.tomas, 'Valley Council', 'River Basin Board', 'conflict');
    await onAll(pages, (page) =>
      expect(tiesOnMap(page)).toHaveAccessibleName(/^conflict: .*River Basin Board/),
    );
  });

  await test.step('moved', async () => {
    const place = async (page: Page) => {
      const circle = actorBody(page, 'Valley Council');
      return [await circle.getAttribute('cx'), await circle.getAttribute('cy')];
    };
    const before = await place(pages.amira);
    const from = await middleOf(actorBody(pages.nadia, 'Valley Council'));
    await pages.nadia.mouse.move(from.x, from.y);
    await pages.nadia.mouse.down();
    await pages.nadia.mouse.move(from.x - 150, from.y - 90, { steps: 8 });
    await pages.nadia.mouse.up();
    const after = await place(pages.nadia);
    expect(after).not.toEqual(before);
    await onAll(pages, (page) => expect.poll(() => place(page)).toEqual(after));
  });
  await onAll(pages, allSaved);
});

test('who is counted changes every verdict on every screen', async ({ team }) => {
  const pages = await openAll(team, await three(team, 'demo'), 'participants');
  await addPeople(pages.tomas, 'Delegate Z-01');
  await onAll(pages, async (page) => {
    await expect(people(page)).toHaveText('32 people');
    await expect(targetCards(page).first()).toContainText('6 of 24 confirmed');
    await expect(targetCards(page).first()).toContainText('2 short of 8');
  });
  await choose(pages.amira, 'Counted as', 'Attended');
  await onAll(pages, async (page) => {
    await expect(targetCards(page).first()).toContainText('attended');
    await expect(targetCards(page).first()).not.toContainText('2 short of 8');
  });
  await choose(pages.nadia, 'Counted as', 'Invited');
  await onAll(pages, (page) => expect(targetCards(page).first()).toContainText('of 25 invited'));
});

test('a block that moves or grows moves the start times for all', async ({ team }) => {
  const pages = await openAll(team, await three(team, 'demo'), 'agenda');
  await onAll(pages, (page) =>
    expect(block(page, 'Lunch').first()).toHaveAccessibleName(/12:30 to 13:30/),
  );
  await setMinutes(pages.tomas, 'How each side sees the lake', 90);
  await onAll(pages, async (page) => {
    await expect(block(page, 'How each side sees the lake')).toHaveAccessibleName(/to 11:00/);
    await expect(block(page, 'Lunch').first()).toHaveAccessibleName(/12:45 to 13:45/);
  });

  await test.step('dragged to the front of its day', async () => {
    const from = await middleOf(block(pages.amira, 'Lunch').first());
    const to = await middleOf(block(pages.amira, 'Arrival and ground rules'));
    await pages.amira.mouse.move(from.x, from.y);
    await pages.amira.mouse.down();
    await pages.amira.mouse.move(to.x, to.y - 40, { steps: 12 });
    await pages.amira.mouse.up();
    await onAll(pages, async (page) => {
      await expect(blocks(page).first()).toHaveAccessibleName(/^Lunch: 09:00 to 10:00/);
      await expect(block(page, 'Arrival and ground rules')).toHaveAccessibleName(/10:00 to 10:30/);
    });
  });
  await onAll(pages, allSaved);
});

test('three boards at once: each finds the work of the others', async ({ team }) => {
  const { process, nadia, tomas, amira } = await three(team, 'empty');
  const pages = {
    nadia: await team.open(nadia, process, 'actors'),
    tomas: await team.open(tomas, process, 'participants'),
    amira: await team.open(amira, process, 'agenda'),
  };
  await Promise.all([
    addActor(pages.nadia, 'Valley Council'),
    addPeople(pages.tomas, 'Delegate A-01', 'Delegate A-02'),
    addBlock(pages.amira, 'Plenary', 'Opening round'),
  ]);
  await onAll(pages, async (page) => {
    await goTo(page, 'actors');
    await expect(actorOnMap(page, 'Valley Council')).toBeVisible();
    await goTo(page, 'participants');
    await expect(person(page, 'Delegate A-02')).toBeVisible();
    await goTo(page, 'agenda');
    await expect(block(page, 'Opening round')).toBeVisible();
    await allSaved(page);
  });
});

test('everybody sees who is here, where they point, what they chose and edit', async ({ team }) => {
  const pages = await openAll(team, await three(team, 'demo'), 'actors');
  const { nadia, tomas, amira } = pages;
  const here = nadia.getByRole('banner').getByRole('list', { name: 'Here now' });
  await expect(here.getByRole('listitem')).toHaveCount(2);

  await test.step('the pointer, with the name', async () => {
    const { x, y } = await middleOf(actorsMap(tomas));
    await tomas.mouse.move(x, y);
    await expect(nadia.getByTestId('cursor').filter({ hasText: 'Tomás Rey' })).toBeVisible();
    await tomas.mouse.move(10, 10);
    await expect(nadia.getByTestId('cursor')).toHaveCount(0);
  });

  await test.step('the selection, ringed, with the name', async () => {
    await chooseActor(amira, 'Council of Elders');
    const chosen = actorOnMap(nadia, 'Council of Elders');
    await expect(chosen.locator('.ring')).toBeVisible();
    await expect(chosen.getByText('Amira Kessan')).toBeVisible();
  });

  await test.step('the field that somebody types in', async () => {
    await actorPanel(amira).getByLabel('Interests').focus();
    await chooseActor(nadia, 'Council of Elders');
    await expect(actorPanel(nadia).getByText('Amira Kessan is editing')).toBeVisible();
    await actorPanel(amira).getByLabel('Interests').blur();
    await expect(actorPanel(nadia).getByText('is editing')).toHaveCount(0);
  });

  await test.step('somebody who leaves', async () => {
    await tomas.close();
    await expect(here.getByRole('listitem')).toHaveCount(1);
  });
});

test('deleting and editing the same block at once does no harm', async ({ team }) => {
  const { nadia, tomas, amira } = await openAll(team, await three(team, 'demo'), 'agenda');
  await block(nadia, 'Tea by the lake').click();
  await block(tomas, 'Tea by the lake').click();
  await block(nadia, 'Tea by the lake').focus();
  await blockPanel(tomas).getByLabel('Title').focus();
  await Promise.all([nadia.keyboard.press('Delete'), tomas.keyboard.type(' and the pier')]);
  await onAll({ nadia, tomas, amira }, async (page) => {
    await expect(blocks(page)).toHaveCount(18);
    await allSaved(page);
  });

  await test.step('and whoever deleted it can bring it back for all', async () => {
    await undo(nadia);
    await onAll({ nadia, tomas, amira }, (page) => expect(blocks(page)).toHaveCount(19));
  });
});

test('undo takes back what one did oneself, and nothing of others', async ({ team }) => {
  const pages = await openAll(team, await three(team, 'empty'), 'participants');
  await addPeople(pages.nadia, 'Delegate N-01');
  await addPeople(pages.tomas, 'Delegate T-01');
  await expect(person(pages.nadia, 'Delegate T-01')).toBeVisible();
  await undo(pages.nadia);
  await onAll(pages, async (page) => {
    await expect(person(page, 'Delegate N-01')).toHaveCount(0);
    await expect(person(page, 'Delegate T-01')).toBeVisible();
  });
});
