import type { Page } from '@playwright/test';
import { actorPanel, chooseActor } from './support/actors.ts';
import { block, days } from './support/agenda.ts';
import { goTo, isSaid } from './support/frame.ts';
import { tabTo } from './support/keyboard.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { three } from './support/three.ts';

/*
 * Journey 6: a choice that costs something, what the team expected of it, and what came of it.
 */

const what = 'Day 1 moves from Tue 24 Nov to Tue 1 Dec';
const [fishers, women, league] = [
  'Lake Fishers Council',
  'Women of the Basin',
  'Delta Farmers’ League',
];

const card = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true });
const form = (page: Page) =>
  page.locator('form').filter({ has: page.getByLabel('What was decided') });
const scale = (page: Page, question: string, party: string) =>
  form(page)
    .getByRole('group', { name: question })
    .getByRole('radiogroup', { name: party, exact: true });
const whoIsAbsent = 'Who is not there, and what does meeting without them cost with each?';
const costs = 'What it costs, and with whom';

/** Chooses a level of a scale, as a pointer does. */
const level = (page: Page, question: string, party: string, name: string) =>
  scale(page, question, party).getByRole('radio', { name }).check({ force: true });

/** Opens a view of the process board and waits until the ledger is there. */
async function openLog(page: Page, address: string, view: 'log' | 'standing') {
  await page.goto(`${address}?view=${view}`);
  await page.getByRole('heading', { level: 2 }).waitFor();
  await expect(page.getByRole('main').getByRole('heading', { level: 3 }).first()).toBeVisible();
}

