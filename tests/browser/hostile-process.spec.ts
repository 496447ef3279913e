import { addBlock } from './support/agenda.ts';
import { allSaved, goTo } from './support/frame.ts';
import { fillAll } from './support/hostile.ts';
import { addHostileActors, dialog, isRead, press, showView, two } from './support/hostile-walk.ts';
import { expect, test } from './support/test.ts';

/*
 * What people write on the process board, filled with a text that is a script to the careless, and read
 * by somebody else in a second browser. Parties have hostile names too.
 */

test('items, answers, reasons, information needs, funding and words', async ({ team }) => {
  const { writer, reader, areInert } = await two(team);
  const page = await writer('actors');
  await addHostileActors(page, 2);
  await goTo(page, 'agenda');
  await press(page, 'Add a first day');
  await addBlock(page, 'Plenary', 'Reading');
  await allSaved(page);

  await goTo(page, 'process');
  await showView('proposals', page);
  for (let items = 0; items < 2; items += 1) {
    await press(page, 'Add an item');
    const add = dialog(page, 'Add an item');
    await fillAll(add);
    await add.getByLabel('Proposed by').click();
    await page.getByRole('option').first().click();
    await press(add, 'Put on record');
    await expect(add).toHaveCount(0);
    await expect(page.getByRole('rowheader').nth(items)).toBeVisible();
  }
  await press(page, /^No answer: /);
  await page.getByRole('menuitem', { name: 'What they said…' }).click();
  const answer = dialog(page, /^What .* says$/);
  await fillAll(answer);
  await answer.getByRole('radiogroup').getByText('Objects').click();
  await press(answer, 'Put on record');
  for (const [how, action] of [
    ['Park…', 'Park'],
    ['Put on the agenda…', 'Put on the agenda'],
  ] as const) {
    await press(page, /^What becomes of/);
    await page.getByRole('menuitem', { name: how }).click();
    const settle = page.getByRole('dialog');
    await fillAll(settle);
    await press(settle, action);
    await expect(settle).toHaveCount(0);
  }
  const theirs = await reader('process');
  await showView('proposals', theirs);
  for (const each of [page, theirs]) {
    await isRead(each.getByRole('region', { name: 'Parked, and why' }));
    await isRead(each.getByRole('rowheader').first());
  }
  await areInert(page, theirs);

  await showView('information', page, theirs);
  await press(page, 'Add what is needed');
  const need = dialog(page, 'Add what is needed');
  await fillAll(need);
  await need.getByLabel('For which block').click();
  await page.getByRole('option').first().click();
  await press(need, 'Add');
  await press(page, /^Not said: /);
  await page.getByRole('menuitemradio', { name: 'Missing' }).click();
  for (const each of [page, theirs]) {
    await isRead(each.getByText(/goes in without/));
    // The first head is the block's.
    await isRead(each.getByRole('rowheader').nth(1));
  }
  await areInert(page, theirs);

  await showView('funding', page, theirs);
  await press(page, 'Add who pays');
  const funding = dialog(page, 'Add who pays');
  await fillAll(funding);
  await press(funding, 'Add');
  for (const each of [page, theirs]) {
    await isRead(each.getByRole('rowheader').first());
    await isRead(each.getByRole('list', { name: 'Payers and their terms' }));
  }
  await areInert(page, theirs);

  await showView('glossary', page, theirs);
  await press(page, 'Add a word');
  const term = dialog(page, 'Add a word');
  await fillAll(term);
  await press(term, 'Add');
  for (const each of [page, theirs]) await isRead(each.getByRole('rowheader').first());
  await areInert(page, theirs);
});
