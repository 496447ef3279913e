import type { Locator } from '@playwright/test';
import { actorOnMap, addActor, nameField, tiesOnMap } from './support/actors.ts';
import { block, blockPanel, blocks } from './support/agenda.ts';
import { allSaved, choose } from './support/frame.ts';
import { tabTo } from './support/keyboard.ts';
import { person } from './support/participants.ts';
import { expect, test } from './support/test.ts';

/*
 * After a page has loaded, "by keyboard alone" presses keys and does nothing else: every action has
 * a key.
 */

test('actors and a tie, by keyboard alone', async ({ team }) => {
  const nadia = await team.signIn();
  const process = await team.makeProcess(nadia, 'By keyboard');
  const page = await team.open(nadia, process, 'actors');
  const { keyboard } = page;
  for (const name of ['Valley Council', 'River Board']) {
    await tabTo(page, page.getByRole('button', { name: 'Add actor' }).first(), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(nameField(page)).toBeFocused();
    await keyboard.type(name);
  }
  await expect(actorOnMap(page, 'River Board')).toBeVisible();

  await test.step('from actor to actor with the arrows', async () => {
    await tabTo(page, actorOnMap(page, 'Valley Council'), 'Shift+Tab');
    // A new actor stands wherever there is room beside the others.
    await keyboard.press(await arrowTowards(actorOnMap(page, 'River Board')));
    await expect(actorOnMap(page, 'River Board')).toBeFocused();

    async function arrowTowards(other: Locator) {
      const here = await actorOnMap(page, 'Valley Council').boundingBox();
      const there = await other.boundingBox();
      const across = (there?.x ?? 0) - (here?.x ?? 0);
      const along = (there?.y ?? 0) - (here?.y ?? 0);
      if (Math.abs(across) > Math.abs(along)) return across > 0 ? 'ArrowRight' : 'ArrowLeft';
      return along > 0 ? 'ArrowDown' : 'ArrowUp';
    }
  });

  await test.step('a tie', async () => {
    await keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: 'Add tie' });
    await expect(dialog.getByRole('combobox', { name: 'From' })).toHaveValue('River Board');
    await tabTo(page, dialog.getByRole('combobox', { name: 'To' }));
    await keyboard.type('Valley');
    await keyboard.press('Enter');
    await expect(dialog.getByRole('combobox', { name: 'To' })).toHaveValue('Valley Council');
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(tiesOnMap(page)).toHaveAccessibleName('close: River Board and Valley Council');
  });
  await allSaved(page);
});

test('a participant, by keyboard alone', async ({ team }) => {
  const nadia = await team.signIn();
  const process = await team.makeProcess(nadia, 'By keyboard');
  const page = await team.open(nadia, process, 'actors');
  const { keyboard } = page;
  await keyboard.press('2');
  await expect(page.getByRole('heading', { level: 1, name: 'Participants' })).toBeVisible();
  await keyboard.press('n');
  await expect(page.getByPlaceholder('Pseudonym')).toBeFocused();
  await keyboard.type('Delegate K-01');
  await keyboard.press('Enter');
  await keyboard.press('Escape');

  await test.step('and a value of it', async () => {
    const row = person(page, 'Delegate K-01');
    await tabTo(page, row.getByRole('rowheader'), 'Shift+Tab');
    const gender = page.getByRole('columnheader', { name: 'Gender' });
    const steps = Number(await gender.getAttribute('aria-colindex')) - 2;
    for (let step = 0; step < steps; step += 1) await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await keyboard.type('wom');
    await keyboard.press('Enter');
    await expect(row.getByRole('gridcell', { name: 'Woman' })).toBeVisible();
  });
  await allSaved(page);
});

test('a block that is added, moved and made longer, by keyboard alone', async ({ team }) => {
  const nadia = await team.signIn();
  const process = await team.makeProcess(nadia, 'By keyboard');
  const page = await team.open(nadia, process, 'agenda');
  const { keyboard } = page;
  await tabTo(page, page.getByRole('button', { name: 'Add a first day' }));
  await keyboard.press('Enter');
  for (const title of ['Opening round', 'Second round']) {
    await tabTo(page, page.getByRole('button', { name: 'Add block' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Plenary' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(blockPanel(page).getByLabel('Title')).toBeFocused();
    await keyboard.type(title);
  }
  await expect(blocks(page)).toHaveCount(2);
  await expect(blocks(page).first()).toHaveAccessibleName(/^Opening round: 09:00/);

  await test.step('earlier', async () => {
    await tabTo(page, block(page, 'Second round'), 'Shift+Tab');
    await keyboard.press('ArrowUp');
    await expect(blocks(page).first()).toHaveAccessibleName(/^Second round: 09:00 to 10:00/);
    await expect(block(page, 'Second round')).toBeFocused();
  });

  await test.step('ten minutes longer: what follows begins later', async () => {
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Shift+ArrowDown');
    await expect(block(page, 'Second round')).toHaveAccessibleName(/: 09:00 to 10:10/);
    await expect(block(page, 'Opening round')).toHaveAccessibleName(/: 10:10 to 11:10/);
  });
  await allSaved(page);
});

test('after a choice with the pointer, the keys of the page still work', async ({ team }) => {
  const nadia = await team.signIn();
  const process = await team.makeProcess(nadia, 'By keyboard');
  const page = await team.open(nadia, process, 'actors');
  await addActor(page, 'Valley Council');
  await choose(page, 'View', 'Table');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(page, 'View', 'Network');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(actorOnMap(page, 'Valley Council')).toHaveCount(0);
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible();
});
