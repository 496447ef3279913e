import type { Page } from '@playwright/test';
import { choose } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { actorInView, chooseView } from './support/views.ts';

const command = 'Northern Command';
const cell = (page: Page, access: string, influence: string) =>
  page.locator(`[data-cell="${access} ${influence}"]`);

async function sayHere(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'What you say of this pair' });
  await dialog.getByLabel('Where the power comes from').click();
  await page.getByRole('option', { name: 'Normative power' }).click();
  await dialog
    .getByRole('radiogroup', { name: 'Relationship valued' })
    .getByRole('radio')
    .first()
    .focus();
  await page.keyboard.press('u');
  await dialog.getByRole('button', { name: 'Save statement' }).click();
}

test('moving a party says something of one’s own, and access without influence is flagged', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey', 'participant');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(guest, process, 'actors');
  for (const page of [nadia, tomas]) {
    await chooseView(page, 'Access and influence');
    await page.getByRole('combobox', { name: 'Convener', exact: true }).click();
    await page.getByRole('option', { name: /^Nadia Halden/ }).click();
    await expect(actorInView(page, `${command}: Nothing said by you`)).toBeVisible();
  }

  // By keyboard: out of the tray to the middle, then to access 4 and influence 1.
  await actorInView(nadia, command).focus();
  for (const key of [
    'Alt+ArrowUp',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'Enter',
  ]) {
    await nadia.keyboard.press(key);
  }
  await sayHere(nadia);
  await expect(cell(nadia, '4', '1').getByRole('option')).toHaveAccessibleName(
    `${command}: Access 4, Influence 1: Access without influence`,
  );
  // Of the other it is a dot; their own statement is still to be made, and does not move hers.
  await expect(cell(tomas, '4', '1').getByRole('img')).toBeVisible();
  await actorInView(tomas, command).focus();
  for (const key of ['Alt+ArrowUp', 'ArrowLeft', 'ArrowLeft', 'Enter']) {
    await tomas.keyboard.press(key);
  }
  await sayHere(tomas);
  await expect(cell(tomas, '?', '2').getByRole('option')).toContainText(command);
  await expect(cell(nadia, '4', '1').getByRole('option')).toContainText(command);
  await isAccessible(nadia, 'access against influence', '.print-alone');

  // All conveners: each statement has its place, and none lies between them.
  await nadia.getByRole('combobox', { name: 'Convener', exact: true }).click();
  await nadia.getByRole('option', { name: 'Any convener' }).click();
  await expect(cell(nadia, '4', '1').getByRole('option', { name: command })).toBeVisible();
  await expect(cell(nadia, '?', '2').getByRole('option', { name: command })).toBeVisible();
  await choose(nadia, 'Shown as', 'Table');
  const row = nadia.getByRole('row', { name: command });
  await expect(row).toContainText('access 4, influence 1 (Normative; You)');
  await expect(row).toContainText('access unknown, influence 2 (Normative; Tomás Rey)');
  await isAccessible(nadia, 'the table of access and influence', '.print-alone');
});
