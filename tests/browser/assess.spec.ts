import type { Page } from '@playwright/test';
import { actorPanel, chooseActor } from './support/actors.ts';
import { assessSheet as sheet, beginToAssess } from './support/assess.ts';
import { expect, test } from './support/test.ts';

const elders = 'Council of Elders';
const kind = (page: Page, name: string) => sheet(page).getByRole('radiogroup', { name });
/** What the panel of the actor shows of one kind. */
const dots = (page: Page, name: string) =>
  actorPanel(page).getByRole('listitem').filter({ hasText: name }).getByRole('img');

async function assess(page: Page, rests: string) {
  await chooseActor(page, elders);
  await page.keyboard.press('a');
  await beginToAssess(page, rests);
  await kind(page, 'Structural power').getByRole('radio').first().focus();
}

test('two people read an actor by keyboard; what they read stands side by side', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey', 'participant');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(guest, process, 'actors');

  await chooseActor(nadia, elders);
  await nadia.keyboard.press('a');
  await kind(nadia, 'Structural power').getByRole('radio', { name: '3' }).press('3');
  await expect(sheet(nadia)).toContainText('Say first what your readings rest on.');
  await nadia.keyboard.press('Escape');

  await assess(nadia, 'Seen ourselves');
  for (const key of ['1', 'ArrowDown', 'u', 'ArrowUp', '4']) await nadia.keyboard.press(key);
  await expect(sheet(nadia)).toContainText('2 of 8 kinds read');
  await assess(tomas, 'The party said so');
  for (const key of ['1', 'ArrowDown', '2']) await tomas.keyboard.press(key);
  // What the other reads is there when one asks for it.
  await expect(sheet(tomas).getByRole('img')).toHaveCount(0);
  await sheet(tomas).getByText('Show others’ readings').click();
  const structural = 'Levels 1, 4; Two or more levels apart';
  await expect(sheet(tomas).getByRole('img', { name: structural })).toBeVisible();

  await nadia.keyboard.press('Escape');
  await expect(dots(nadia, 'Structural power')).toHaveAccessibleName(structural);
  await expect(dots(nadia, 'Relational power')).toHaveAccessibleName('Levels 2; 1 unknown');
  await nadia.reload();
  await chooseActor(nadia, elders);
  await expect(dots(nadia, 'Structural power')).toHaveAccessibleName(structural);
});

test('who infers is asked for another reading; the next actor is a key away', async ({ team }) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  await assess(page, 'Inferred');
  await page.keyboard.press('3');
  await sheet(page).getByRole('button', { name: 'Save reading' }).click();
  await expect(sheet(page)).toContainText('0 of 8 kinds read');
  await sheet(page)
    .getByLabel('Another way to read the same signs')
    .fill('They may only be the ones who are asked.');
  await sheet(page).getByRole('button', { name: 'Save reading' }).click();
  await expect(sheet(page)).toContainText('1 of 8 kinds read');
  await expect(sheet(page).getByRole('heading', { level: 3 })).toHaveText(elders);
  await page.keyboard.press('n');
  await expect(sheet(page)).toContainText('0 of 8 kinds read');
  await expect(sheet(page).getByRole('heading', { level: 3 })).not.toHaveText(elders);
  // The keys go on with the next one.
  await expect(kind(page, 'Structural power').locator(':focus')).toHaveCount(1);
});
