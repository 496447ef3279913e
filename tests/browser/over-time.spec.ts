import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { isAccessible } from './support/look.ts';
import { person } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { writeBoard } from './support/write-board.ts';

const Reported = v.object({ date: v.string(), women: v.number() });
const team2020 = v.parse(
  v.object({ members: v.number(), announced: Reported, departed: Reported }),
  JSON.parse(readFileSync(new URL('../fixtures/afghan-team-2020.json', import.meta.url), 'utf8')),
);
const { announced, departed, members } = team2020;

const rowOf = (page: Page, table: string, name: RegExp): Locator =>
  page.getByRole('region', { name: table }).getByRole('row').filter({ hasText: name });

/** What stands in a row: on the first day, on the second, and the difference. */
async function says(row: Locator, ...cells: readonly string[]) {
  for (const [at, words] of cells.entries()) {
    await expect(row.getByRole('cell').nth(at)).toContainText(words);
  }
}

test('a team of 21 with five women that became four says so on every day', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'A team of the year 2020');
  const guest = await team.join(lead, process, 'Tomás Rey');
  await writeBoard(lead, parley.origin, process, (board) => {
    const people = Array.from({ length: members }, (_, at) => ({
      pseudonym: `Member ${String(at + 1).padStart(2, '0')}`,
      gender: at < announced.women ? ('woman' as const) : ('man' as const),
      stage: 'confirmed' as const,
    }));
    board.createAll('participant', [
      ...people,
      { pseudonym: 'Alternate', gender: 'man', stage: 'longlisted' },
    ]);
    board.create('inclusionTarget', {
      ...{ attribute: 'gender', values: ['woman'], scope: 'process', comparison: 'at-least' },
      amount: { unit: 'share', share: 0.2 },
    });
  });
  const page = await team.open(lead, process, 'participants');
  const other = await team.open(guest, process, 'participants');
  await other.goto(`${team.address(process, 'participants')}?view=time`);

  await test.step('one withdraws, and a man is named in her place', async () => {
    await person(page, 'Member 05').getByRole('rowheader').click();
    await page.getByRole('complementary').getByRole('combobox', { name: 'Stage' }).click();
    await page.getByRole('option', { name: 'Withdrawn' }).click();
    const dialog = page.getByRole('dialog', { name: 'Stage: Withdrawn' });
    await dialog.getByLabel('Since').fill('2999-01-01');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Not published.');
    await dialog.getByRole('button', { name: 'Change the stage' }).click();
    await expect(dialog).toContainText('That day has not come yet.');
    await dialog.getByLabel('Since').fill('2020-08-01');
    await dialog.getByRole('combobox', { name: 'Comes in their place' }).click();
    await page.getByRole('option', { name: 'Alternate' }).click();
    await isAccessible(page, 'who comes in whose place', '[role="dialog"]');
    await dialog.getByRole('button', { name: 'Change the stage' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(person(page, 'Alternate')).toContainText('Confirmed');
    await page.getByText('Who changed the stage, when and why').click();
    await expect(page.getByText('In their place: Alternate')).toBeVisible();
    await expect(page.getByText('since 1 Aug 2020')).toBeVisible();
  });

  const targets = rowOf(other, 'Targets on both days', /^Women/);
  const women = rowOf(other, 'Composition on both days', /^Woman/);
  const slider = other.getByRole('slider');

  await test.step('from the day before to now', async () => {
    await expect(other.getByRole('heading', { name: 'From 31 Jul 2020 to now' })).toBeVisible();
    await says(targets, '5 of 21 confirmed', '4 of 21 confirmed', '1 fewer');
    await says(targets, 'met', '1 short of 5');
    await says(women, '5 23.8%', '4 19%', '1 fewer');
    const left = other.getByRole('region', { name: 'Left: 1' });
    await expect(left).toContainText('Member 05');
    await expect(left).toContainText('Woman');
    await expect(left).toContainText('Confirmed → Withdrawn');
    await expect(left).toContainText('1 Aug 2020');
    await expect(left).toContainText('In their place: Alternate');
    const joined = other.getByRole('region', { name: 'Joined: 1' });
    await expect(joined).toContainText('Alternate');
    await expect(joined).toContainText('Longlisted → Confirmed');
    await isAccessible(other, 'a composition on two days');
  });

  await test.step('two days of one’s own, by keyboard', async () => {
    await slider.focus();
    await slider.press('PageUp');
    await expect(other.getByRole('heading', { name: 'From 1 Aug 2020 to now' })).toBeVisible();
    await says(targets, '4 of 21 confirmed', '4 of 21 confirmed', 'as many');
    await expect(other.getByRole('region', { name: 'Left: 0' })).toBeVisible();
    await other.getByLabel('Beside it').fill(announced.date);
    await expect(
      other.getByRole('heading', { name: 'From 27 Mar 2020 to 1 Aug 2020' }),
    ).toBeVisible();
    await says(targets, '5 of 21 confirmed', '4 of 21 confirmed', '1 fewer');
    await other.getByLabel('Beside it').fill(departed.date);
    await expect(
      other.getByRole('heading', { name: 'From 1 Aug 2020 to 11 Sept 2020' }),
    ).toBeVisible();
    await says(women, `${departed.women}`, `${departed.women}`, 'as many');
  });

  await test.step('whoever left is opened from there', async () => {
    await other.getByLabel('Beside it').fill(announced.date);
    await other.getByRole('button', { name: 'Member 05' }).click();
    await expect(other.getByRole('complementary').getByText('Withdrawn').first()).toBeVisible();
  });
});
