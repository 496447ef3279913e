import type { Locator, Page } from '@playwright/test';
import type { Board as BoardDocument } from '@parley/model';
import { choose } from './support/frame.ts';
import { list } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { allViews, chooseView } from './support/views.ts';
import { writeBoard } from './support/write-board.ts';

/*
 * Names of people that stand in no other word, so that a page can be searched for them: of participants,
 * with and without a pseudonym, and of persons on the map.
 */
const realName = /Zerkal\w*/g;

function furnish(board: BoardDocument) {
  const made = (result: ReturnType<BoardDocument['create']>): string => {
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };
  const party = made(board.create('actor', { name: 'River Union', at: { x: 0, y: 0 } }));
  const known = made(
    board.create('actor', {
      ...{ name: 'Zerkalova', kind: 'person', pseudonym: 'The ferryman', level: 'top' },
      ...{ within: party, at: { x: 160, y: 0 } },
    }),
  );
  const other = made(
    board.create('actor', { name: 'Zerkalin', kind: 'person', at: { x: 0, y: 160 } }),
  );
  made(board.create('tie', { from: known, to: party, kind: 'alliance' }));
  made(board.create('tie', { from: other, to: known, kind: 'conflict' }));
  const people = ['Delegate U-01', ''].map((pseudonym, at) =>
    made(
      board.create('participant', {
        ...{ name: `Zerkalsky ${at + 1}`, pseudonym, delegation: party, actor: known },
        ...{ gender: 'woman', languages: ['ar'] },
      }),
    ),
  );
  made(
    board.create('inclusionTarget', {
      attribute: 'gender',
      values: ['woman'],
      amount: { unit: 'count', count: 3 },
    }),
  );
  const day = made(board.create('agendaDay', { date: '2027-03-01' }));
  for (const track of [0, 1]) {
    made(
      board.create('agendaBlock', {
        ...{ title: `Session ${track + 1}`, day, track, participants: people, everyone: false },
        ...{ fixedStart: '09:00', speakers: people },
      }),
    );
  }
}

/** Everything that the page holds: what is drawn, said to readers of the screen, titled or typed. */
const namesIn = (page: Page) =>
  page.evaluate(() =>
    [
      document.title,
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) =>
        'value' in field ? String(field.value) : '',
      ),
    ].join('\n'),
  );

async function holdsNoName(page: Page, where: string) {
  let said = '';
  // What a view fetches when it is opened has come, and was drawn.
  await expect
    .poll(async () => said === (said = await namesIn(page)), { intervals: [300] })
    .toBe(true);
  expect(said.match(realName), where).toBeNull();
}

const mark = (page: Page): Locator => page.getByRole('button', { name: 'Names hidden' });

const views = {
  actors: [
    ...['network', 'table', 'ties', 'interest', 'influence', 'attitude', 'levels', 'sectors'],
    ...['salience', 'engagement', 'cards', 'convening', 'rounds', 'days'],
  ],
  participants: ['table', 'stages', 'screening', 'sessions', 'letters', 'report', 'pictures'],
} as const;

test('names that are hidden are on no board, in no view, panel or title', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn({ viewport: { width: 1440, height: 900 } });
  const process = await team.makeProcess(lead, 'A talk on a wall');
  await writeBoard(lead, parley.origin, process, furnish);
  const other = await team.open(lead, process, 'agenda');
  const page = await team.open(lead, process, 'actors');
  await expect(page.getByText('Zerkalova').first()).toBeVisible();

  await page.keyboard.press('Shift+H');
  await expect(mark(page)).toBeVisible();
  await expect(page.getByText('The ferryman').first()).toBeVisible();
  // Another page of the same device hides them at the same time.
  await expect(mark(other)).toBeVisible();
  await holdsNoName(other, 'agenda');
  await other
    .getByRole('button', { name: /Session 1/ })
    .first()
    .click();
  await expect(other.getByText('Delegate U-01').first()).toBeVisible();
  await holdsNoName(other, 'a block and who is in it');
  await choose(other, 'View', 'List');
  await holdsNoName(other, 'the agenda as a list');

  expect(await allViews(page)).toHaveLength(views.actors.length);
  for (const board of ['actors', 'participants'] as const) {
    for (const view of views[board]) {
      await page.goto(`${team.address(process, board)}?view=${view}`);
      await expect(mark(page)).toBeVisible();
      await holdsNoName(page, `${board}, ${view}`);
    }
  }

  await page.goto(team.address(process, 'actors'));
  await page.getByRole('option', { name: /^The ferryman: / }).click();
  await expect(page.getByRole('complementary').getByText('Name hidden')).toBeVisible();
  await holdsNoName(page, 'the details of an actor');
  await page.getByPlaceholder('Find an actor').fill('Zerkalova');
  await expect(page.getByRole('option', { name: 'Zerkal' })).toHaveCount(0);

  await page.goto(team.address(process, 'participants'));
  await list(page).getByRole('row').nth(1).click();
  await holdsNoName(page, 'the details of a person');
  await page.getByRole('button', { name: 'Show the real name' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Zerkalsky 1');

  await mark(page).click();
  await page.getByRole('button', { name: 'Show names' }).click();
  await expect(page.getByText('Zerkalsky 2').first()).toBeVisible();
  await expect(mark(other)).toHaveCount(0);
});

test('what stands for a name that is hidden is never written in its place', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn({ viewport: { width: 1440, height: 900 } });
  const process = await team.makeProcess(lead, 'A talk on a wall');
  await writeBoard(lead, parley.origin, process, furnish);
  const page = await team.open(lead, process, 'actors');
  await page.keyboard.press('Shift+H');
  await chooseView(page, 'Levels');
  await page.goto(`${team.address(process, 'actors')}?view=table`);
  const cell = page.getByRole('rowheader', { name: /The ferryman/ });
  await cell.dblclick();
  await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await mark(page).click();
  await page.getByRole('button', { name: 'Show names' }).click();
  await expect(page.getByRole('rowheader', { name: /Zerkalova/ })).toBeVisible();
});
