import type { Page } from '@playwright/test';
import { choose } from './support/frame.ts';
import { person, targetCards } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { onAll, openAll, three } from './support/three.ts';

const women = (page: Page) => targetCards(page).first();
const inspector = (page: Page) => page.getByRole('complementary');
const tray = (page: Page) => page.getByRole('region', { name: 'What if' });

test('journey 4: who is missing, tried out by one, and applied for all', async ({ team }) => {
  const pages = await openAll(team, await three(team, 'demo'), 'participants');
  const { nadia, tomas, amira } = pages;
  await onAll(pages, (page) => expect(women(page)).toContainText('2 short of 8'));

  await test.step('how many, and who', async () => {
    const part = inspector(nadia).getByRole('region', { name: 'Women ≥ 30%', exact: true });
    await expect(part).toContainText('It takes 2 more women');
    await expect(part).toContainText('The smallest set that closes it is 2 people:');
    await part.getByRole('button', { name: 'Try these people' }).click();
  });

  await test.step('tried out, and nothing written', async () => {
    await expect(tray(nadia).getByRole('status')).toHaveText('2 would come · 0 would not');
    const row = tray(nadia).getByRole('row', { name: /^Women ≥ 30%/ });
    await expect(row.getByRole('cell').nth(0)).toContainText('2 short of 8');
    await expect(row.getByRole('cell').nth(1)).toContainText('8 of 26 confirmed');
    await expect(women(nadia)).toContainText('2 short of 8');
    await tray(nadia).getByRole('checkbox', { name: 'Delegate W-01' }).uncheck();
    // Nobody undisclosed is taken for a woman: with them it would be eight.
    await expect(row.getByRole('cell').nth(1)).toContainText('7 of 25 confirmed');
    await expect(row.getByRole('cell').nth(1)).toContainText('cannot tell: 1 undisclosed');
    await tray(nadia).getByRole('checkbox', { name: 'Delegate W-01' }).check();
  });

  await test.step('applied with one reason, on every screen', async () => {
    await tray(nadia).getByRole('button', { name: 'Apply …' }).click();
    const dialog = nadia.getByRole('dialog', { name: 'Apply what was tried' });
    await dialog.getByRole('button', { name: 'Change stages' }).click();
    await expect(dialog).toBeVisible(); // A reason is asked for.
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Both agreed to come.');
    await dialog.getByRole('button', { name: 'Change stages' }).click();
    await expect(tray(nadia)).toHaveCount(0);
    await onAll(pages, async (page) => {
      await expect(person(page, 'Delegate F-01')).toContainText('Invited');
      await expect(person(page, 'Delegate W-01')).toContainText('Invited');
      await expect(women(page)).toContainText('those invited could close it');
    });
  });

  await test.step('another denominator, on every screen', async () => {
    await choose(amira, 'Counted as', 'Invited');
    await onAll(pages, (page) => expect(women(page)).toContainText('of 27 invited'));
  });

  await test.step('a target in words, while it is changed', async () => {
    await women(tomas).getByRole('button').click();
    const sentence = inspector(tomas).getByText(/^At least 30% of the people invited/);
    await expect(sentence).toContainText('in the whole process, must be women.');
    await inspector(tomas).getByRole('button', { name: 'Combine with another attribute' }).click();
    await inspector(tomas)
      .getByRole('group', { name: 'Age: counts' })
      .getByRole('checkbox', { name: 'Youth' })
      .check();
    await expect(sentence).toContainText('women whose age is Youth.');
    await onAll(pages, (page) => expect(women(page)).toContainText('Women · Youth'));
  });
});

test('seats by delegation are a denominator of their own', async ({ team }) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'participants');
  await page.getByRole('button', { name: 'More: import, export, fields' }).click();
  await page.getByRole('menuitem', { name: 'Seats by delegation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Seats' });
  const fishers = dialog.getByRole('row', { name: /Lake Fishers/ });
  await fishers.getByRole('spinbutton').fill('9');
  await fishers.getByRole('spinbutton').press('Tab');
  await expect(fishers.getByRole('cell').nth(2)).toHaveText('6');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await choose(page, 'Counted as', 'Seats');
  await expect(women(page)).toContainText('of 33 seats');
});
