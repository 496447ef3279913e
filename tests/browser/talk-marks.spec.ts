import { actorOnMap, actorPanel, actorsMap, chooseActor, tiesOnMap } from './support/actors.ts';
import { expect, test } from './support/test.ts';

test('an actor and a tie that are talked about say so on the map, until the thread is settled', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  const elders = actorOnMap(page, 'Council of Elders');
  await chooseActor(page, 'Council of Elders');
  await actorPanel(page).getByLabel('Add a comment').fill('Who speaks for them?');
  await actorPanel(page).getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(elders).toHaveAccessibleName(/, 1 open comment$/);
  await expect(actorsMap(page).locator('.talk')).toHaveCount(1);
  await actorPanel(page).getByRole('button', { name: 'Resolve' }).click();
  await expect(elders).toHaveAccessibleName(/ties: \d+$/);
  await expect(actorsMap(page).locator('.talk')).toHaveCount(0);

  const tie = tiesOnMap(page).first();
  await tie.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Tie' });
  await panel.getByLabel('Add a comment').fill('Is it still so?');
  await panel.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(tie).toHaveAccessibleName(/, 1 open comment$/);
  await expect(actorsMap(page).locator('.talk')).toHaveCount(1);
});
