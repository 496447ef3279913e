import type { Page } from '@playwright/test';
import { actorOnMap, actorPanel, addTie, chooseActor } from './support/actors.ts';
import { assessSheet, beginToAssess } from './support/assess.ts';
import { state } from './support/convening.ts';
import { recordContact } from './support/engagement.ts';
import { goTo, openAccountMenu } from './support/frame.ts';
import { recordDecision } from './support/ledger.ts';
import { person } from './support/participants.ts';
import { expect, test } from './support/test.ts';

const elders = 'Council of Elders';
const card = (page: Page, question: string) => page.getByRole('region', { name: question });
const whose = 'Who has heard from us less?';

test('a question comes when it matters and holds nothing up; its answer goes where one says', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');

  // In a panel it stands where the keys are.
  await chooseActor(page, elders);
  await page.keyboard.press('a');
  const sheet = await beginToAssess(page, 'Seen ourselves');
  await sheet.getByRole('radio', { name: '2' }).first().press('2');
  const which = card(page, 'Which kind of power is this?');
  await expect(sheet.getByRole('region', { name: 'Which kind of power is this?' })).toBeVisible();
  const kind = sheet.getByRole('radiogroup', { name: 'Structural power' });
  await expect(kind.locator(':focus')).toHaveCount(1);
  await which.getByRole('button', { name: 'Not again' }).focus();
  await page.keyboard.press('Enter');
  await expect(which).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(assessSheet(page)).toBeHidden();

  // On the board it stands at the edge; the board can be worked with all the same.
  await recordContact(page, 'They wait for the north.');
  await expect(card(page, whose)).toBeVisible();
  await chooseActor(page, 'Terrace Growers');
  await chooseActor(page, elders);
  await card(page, whose).getByRole('button', { name: 'Write an answer' }).click();
  await card(page, whose).getByLabel('Your answer').fill('The growers have.');
  await card(page, whose)
    .getByRole('button', { name: `Share as a comment on ${elders}` })
    .click();
  await expect(actorPanel(page).getByRole('article', { name: 'Thread' })).toContainText(
    'The growers have.',
  );

  // Each once while the page is open; "not again" outlives it.
  await recordContact(page, 'Nothing new.');
  await expect(actorPanel(page)).toContainText('Nothing new.');
  await expect(card(page, whose)).toBeHidden();
  await page.reload();
  await chooseActor(page, elders);
  await page.keyboard.press('a');
  await beginToAssess(page, 'Seen ourselves');
  await sheet.getByRole('radio', { name: '3' }).first().press('3');
  await expect(sheet).toContainText('1 of 8 kinds read');
  await expect(which).toBeHidden();
  await page.keyboard.press('Escape');
  await recordContact(page, 'They called again.');
  await card(page, whose).getByRole('button', { name: 'Write an answer' }).click();
  await card(page, whose).getByLabel('Your answer').fill('I like them too much.');
  await card(page, whose).getByRole('button', { name: 'Keep in my journal' }).click();
  await openAccountMenu(page);
  await page.getByRole('button', { name: 'Private journal' }).click();
  const entry = page.getByRole('dialog', { name: 'Private journal' }).getByRole('listitem');
  await expect(entry).toContainText('I like them too much.');
  await expect(entry).toContainText(whose);
});

test('a key leads to a question and gives the focus back; who joins, pays or is let in is asked about', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  const money = card(page, 'What does the money say?');

  await chooseActor(page, elders);
  const part = actorPanel(page).getByLabel('Part in the team');
  await part.selectOption({ label: 'Member of the team' });
  const joined = card(page, 'What do they bring along?');
  await expect(joined).toBeVisible();
  await actorOnMap(page, elders).focus();
  await page.keyboard.press('q');
  await expect(joined.getByRole('button', { name: 'Write an answer' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(joined).toBeHidden();
  await expect(actorOnMap(page, elders)).toBeFocused();
  await part.selectOption({ label: 'Funder of the team' });
  await money.getByRole('button', { name: 'Not now' }).click();

  // A new page asks again, and a tie of funding asks the same.
  await page.reload();
  await addTie(page, 'Open Lakes Fund', elders, 'funding');
  await money.getByRole('button', { name: 'Not now' }).click();
  await recordDecision(page, 'We meet in March.');
  const question = 'What would each party say of this step?';
  const step = page.getByRole('dialog').getByRole('region', { name: question });
  await step.getByRole('button', { name: 'Not now' }).click();
  await page.keyboard.press('Escape');

  await page.goto(`${page.url().split('?')[0] ?? ''}?view=convening`);
  await state(page, {
    ...{ convener: 'Nadia Halden', party: 'Premier’s Office', source: 'Normative power' },
    figures: ['4', '1', 'u'],
  });
  const access = card(page, 'Let in, or listened to?');
  await access.getByRole('button', { name: 'Not now' }).click();

  await goTo(page, 'participants');
  await person(page, 'Delegate U-01').getByRole('rowheader').click();
  await page.getByRole('complementary').getByRole('combobox', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'Excluded' }).click();
  await expect(
    page.getByRole('dialog').getByRole('region', { name: 'Who gains by their absence?' }),
  ).toBeVisible();
});
