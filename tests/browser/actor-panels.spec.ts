import type { Page } from '@playwright/test';
import { actorOnMap, actorPanel, chooseActor } from './support/actors.ts';
import { assessSheet, beginToAssess } from './support/assess.ts';
import { cellOf, matrix, state } from './support/convening.ts';
import { recordContact } from './support/engagement.ts';
import { openAccountMenu } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { openRound, rate, revealRound, round, saySource, sayWhy } from './support/rounds.ts';
import { actorInView, sayGrounds } from './support/views.ts';
import { expect, test } from './support/test.ts';

/*
 * The panels and dialogs of the actors board, as somebody meets them who fills them in: each is
 * accessible, in light and in dark.
 */

const elders = 'Council of Elders';
const office = 'Premier’s Office';
const dialog = '[role="dialog"]';

async function closed(page: Page) {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('panels of the map: measures, notation, two actors, files, contacts, readings', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');

  await page.getByRole('button', { name: 'All actors have one size' }).click();
  await page.getByRole('radio', { name: 'Betweenness' }).check();
  await page.getByRole('switch', { name: 'Communities' }).click();
  await page.getByRole('list', { name: 'Communities' }).waitFor();
  await isAccessible(page, 'measures');
  await closed(page);
  await page.getByRole('button', { name: 'Edit the legend' }).click();
  await page.getByRole('button', { name: 'Greyscale print' }).click();
  await isAccessible(page, 'the legend editor', dialog);
  await closed(page);
  await page.getByRole('button', { name: 'Filter' }).click();
  await isAccessible(page, 'the filter', dialog);
  await closed(page);

  await chooseActor(page, elders);
  await actorOnMap(page, office).focus();
  await page.keyboard.press('Space');
  await page.getByRole('list', { name: /\d steps?/ }).waitFor();
  await isAccessible(page, 'the way between two', 'aside');
  await page.getByRole('button', { name: 'Make one of them' }).click();
  await page.getByRole('dialog', { name: 'Are these two the same?' }).waitFor();
  await isAccessible(page, 'two that are the same', dialog);
  await closed(page);

  for (const [entry, title] of [
    [/Import/, 'import'],
    [/Export/, 'export'],
  ] as const) {
    await page.getByRole('button', { name: 'Import and export' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await page.getByRole('dialog').waitFor();
    if (title === 'import') {
      const buffer = Buffer.from('ID,Label,Type,Own\n1,Boats,Vessel,x\n2,,,\n,Boats,Vessel,y\n');
      await page
        .getByRole('dialog')
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('dialog').getByText('Columns').first().click();
      await isAccessible(page, 'a file before it is imported', dialog);
      await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
    }
    await isAccessible(page, title, dialog);
    await closed(page);
  }

  await chooseActor(page, elders);
  await actorPanel(page).getByRole('button', { name: 'Record a contact' }).click();
  await actorPanel(page).getByRole('button', { name: 'Add a next step' }).click();
  await actorPanel(page).getByRole('button', { name: 'Put on record' }).click();
  await expect(actorPanel(page)).toContainText('Say in a few words what was said.');
  await isAccessible(page, 'a contact, with what is missing', 'aside');
  await actorPanel(page).getByRole('button', { name: 'Cancel' }).click();
  await recordContact(page, 'They wait.', 'Call again');
  const question = page.getByRole('region', { name: 'Who has heard from us less?' });
  await question.getByRole('button', { name: 'Write an answer' }).click();
  await isAccessible(page, 'an actor with a contact, and a question at the edge');
  await question.getByLabel('Your answer').fill('The growers.');
  await question.getByRole('button', { name: 'Keep in my journal' }).click();
  await openAccountMenu(page);
  await page.getByRole('button', { name: 'Private journal' }).click();
  await page.getByRole('dialog', { name: 'Private journal' }).getByRole('listitem').waitFor();
  await isAccessible(page, 'the journal', dialog);
  await closed(page);

  await actorPanel(page).getByRole('button', { name: 'Assess' }).click();
  const sheet = await beginToAssess(page, 'Inferred');
  await sheet.getByRole('radio', { name: '3' }).first().click();
  await sheet.getByText('Show others’ readings').click();
  await isAccessible(page, 'a reading that asks for another one', dialog);
  await page.keyboard.press('Escape');
  await expect(assessSheet(page)).toBeHidden();
});

test('panels of views: readings by place, days, engagement, cards', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  const show = async (view: string) => {
    await page.goto(`${team.address(process, 'actors')}?view=${view}`);
  };

  await show('interest');
  await actorInView(page, elders).focus();
  for (const key of ['Alt+ArrowUp', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('dialog', { name: 'What this reading rests on' }).waitFor();
  await isAccessible(page, 'what a move rests on', dialog);
  await sayGrounds(page, 'Seen ourselves');
  await expect(page.locator('[data-cell="2 2"]').getByRole('option')).toHaveText(elders);
  await page.getByRole('button', { name: 'Over time' }).click();
  await page.getByRole('button', { name: 'Change before' }).click();
  await isAccessible(page, 'an earlier day', 'main');

  await show('days');
  await page.getByRole('heading', { name: 'What is different' }).waitFor();
  await isAccessible(page, 'two days that differ', 'main');

  await show('engagement');
  await page.getByRole('button', { name: 'Record a contact' }).first().click();
  const contact = page.getByRole('dialog', { name: 'Record a contact' });
  await contact.getByRole('combobox', { name: 'With' }).fill('Council');
  await contact.getByRole('option').first().click();
  await contact.getByRole('button', { name: 'Add a next step' }).click();
  await isAccessible(page, 'a contact in the log', dialog);
  await contact.getByLabel('What was said').fill('They wait.');
  await contact.getByLabel('Next step', { exact: true }).fill('Call again');
  await contact.getByRole('button', { name: 'Put on record' }).click();
  await page.getByRole('button', { name: 'Correct' }).click();
  await isAccessible(page, 'the log, one corrected', 'main');

  await show('cards');
  await page.getByRole('button', { name: 'Put the card' }).click();
  await isAccessible(page, 'a card without a name', 'main');
  await page.getByLabel('Name of a person or group').fill('The Elders');
  await page.getByRole('button', { name: 'Put the card' }).click();
  await page.getByRole('button', { name: 'Same as somebody else' }).click();
  await isAccessible(page, 'a card that may be somebody', 'main');
  await page.getByRole('button', { name: `Same as ${elders}` }).click();
  await page.getByText('1 card is settled').click();
  await isAccessible(page, 'a settled card', 'main');
});

test('blind rounds and the panels of the matrix', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  await page.goto(`${team.address(process, 'actors')}?view=rounds`);
  await page.getByRole('button', { name: 'Open a round' }).click();
  await page.getByText('Only some', { exact: true }).click();
  await page.getByRole('button', { name: 'Open the round' }).click();
  await expect(page.getByText('Choose at least one person.')).toBeVisible();
  await isAccessible(page, 'a new round, with what is missing', 'main');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await openRound(page, 'First', 2);
  await saySource(page, 'Seen ourselves');
  await rate(page, ['3', 'u', '0', '4']);
  await isAccessible(page, 'a round that is rated', 'main');
  await page.getByRole('button', { name: 'Previous actor' }).click();
  await sayWhy(page, 'Seen on market days.');
  await page.getByRole('button', { name: 'I am done' }).click();
  await page.getByRole('button', { name: 'Reveal the ratings' }).click();
  await isAccessible(page, 'before a reveal', 'main');
  await page.getByRole('button', { name: 'Reveal the ratings' }).click();
  const results = page.getByRole('region', { name: 'What was rated' });
  await results.getByRole('button').first().click();
  await results.getByRole('listitem').first().waitFor();
  await isAccessible(page, 'what was rated', 'main');
  await page.getByRole('button', { name: 'Second round' }).click();
  await page.getByLabel('What it is called').fill('Second');
  await page.getByRole('button', { name: 'Open the round' }).click();
  await saySource(page, 'Seen ourselves');
  await rate(page, ['1']);
  await expect(round(page, 'Second')).toContainText('1 of 8 rated');
  await revealRound(page);
  await results.getByRole('button').filter({ hasText: 'Now' }).first().click();
  await isAccessible(page, 'two rounds side by side', 'main');

  await page.goto(`${team.address(process, 'actors')}?view=convening`);
  await state(page, {
    ...{ convener: 'Nadia Halden', party: office, source: 'Soft power: reputation' },
    ...{ figures: ['4', '1', 'u'], why: 'They take every call.' },
  });
  await expect(cellOf(page, 'Nadia Halden', office)).toHaveAccessibleName(/access 4/);
  await isAccessible(page, 'the matrix and a pair');
  await cellOf(page, 'Dialogue team', office).click();
  await page.getByRole('button', { name: 'Save statement' }).click();
  await isAccessible(page, 'a statement, with what is missing', 'aside');
  await matrix(page).getByRole('columnheader', { name: office, exact: true }).click();
  const party = page.getByRole('complementary', { name: 'Party' });
  await party.getByRole('button', { name: 'Add an initiative' }).click();
  await page.getByRole('dialog', { name: 'Add an initiative' }).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await isAccessible(page, 'an initiative, with what is missing', dialog);
  await closed(page);
  await isAccessible(page, 'the panel of a party', 'aside');
});
