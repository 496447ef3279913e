import type { Page } from '@playwright/test';
import { actorPanel, chooseActor } from './support/actors.ts';
import { recordContact } from './support/engagement.ts';
import { expect, test } from './support/test.ts';

const elders = 'Council of Elders';

async function openView(page: Page) {
  await page.getByRole('button', { name: 'More views' }).click();
  await page.getByRole('menuitemradio', { name: 'Engagement' }).click();
}
const steps = (page: Page) => page.getByRole('region', { name: 'Next steps' });
const quiet = (page: Page) => page.getByRole('region', { name: /^Not contacted/ });
const log = (page: Page) => page.getByRole('region', { name: /^Log/ });

test('a contact is put on record, corrected by a colleague, and its next step done', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Tomás Rey');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(colleague, process, 'actors');

  await openView(tomas);
  await expect(tomas.getByText('When were we last in touch?')).toBeVisible();
  await chooseActor(nadia, elders);
  await recordContact(nadia, 'They would come if the north comes.', 'Ask the north');
  await expect(actorPanel(nadia)).toContainText('Last contact today');

  await expect(log(tomas)).toContainText('They would come if the north comes.');
  await expect(log(tomas)).toContainText('with Nadia Haddad');
  await expect(steps(tomas)).toContainText('Ask the north');
  await expect(quiet(tomas)).toContainText('No contact on record');
  await expect(quiet(tomas).getByRole('button', { name: elders })).toHaveCount(0);

  await log(tomas).getByLabel('Find in the log').fill('elders coast');
  await expect(log(tomas).getByRole('article')).toHaveCount(0);
  await log(tomas).getByLabel('Find in the log').fill('ELDERS north');
  await expect(log(tomas).getByRole('article')).toHaveCount(1);
  await log(tomas).getByLabel('Find in the log').fill('');
  await log(tomas).getByRole('button', { name: 'Correct' }).click();
  await log(tomas).getByLabel('What was said').fill('They would come if the coast comes.');
  await log(tomas).getByRole('button', { name: 'Save correction' }).click();
  await expect(actorPanel(nadia)).toContainText('They would come if the coast comes.');
  await actorPanel(nadia).getByText('Corrected by Tomás Rey').click();
  await expect(actorPanel(nadia)).toContainText('They would come if the north comes.');

  await steps(tomas).getByRole('button', { name: 'Mark as done: Ask the north' }).click();
  await expect(steps(tomas)).toContainText('Nothing is waiting to be done.');
  await expect(actorPanel(nadia)).toContainText('Done: Tomás Rey');
});

test('what is half typed is there when a tablet is turned, and only until its sheet is closed', async ({
  team,
}) => {
  const [lying, standing] = [
    { width: 1366, height: 1024 },
    { width: 1024, height: 1366 },
  ];
  const lead = await team.signIn({ viewport: lying });
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  await chooseActor(page, elders);
  await actorPanel(page).getByRole('button', { name: 'Record a contact' }).click();
  const said = page.getByLabel('What was said, in our words');
  await said.fill('They would come if');

  await page.setViewportSize(standing);
  await expect(said).toBeHidden();
  await page.getByRole('button', { name: 'Show details' }).click();
  const sheet = page.getByRole('dialog', { name: 'Actor' });
  await expect(sheet.getByLabel('What was said, in our words')).toHaveValue('They would come if');
  await said.pressSequentially(' the north comes');
  await page.setViewportSize(lying);
  await expect(sheet).toBeHidden();
  const inColumn = actorPanel(page).getByLabel('What was said, in our words');
  await expect(inColumn).toHaveValue('They would come if the north comes');

  // Closed by somebody it is closed: it begins anew.
  await page.setViewportSize(standing);
  await expect(sheet.getByLabel('What was said, in our words')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(said).toHaveCount(0);
});
