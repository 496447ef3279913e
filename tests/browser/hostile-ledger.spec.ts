import type { Page } from '@playwright/test';
import { beginToAssess } from './support/assess.ts';
import { matrix } from './support/convening.ts';
import { openAccountMenu } from './support/frame.ts';
import { fillAll, readable } from './support/hostile.ts';
import {
  addHostileActors,
  dialog,
  isRead,
  panel,
  press,
  showView,
  two,
  wholePanel,
} from './support/hostile-walk.ts';
import { openPanel } from './support/ledger.ts';
import { revealRound, saySource } from './support/rounds.ts';
import { expect, test } from './support/test.ts';
import { allViews, chooseView } from './support/views.ts';

/*
 * What people put on record (hostile-text.spec.ts has what stands on the boards), filled with a text
 * that is a script to the careless, and read by somebody else in a second browser.
 */

test('what is said, asked and decided', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('actors');
  await press(page, 'Add actor');
  await fillAll(await wholePanel(page));
  await press(panel(page).getByRole('region', { name: /^Comments/ }), 'Comment');
  const votes = await openPanel(page, 'Votes');
  await press(votes, 'Ask for a vote');
  await fillAll(votes);
  await press(votes, 'Open the vote');
  const decisions = await openPanel(page, 'Decisions');
  await press(decisions, 'Record a decision');
  await fillAll(decisions);
  await press(decisions, 'Put on record');
  const theirs = await reader('actors');
  for (const part of ['Comments', 'Votes', 'Decisions'] as const) {
    for (const each of [page, theirs]) await isRead(await openPanel(each, part));
  }
  await areInert(page, theirs);
});

test('contacts, readings, questions at the edge and the journal', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('actors');
  const theirs = await reader('actors');
  await addHostileActors(page, 2);

  await press(panel(page), 'Record a contact');
  await press(panel(page), 'Add a next step');
  await fillAll(panel(page));
  await press(panel(page), 'Put on record');
  const question = page.getByRole('region', { name: 'Who has heard from us less?' });
  await press(question, 'Write an answer');
  await fillAll(question);
  await press(question, /^Share as a comment/);
  await press(panel(page), 'Correct');
  await fillAll(panel(page));
  await press(panel(page), 'Save correction');
  await press(panel(page), 'Assess');
  const sheet = await beginToAssess(page, 'Inferred');
  await sheet.getByRole('radio', { name: '3' }).first().click();
  await fillAll(sheet);
  await press(sheet, 'Save reading');
  await press(
    page.getByRole('region', { name: 'What would change your mind?' }),
    'Write an answer',
  );
  await fillAll(sheet);
  await press(sheet, 'Keep in my journal');
  await press(sheet, 'Close');
  await expect(sheet).toBeHidden();
  await openAccountMenu(page);
  await press(page, 'Private journal');
  const journal = dialog(page, 'Private journal');
  await fillAll(journal);
  await press(journal, 'Keep on this device');
  await expect(journal.getByRole('listitem')).toHaveCount(2);
  await isRead(journal);

  await showView('engagement', page, theirs);
  await press(page, 'Record a contact');
  await fillAll(dialog(page, 'Record a contact'));
  await page.keyboard.press('Escape');
  for (const each of [page, theirs]) await isRead(each.getByRole('region', { name: /^Log/ }));

  await areInert(page, theirs);
});

test('cards of who matters, placed and merged', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('actors');
  const theirs = await reader('actors');
  await addHostileActors(page, 2);
  await showView('cards', page, theirs);
  for (let cards = 0; cards < 2; cards += 1) {
    await fillAll(page.getByRole('main').locator('form'));
    await press(page, 'Put the card');
    await expect(
      theirs.getByRole('listitem').filter({ has: theirs.getByRole('heading') }),
    ).toHaveCount(cards + 1);
  }
  await press(page, /^Same as javascript/);
  await press(page, 'Place on the map');
  await theirs.getByText('2 cards are settled').click();
  await isRead(theirs.getByRole('main'));
  await areInert(page, theirs);
});

test('blind rounds, before and after the reveal', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('actors');
  const theirs = await reader('actors');
  await addHostileActors(page, 2);
  await showView('rounds', page, theirs);
  await press(page, 'Open a round');
  await fillAll(page.getByRole('main').locator('form'));
  await press(page, 'Open the round');
  await saySource(page, 'Inferred');
  await page.getByRole('radiogroup').getByRole('radio', { name: '3' }).first().click();
  await fillAll(page.getByRole('main').locator('form'));
  await press(page, 'Save reading');
  await expect(page.getByRole('main')).toContainText(/1 of \d+ rated/);
  await isRead(theirs.getByRole('main'));
  await revealRound(page);
  await press(theirs.getByRole('region', { name: 'What was rated' }).getByRole('cell'), /./);
  await isRead(theirs.getByRole('region', { name: 'What was rated' }).getByRole('listitem'));
  await areInert(page, theirs);
});

test('who can bring whom, other initiatives, and every view of it', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('actors');
  const theirs = await reader('actors');
  await addHostileActors(page, 2);
  await showView('convening', page, theirs);
  await matrix(page).getByRole('columnheader').first().click();
  await press(panel(page), 'Add an initiative');
  await fillAll(dialog(page, 'Add an initiative'));
  await press(page, 'Save');
  await isRead(panel(page));
  await panel(page).getByRole('combobox', { name: 'Say who can bring them' }).fill('javascript');
  await panel(page).getByRole('option').first().click();
  const statement = panel(page).getByRole('form', { name: 'Your own statement' });
  await fillAll(statement);
  await statement.getByLabel('Where the power comes from').click();
  await page.getByRole('option', { name: 'Hard power' }).click();
  for (const figure of ['Access', 'Influence', 'Relationship valued']) {
    const levels = statement.getByRole('radiogroup', { name: figure });
    await levels.getByRole('radio').first().focus();
    await page.keyboard.press('4');
  }
  await press(statement, 'Save statement');
  await isRead(panel(page).getByRole('article'));
  await theirs.getByRole('gridcell', { name: /access 4/ }).click();
  await isRead(panel(theirs).getByRole('article'));

  // Whatever view somebody else has it in.
  await theirs.setViewportSize({ width: 390, height: 844 });
  // What stood beside the matrix covers it here.
  await theirs.getByRole('dialog').waitFor();
  await theirs.keyboard.press('Escape');
  await expect(theirs.getByRole('dialog')).toBeHidden();
  const views = await allViews(theirs);
  for (const view of views) {
    await chooseView(theirs, view);
    await expect(theirs.locator('.switch').getByRole('button')).toHaveText(view);
    await expect(theirs.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    if (!unwritten.has(view)) await isShown(theirs);
    await areInert(page, theirs);
  }
});

/** What nobody has written anything for here: other walks have. */
const unwritten = new Set(['Ties', 'Engagement', 'Who matters?', 'Blind rounds', 'Two days']);

/** On the map a name stands in lines, and whole where readers of the screen hear it. */
async function isShown(page: Page) {
  const main = page.getByRole('main');
  const named = main.getByRole('option', { name: readable });
  await expect(main.getByText(readable).or(named).filter({ visible: true }).first()).toBeVisible();
}
