import { expect, test } from './support/test.ts';
import { lead } from './support/team.ts';

test('journey 1: set up, open the demo, see a populated map, list and agenda', async ({
  parley,
  team,
}) => {
  const visitor = await team.visitor();
  const page = await visitor.newPage();
  await page.goto(parley.setUpLink);
  await expect(page).toHaveURL(/set-up$/);
  await page.screenshot({ path: '/tmp/setup.png' });
  await page.getByLabel('Your name').fill(lead.name);
  await page.getByLabel('Email').fill(lead.email);
  await page.getByLabel('Password', { exact: true }).fill(lead.password);
  await page.getByRole('button', { name: 'Create account' }).click();

  await page.getByRole('button', { name: 'Open the demo' }).click();
  await page.screenshot({ path: '/tmp/demo.png' });
  await expect(page.getByText('Council of Elders').first()).toBeVisible();
});