test('journey 6: a costly choice, what was expected of it, and what it did cost', async ({
  team,
}) => {
  const people = await three(team, 'demo');
  const address = team.address(people.process, 'process');
  const nadia = await team.open(people.nadia, people.process, 'agenda');
  const tomas = await people.tomas.newPage();
  const amira = await people.amira.newPage();
  await openLog(tomas, address, 'log');
  await openLog(amira, address, 'log');

  await test.step('two decline; the team moves the day, and says so', async () => {
    await days(nadia).first().getByRole('button', { name: 'More for Day 1' }).click();
    await nadia.getByRole('menuitem', { name: 'Title, date and times…' }).click();
    const dialog = nadia.getByRole('dialog', { name: 'Day 1' });
    await expect(dialog.getByRole('switch')).toBeHidden();
    await dialog.getByLabel('Date').fill('2026-12-01');
    await dialog.getByRole('switch', { name: 'Log this as a decision' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(form(nadia).getByLabel('What was decided')).toHaveValue(what);
    await expect(form(nadia).getByLabel('About', { exact: true })).toContainText('Rescheduling');
    for (const party of [fishers, women]) {
      await form(nadia).getByRole('checkbox', { name: party }).check();
      await level(nadia, whoIsAbsent, party, 'Costs much');
    }
    await form(nadia)
      .getByLabel(`Why, ${fishers}`)
      .first()
      .fill('They would not have come a second time.');
    await form(nadia).getByLabel('Principle behind it').fill('We meet with all or not at all.');
    await form(nadia)
      .getByLabel('Alternatives considered')
      .fill('Four delegations, and a summary.');
    await form(nadia).getByLabel('Consulted').fill('All six, by telephone.');
    await form(nadia).getByLabel('Cost of not acting').fill('A text of those who agree anyway.');
    await form(nadia).getByText('Yes', { exact: true }).click();
    await form(nadia).getByLabel('How they were told').fill('One letter to all.');
    await level(nadia, costs, league, 'Costs something');
    await form(nadia).getByLabel(`Why, ${league}`).fill('They wanted to go ahead.');
    await level(nadia, costs, fishers, 'Earns something');
    await form(nadia).getByRole('button', { name: 'Put on record' }).click();
    await expect(form(nadia)).toBeHidden();
  });

  await test.step('the others see all of it', async () => {
    for (const page of [tomas, amira]) {
      const shown = card(page, what);
      for (const text of [
        'We meet with all or not at all.',
        'Four delegations, and a summary.',
        'All six, by telephone.',
        'A text of those who agree anyway.',
        'Yes. One letter to all.',
        'They would not have come a second time.',
      ]) {
        await expect(shown).toContainText(text);
      }
      await expect(shown.getByRole('row', { name: league })).toContainText(
        /−1\s*Costs something.*They wanted to go ahead\..*Not observed yet/,
      );
    }
  });

  await test.step('later, what it did cost is put beside it', async () => {
    const shown = card(tomas, what);
    await shown.getByRole('button', { name: 'Record what it cost' }).click();
    await shown.getByLabel('With', { exact: true }).click();
    await tomas.getByRole('option', { name: fishers }).click();
    await shown.getByRole('radio', { name: 'Earns much' }).check({ force: true });
    await shown.getByRole('button', { name: 'Put on record' }).click();
    await expect(shown.getByLabel('What was seen or heard')).toHaveAccessibleDescription(
      'Say what you take it from, or choose “?”.',
    );
    await shown.getByLabel('What was seen or heard').fill('“You waited for us”, before everybody.');
    await shown.getByRole('button', { name: 'Put on record' }).click();
    for (const page of [tomas, amira]) {
      await expect(card(page, what).getByRole('row', { name: fishers })).toContainText(
        /\+1\s*Earns something\s*\+2\s*Earns much.*You waited for us.*Tomás Rey/,
      );
    }
  });

  await test.step('it stands at the records that it touches', async () => {
    await goTo(nadia, 'actors');
    await chooseActor(nadia, fishers);
    const touching = actorPanel(nadia).getByRole('region', { name: 'Decisions that touch this' });
    await expect(touching).toContainText(what);
    await touching.getByText(what).first().click();
    await expect(card(nadia, what)).toContainText('Earns much');
  });

  await test.step('one records a decision without a line, and it arrives', async () => {
    await people.amira.setOffline(true);
    await isSaid(amira, /^Offline/);
    await amira.getByRole('button', { name: 'Record a decision' }).click();
    await form(amira).getByLabel('What was decided').fill('Caucuses take turns at being first');
    await level(amira, costs, league, 'Not known');
    await form(amira).getByRole('button', { name: 'Put on record' }).click();
    await expect(amira.getByText('Caucuses take turns at being first')).toBeVisible();
    await expect(card(tomas, 'Caucuses take turns at being first')).toBeHidden();
    await people.amira.setOffline(false);
    for (const page of [tomas, amira]) {
      await expect(card(page, 'Caucuses take turns at being first')).toContainText('Not known');
    }
  });

  await test.step('one that was recorded by mistake stays, and counts no more', async () => {
    const wrong = card(amira, 'Caucuses take turns at being first');
    await wrong.getByRole('button', { name: 'Recorded by mistake?' }).click();
    await wrong.getByLabel('What was wrong with it').fill('Only talked about.');
    await wrong.getByRole('button', { name: 'Take it out of the count' }).click();
    const seen = card(tomas, 'Caucuses take turns at being first');
    await expect(seen).toContainText('Recorded by mistake: it counts no more.');
    await expect(seen).toContainText('Only talked about.');
    await seen.getByRole('button', { name: 'Record it anew' }).click();
    await expect(form(tomas).getByLabel('What was decided')).toHaveValue(
      'Caucuses take turns at being first',
    );
    await form(tomas).getByRole('button', { name: 'Cancel' }).click();
    await expect(tomas.getByRole('button', { name: 'Record a decision' })).toBeFocused();
  });
});

test('standing is shown party by party, counted and never added up', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await lead.newPage();
  await openLog(page, team.address(process, 'process'), 'standing');
  const flags = page.getByRole('region', { name: 'Decisions that keep costing the same party' });
  await expect(flags).toContainText(
    'Delta Farmers’ League: of the last 5 decisions with a known cost, 5 cost standing and none earned any.',
  );
  await expect(flags).toContainText('Upland Water Union: of the same decisions 5 are known');
  const table = page.getByRole('table').first();
  await expect(table.getByRole('row', { name: /^Delta/ })).toContainText(
    /5\s*0\s*0\s*0\s*0\s*4 of 5/,
  );
  await expect(
    page.getByRole('img', { name: /^Delta Farmers’ League: 5 cost, 0 earned/ }),
  ).toBeVisible();
  const compared = page.getByRole('region', { name: 'Expected against observed' }).first();
  await compared.getByText('Where they differ').click();
  await expect(
    compared.getByRole('row', { name: /No seat for the Reed Bank Militia.*Delta/ }),
  ).toContainText('Worse by 1 point');

  await isAccessible(page, 'standing');
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByRole('columnheader', { name: league })).toBeVisible();
  await isAccessible(page, 'standing as a table');
  await page.setViewportSize({ width: 390, height: 844 });
  await isAccessible(page, 'standing on a phone');
});

