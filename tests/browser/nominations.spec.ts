import type { Page } from '@playwright/test';
import { choose } from './support/frame.ts';
import { people, person, targetCards } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { onAll, openAll, three } from './support/three.ts';
import { writeBoard } from './support/write-board.ts';

const partner = 'Civic Forum';

/** Nine people of one partner, all men: said in three languages, and by a word that Parley does not know. */
const nine = [
  'Pseudonym,Delegation,Gender,Nominated by,Stage',
  ...['M', 'homme', 'ذكر', 'M', 'homme', 'ذكر', 'Hr', 'Hr', 'M'].map(
    (gender, at) => `Nominee ${at + 1},${partner},${gender},${partner},Confirmed`,
  ),
].join('\n');

const women = (page: Page) => targetCards(page).filter({ hasText: /women/i });
const south = (page: Page) => targetCards(page).filter({ hasText: /south/i });

test('journey 4: who is counted changes on three screens, and a partner’s nine are read in three languages', async ({
  team,
  parley,
}) => {
  const where = await three(team, 'yemen-ndc-2012');
  const pages = await openAll(team, where, 'participants');
  const { nadia, tomas, amira } = pages;
  await onAll(pages, async (page) => {
    await expect(women(page)).toContainText('4 short of 170');
    await expect(south(page)).toContainText('3 short of 283');
  });

  await test.step('who is counted, changed by one for all', async () => {
    await choose(amira, 'Counted as', 'Seats');
    await onAll(pages, (page) => expect(women(page)).toContainText('of 565 seats'));
    await choose(amira, 'Counted as', 'Confirmed');
    await onAll(pages, (page) => expect(women(page)).toContainText('4 short of 170'));
  });

  await test.step('the process records who nominated', async () => {
    await nadia.getByRole('button', { name: 'More: import, export, fields' }).click();
    await nadia.getByRole('menuitem', { name: 'Fields this process uses…' }).click();
    const fields = nadia.getByRole('dialog', { name: 'Fields this process uses' });
    await fields.getByRole('switch', { name: 'Nominated by' }).click();
    await fields.getByRole('button', { name: 'Done' }).click();
    await expect(tomas.getByRole('columnheader', { name: 'Nominated by' })).toBeVisible();
  });

  await test.step('nine rows, read in three languages', async () => {
    await tomas.getByRole('button', { name: 'More: import, export, fields' }).click();
    await tomas.getByRole('menuitem', { name: 'Import from a file…' }).click();
    const dialog = tomas.getByRole('dialog', { name: 'Import people' });
    await dialog.getByRole('textbox').fill(nine);
    await dialog.getByRole('button', { name: 'Read', exact: true }).click();
    await dialog.getByRole('combobox', { name: '“Hr” in Gender' }).click();
    await tomas.getByRole('option', { name: 'Man', exact: true }).click();
    await dialog.getByRole('switch', { name: 'Add them to the map as groups' }).setChecked(true);
    await dialog.getByRole('button', { name: 'Import 9 people' }).click();
    await expect(dialog).toHaveCount(0);
    await onAll(pages, async (page) => {
      await expect(people(page)).toHaveText('574 people');
    });
    await tomas.getByRole('searchbox').fill('Nominee');
    for (let at = 1; at <= 9; at += 1) {
      await expect(person(tomas, `Nominee ${at}`)).toContainText('Man');
      await expect(person(tomas, `Nominee ${at}`)).toContainText(partner);
    }
    await tomas.getByRole('searchbox').fill('');
  });

  await test.step('a session of theirs holds no woman, and it is said who nominated', async () => {
    await writeBoard(where.nadia, parley.origin, where.process, (board) => {
      const forum = board.list('actor').find(({ name }) => name === partner);
      const day = board.create('agendaDay', { date: '2013-03-18' });
      if (!forum || !day.ok) throw new Error('There is no such delegation, or no day');
      board.create('agendaBlock', {
        ...{ title: 'Civic hearing', day: day.value },
        ...{ everyone: false, delegations: [forum.id] },
      });
      board.create('inclusionTarget', {
        ...{ attribute: 'gender', values: ['woman'], scope: 'session' },
        amount: { unit: 'count', count: 1 },
      });
    });
    await onAll(pages, async (page) => {
      const alarm = page.getByRole('complementary').locator('.callout').filter({
        hasText: 'Civic hearing',
      });
      await expect(alarm).toContainText('no women known');
      await expect(alarm).toContainText(`9 of them were nominated by ${partner}.`);
    });
    await amira.goto(`${team.address(where.process, 'participants')}?view=sessions`);
    await expect(amira.getByText('Women: nobody of 9 expected.')).toBeVisible();
  });
});
