import { blockPanel } from './support/agenda.ts';
import { expect, test } from './support/test.ts';

test('who is needed in two places is said on every screen until it is mended', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const nadia = await team.open(lead, process, 'agenda');
  const tomas = await team.open(colleague, process, 'agenda');
  const twice = /^Interpreter I-01 interprets two blocks on Day 1/;
  for (const page of [nadia, tomas]) {
    await expect(page.getByText(twice)).toBeVisible();
    await expect(page.getByText(/^135 min without a break on Day 2/)).toBeVisible();
  }

  const check = nadia.locator('.callout').filter({ has: nadia.getByText(twice) });
  await check.getByRole('button', { name: 'Show', exact: true }).click();
  const field = blockPanel(nadia).getByRole('textbox', { name: 'Interpreter' });
  await field.fill('Interpreter I-02');
  await field.press('Tab');
  await expect(tomas.getByText(/^135 min without a break on Day 2/)).toBeVisible();
  await expect(tomas.getByText(twice)).toHaveCount(0);
});