test('the log is filtered, saved as a file, and is plain to everybody on desk and phone', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await lead.newPage();
  await openLog(page, team.address(process, 'process'), 'log');
  await expect(page.getByRole('status').filter({ hasText: '5 decisions' })).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Costs with' })
    .or(page.getByLabel('Costs with'))
    .first()
    .click();
  await page.getByRole('option', { name: women }).click();
  await expect(page.getByRole('article')).toHaveCount(3);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('Design log – Lake Meridia water dialogue.csv');

  await page.getByRole('button', { name: 'Record a decision' }).click();
  await isAccessible(page, 'log with its form');
  await page.setViewportSize({ width: 390, height: 844 });
  await isAccessible(page, 'log with its form on a phone');
});

test('a decision is recorded by keyboard alone', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await lead.newPage();
  await openLog(page, team.address(process, 'process'), 'log');
  await tabTo(page, page.getByRole('button', { name: 'Record a decision' }));
  await page.keyboard.press('Enter');
  await expect(form(page).getByLabel('What was decided')).toBeFocused();
  await page.keyboard.type('The garden room is kept for those who pray');
  await tabTo(page, form(page).getByLabel('Principle behind it'));
  await page.keyboard.type('Nobody chooses between the table and the hour.');
  await tabTo(page, scale(page, costs, fishers).getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await tabTo(page, form(page).getByLabel(`Why, ${fishers}`));
  await page.keyboard.type('They had asked.');
  await tabTo(page, form(page).getByRole('button', { name: 'Put on record' }));
  await page.keyboard.press('Enter');
  const shown = card(page, 'The garden room is kept for those who pray');
  await expect(shown.getByRole('row', { name: fishers })).toContainText(/\+1.*They had asked\./);
  await expect(page.getByRole('button', { name: 'Record a decision' })).toBeFocused();
});

test('a decision is written at the block that it is about, and what was half written stays', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'agenda');
  await block(page, 'Caucus: upstream').click();
  const touching = page.getByRole('region', { name: 'Decisions that touch this' });
  await expect(touching).toContainText('Upstream has 45 minutes before the first reading');
  await touching.getByRole('button', { name: 'Record a decision about this' }).click();
  await form(page).getByLabel('What was decided').fill('Both caucuses have 40 minutes');
  await page.keyboard.press('Escape');
  await expect(form(page)).toBeHidden();
  await touching.getByRole('button', { name: 'Record a decision about this' }).click();
  await expect(form(page).getByLabel('What was decided')).toHaveValue(
    'Both caucuses have 40 minutes',
  );
  await expect(form(page)).toContainText('Caucus: upstream');
  await form(page).getByRole('button', { name: 'Put on record' }).click();
  await expect(touching).toContainText('Both caucuses have 40 minutes');
});
