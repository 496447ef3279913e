import type { Page } from '@playwright/test';
import { actorOnMap, actorPanel, addActor, chooseActor } from './support/actors.ts';
import { assessSheet, beginToAssess } from './support/assess.ts';
import { cellOf, openConvening, state } from './support/convening.ts';
import { recordContact } from './support/engagement.ts';
import { isSaid } from './support/frame.ts';
import { expect, test } from './support/test.ts';

/*
 * Two that are one: what the ledger says of both, and merges that cross on the way.
 */

const elders = 'Council of Elders';
const same = 'The Elders';
const office = 'Premier’s Office';
const guard = 'Barrage Guard';

const dots = (page: Page) =>
  actorPanel(page).getByRole('listitem').filter({ hasText: 'Structural power' }).getByRole('img');
const comments = (page: Page) => actorPanel(page).getByRole('region', { name: /^Comments/ });

async function readStructural(page: Page, level: string) {
  await actorPanel(page).getByRole('button', { name: 'Assess' }).click();
  const sheet = await beginToAssess(page, 'Seen ourselves');
  await sheet
    .getByRole('radiogroup', { name: 'Structural power' })
    .getByRole('radio')
    .first()
    .focus();
  await page.keyboard.press(level);
  await expect(sheet).toContainText('1 of 8 kinds read');
  await page.keyboard.press('Escape');
  await expect(assessSheet(page)).toBeHidden();
}

async function merge(page: Page, gone: string, into: string) {
  await chooseActor(page, gone);
  await joinWithChosen(page, into);
}

async function askToJoin(page: Page, other: string) {
  await actorOnMap(page, other).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Make one of them' }).click();
  const dialog = page.getByRole('dialog', { name: 'Are these two the same?' });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function joinWithChosen(page: Page, into: string) {
  const dialog = await askToJoin(page, into);
  await dialog.getByText(into, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Make one' }).click();
  await expect(dialog).toBeHidden();
}

test('what was said of two that become one stands with the one that stays, and goes back by undo', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(colleague, process, 'actors');

  await chooseActor(tomas, elders);
  await readStructural(tomas, '1');
  await addActor(nadia, same);
  await readStructural(nadia, '4');
  await recordContact(nadia, 'They wait for a date.');
  await comments(nadia).getByLabel('Add a comment').fill('Is this not the council?');
  await comments(nadia).getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(comments(nadia).getByRole('article')).toHaveCount(1);
  const matrix = await openConvening(team, lead, process);
  await state(matrix, {
    ...{ convener: 'Nadia Halden', party: same, source: 'Soft power: reputation' },
    figures: ['4', '1', 'u'],
  });
  await expect(cellOf(matrix, 'Nadia Halden', same)).toHaveAccessibleName(/access 4/);
  await expect(dots(tomas)).toHaveAccessibleName('Levels 1');

  // Who looks at what was said to one of them goes on looking at it.
  const log = await lead.newPage();
  await log.goto(`${team.address(process, 'actors')}?view=engagement`);
  await log.getByRole('combobox', { name: 'Actor' }).click();
  await log.getByRole('option', { name: same }).click();
  await expect(log.getByRole('article')).toHaveCount(1);

  await joinWithChosen(nadia, elders);
  await expect(log.getByRole('combobox', { name: 'Actor' })).toHaveText(elders);
  await expect(log.getByRole('article')).toContainText('They wait for a date.');
  for (const page of [nadia, tomas]) {
    await expect(dots(page)).toHaveAccessibleName('Levels 1, 4; Two or more levels apart');
    await expect(actorPanel(page)).toContainText('They wait for a date.');
    await expect(comments(page)).toContainText('Is this not the council?');
    await expect(actorOnMap(page, same)).toHaveCount(0);
  }
  await expect(cellOf(matrix, 'Nadia Halden', elders)).toHaveAccessibleName(/access 4/);

  await nadia.getByRole('button', { name: 'Undo' }).first().click();
  await expect(dots(tomas)).toHaveAccessibleName('Levels 1');
  await expect(actorPanel(tomas)).not.toContainText('They wait for a date.');
  await expect(comments(tomas).getByRole('article')).toHaveCount(0);
  await expect(cellOf(matrix, 'Nadia Halden', same)).toHaveAccessibleName(/access 4/);
  await actorOnMap(tomas, elders).focus();
  await tomas.keyboard.press('Escape');
  await actorOnMap(tomas, same).focus();
  await tomas.keyboard.press('Space');
  await expect(dots(tomas)).toHaveAccessibleName('Levels 4');
  await expect(actorPanel(tomas)).toContainText('They wait for a date.');
  await expect(comments(tomas)).toContainText('Is this not the council?');
});

test('merges that cross leave every word and reading in reach, and can be parted', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(colleague, process, 'actors');
  await chooseActor(nadia, elders);
  await readStructural(nadia, '3');
  await actorPanel(nadia)
    .getByRole('group', { name: 'Add what is known' })
    .getByText('Notes')
    .click();
  await actorPanel(nadia).getByRole('textbox', { name: 'Notes' }).fill('Meets at the mill.');
  await chooseActor(tomas, elders);
  await expect(actorPanel(tomas).getByRole('textbox', { name: 'Notes' })).toHaveValue(
    'Meets at the mill.',
  );
  await expect(dots(tomas)).toHaveAccessibleName('Levels 3');

  // What the page shows for it has been fetched before the line goes.
  const asked = await askToJoin(tomas, office);
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(asked).toBeHidden();
  await actorOnMap(tomas, elders).focus();
  await tomas.keyboard.press('Escape');
  await expect(actorOnMap(tomas, office)).toHaveAttribute('aria-selected', 'false');

  await tomas.context().setOffline(true);
  await isSaid(tomas, /^Offline/);
  await merge(tomas, elders, office);
  await expect(dots(tomas)).toHaveAccessibleName('Levels 3');
  await merge(nadia, office, guard);
  await tomas.context().setOffline(false);

  // Of the council it is known only where it was merged; the office had gone on by then.
  for (const page of [nadia, tomas]) {
    await expect(actorOnMap(page, elders)).toHaveCount(0);
    await expect(actorOnMap(page, office)).toHaveCount(0);
  }
  await expect(dots(nadia)).toHaveAccessibleName('Levels 3');
  // The office, merged as well, has the council as another name by then.
  const standsFor = actorPanel(nadia)
    .getByRole('listitem')
    .filter({ hasText: /^\s*Council of Elders/ });
  await expect(standsFor).toContainText('These words stand only here.');
  await expect(standsFor).toContainText('Meets at the mill.');

  await standsFor.getByRole('button', { name: 'Make two of them again' }).click();
  await expect(actorOnMap(tomas, elders)).toHaveCount(1);
  await expect(dots(nadia)).toHaveCount(0);
});
