import { choose } from './support/frame.ts';
import { expect, test } from './support/test.ts';

test('a view, the selection and what is hidden stay; a reload keeps view and day', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  const rows = page.getByText(/^\d+ of \d+ actors$/);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('checkbox', { name: 'Business' }).uncheck();
  await page.keyboard.press('Escape');
  await choose(page, 'View', 'Table');
  await expect(rows).toBeVisible();
  await expect(rows).not.toHaveText(/^(\d+) of \1 actors$/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Table' })).toBeChecked();
  await expect(rows).toHaveText(/^(\d+) of \1 actors$/);
});
