import { actorPanel, chooseActor } from './support/actors.ts';
import { assessSheet, beginToAssess } from './support/assess.ts';
import { expect, test } from './support/test.ts';
import { actorInView, chooseView, sayGrounds } from './support/views.ts';

/*
 * One's own readings: those that were refused, and the words that stand beside them.
 */

const elders = 'Council of Elders';
const later = 'It holds for a day that is still to come.';
/** A day that it is nowhere yet. */
const yetToCome = () => new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

test('a reading that was refused looks like none, in the panel and in a view', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  await chooseActor(page, elders);
  await page.keyboard.press('a');
  const sheet = await beginToAssess(page, 'Seen ourselves');
  const structural = sheet.getByRole('radiogroup', { name: 'Structural power' });
  await sheet.getByLabel('Holds for').fill(yetToCome());
  await structural.getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await expect(sheet.getByRole('alert')).toContainText(later);
  await expect(sheet).toContainText('0 of 8 kinds read');
  await expect(structural.getByRole('radio', { checked: true })).toHaveCount(0);

  // What is said anew takes its place.
  await sheet.getByLabel('Holds for').fill(new Date().toISOString().slice(0, 10));
  await structural.getByRole('radio').first().focus();
  await page.keyboard.press('2');
  await expect(sheet).toContainText('1 of 8 kinds read');
  await expect(sheet.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(assessSheet(page)).toBeHidden();
  await expect(
    actorPanel(page).getByRole('listitem').filter({ hasText: 'Structural power' }).getByRole('img'),
  ).toHaveAccessibleName('Levels 2');

  await chooseView(page, 'Attitude');
  const unread = actorInView(page, `${elders}: Not assessed by you`);
  await unread.focus();
  for (const key of ['Alt+ArrowUp', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('dialog').getByLabel('Holds for').fill(yetToCome());
  await sayGrounds(page, 'Seen ourselves');
  const refused = page.getByRole('alert').filter({ hasText: later });
  await expect(refused).toContainText(`${elders}, Attitude`);
  await expect(unread).toBeVisible();
  await refused.getByRole('button', { name: 'Discard' }).click();
  await expect(refused).toHaveCount(0);
});

test('a move begins from the words said before, kind by kind, and keeps what was left', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  await chooseActor(page, elders);
  await page.keyboard.press('a');
  const sheet = await beginToAssess(page, 'Seen ourselves');
  for (const [kind, why] of [
    ['Structural power', 'They own the mill.'],
    ['Interest', 'They ask each week.'],
  ] as const) {
    await sheet.getByRole('radiogroup', { name: kind }).getByRole('radio').first().focus();
    await page.keyboard.press('2');
    await sheet.getByRole('button', { name: `Why: ${kind}` }).click();
    await sheet.getByLabel('Why you read it so').fill(why);
    await sheet.getByRole('button', { name: 'Save reading' }).click();
  }
  await page.keyboard.press('Escape');
  await expect(assessSheet(page)).toBeHidden();

  await chooseView(page, 'Interest and power');
  await actorInView(page, elders).focus();
  for (const key of ['Alt+ArrowUp', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  const dialog = page.getByRole('dialog', { name: 'What this reading rests on' });
  const why = (kind: string) => dialog.getByLabel(`Why you read it so: ${kind}`);
  await expect(why('Interest')).toHaveValue('They ask each week.');
  await expect(why('Structural power')).toHaveValue('They own the mill.');
  await why('Interest').fill('They ask each day.');
  await sayGrounds(page, 'The party said so');
  await expect(page.locator('[data-cell="3 3"]').getByRole('option')).toHaveText(elders);

  await actorInView(page, elders).press('Enter');
  await page.keyboard.press('a');
  await sheet.getByRole('button', { name: 'Why: Interest' }).click();
  await expect(sheet.getByLabel('Why you read it so')).toHaveValue('They ask each day.');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await sheet.getByRole('button', { name: 'Why: Structural power' }).click();
  await expect(sheet.getByLabel('Why you read it so')).toHaveValue('They own the mill.');
});
