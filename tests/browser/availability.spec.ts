import type { Page } from '@playwright/test';
import { allSaved, undo } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { list, people, person } from './support/participants.ts';
import { expect, test } from './support/test.ts';

const details = (page: Page) => page.getByRole('complementary');
const day = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: `Availability on ${name}` });
const ofTheDay = (page: Page) => page.getByText(/^Of those expected /);

test('who cannot come on a day is said in the list, in the sessions and by the checks of the agenda', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey', 'facilitator');
  const nadia = await team.open(lead, process, 'participants');
  const tomas = await team.open(guest, process, 'agenda');
  await expect(tomas.getByText('Delegate U-03 cannot come on Wed 25 Nov.')).toBeVisible();

  // By key: what is known of a day is a choice of three.
  await person(nadia, 'Delegate U-01').getByRole('rowheader').click();
  const second = day(nadia, 'Wed 25 Nov');
  await expect(second.getByRole('radio', { name: 'Can come', exact: true })).toBeChecked();
  await second.getByRole('radio', { name: 'Can come', exact: true }).focus();
  await nadia.keyboard.press('ArrowRight');
  await expect(second.getByRole('radio', { name: 'Cannot come' })).toBeChecked();
  await expect(
    tomas.getByText('Delegate U-01 and Delegate U-03 cannot come on Wed 25 Nov.'),
  ).toBeVisible();
  await isAccessible(nadia, 'availability at a person');

  // Days that are on no agenda, and a span that is too long.
  await details(nadia).getByText('Say it of other days').focus();
  await nadia.keyboard.press('Enter');
  await details(nadia).getByLabel('From').fill('2026-12-01');
  await details(nadia).getByLabel('Until, that day included').fill('2027-12-01');
  await details(nadia).getByRole('button', { name: 'Set these days' }).click();
  await expect(details(nadia).getByText('92 days at a time at most')).toBeVisible();
  await details(nadia).getByLabel('Until, that day included').fill('2026-12-03');
  await nadia.keyboard.press('Enter');
  const others = details(nadia).getByRole('list', { name: 'Days that are not on the agenda' });
  await expect(others.getByRole('listitem')).toHaveText(/^1\s*–\s*3 Dec 2026\s*Cannot come/);
  await others.getByRole('button', { name: /^Take back what is said of 1.*3 Dec 2026$/ }).click();
  await expect(others).toHaveCount(0);
  await details(nadia).getByLabel('Note on days').fill('Home by the evening of the first.');
  await nadia.keyboard.press('Tab');
  await allSaved(nadia);

  // The list can be asked who is free on a day; that nothing is known is an answer of its own.
  const row = person(nadia, 'Delegate U-01');
  await expect(row).toContainText('Can: 24 Nov 2026 · Cannot: 25 Nov 2026 · Home by');
  const heading = list(nadia).getByRole('columnheader', { name: /^Availability/ });
  await heading.getByRole('button', { name: 'Filter by Availability' }).click();
  const picks = nadia.getByRole('group', { name: 'Filter by Availability' });
  await picks.getByRole('checkbox', { name: 'Wed 25 Nov: cannot come' }).check();
  await expect(people(nadia)).toHaveText('2 of 31 people');
  await picks.getByRole('checkbox', { name: 'Wed 25 Nov: cannot come' }).uncheck();
  await picks.getByRole('checkbox', { name: 'Wed 25 Nov: can come' }).check();
  await expect(people(nadia)).toHaveText('1 of 31 people');
  await picks.getByRole('checkbox', { name: 'Wed 25 Nov: not known' }).check();
  await expect(people(nadia)).toHaveText('29 of 31 people');

  // Said of several people at once, and taken back in one step.
  await picks.getByRole('button', { name: 'Show all' }).click();
  await nadia.keyboard.press('Escape');
  await expect(picks).toHaveCount(0);
  for (const name of ['Delegate D-01', 'Delegate D-03']) {
    const box = nadia.getByRole('checkbox', { name: `Select ${name}`, exact: true });
    await box.click();
    await expect(box).toBeChecked();
  }
  await expect(details(nadia)).toContainText(
    'Wed 25 Nov: 0 can come, 1 cannot, of 2 it is not known.',
  );
  await details(nadia).getByText('Say it of other days').click();
  await details(nadia).getByLabel('From').fill('2026-11-25');
  await details(nadia).getByRole('button', { name: 'Set these days' }).click();
  await expect(details(nadia)).toContainText('Wed 25 Nov: 0 can come, 3 cannot');
  await expect(tomas.getByText(/Delegate D-03.* cannot come on Wed 25 Nov\./)).toBeVisible();
  await details(nadia).getByRole('heading', { level: 2 }).click();
  await undo(nadia);
  await expect(details(nadia)).toContainText('Wed 25 Nov: 0 can come, 1 cannot');

  await nadia.goto(`${team.address(process, 'participants')}?view=sessions`);
  await expect(ofTheDay(nadia)).toHaveText([
    'Of those expected 3 can come on this day, 0 cannot; of 21 it is not known.',
    'Of those expected 1 can come on this day, 2 cannot; of 21 it is not known.',
  ]);
  await expect(
    nadia.getByText('Cannot come that day: Delegate U-01 and Delegate U-03.').first(),
  ).toBeVisible();
  await isAccessible(nadia, 'sessions with availability');

  // A process that does not use the field has it nowhere.
  await nadia.getByRole('button', { name: 'More: import, export, fields' }).click();
  await nadia.getByRole('menuitem', { name: 'Fields this process uses…' }).click();
  await nadia.getByRole('switch', { name: 'Availability' }).click();
  await nadia.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(ofTheDay(nadia)).toHaveCount(0);
  await expect(tomas.getByText(/cannot come on Wed 25 Nov/)).toHaveCount(0);
});

test('availability is said with a thumb', async ({ team }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await (await team.join(lead, process, 'Amira', 'facilitator', phone)).newPage();
  await page.goto(team.address(process, 'participants'));
  await page.getByRole('button', { name: /^Delegate U-05/ }).tap();
  const second = day(page, 'Wed 25 Nov');
  await second.getByText('Cannot come').tap();
  await expect(second.getByRole('radio', { name: 'Cannot come' })).toBeChecked();
  await isAccessible(page, 'availability on a phone');
});
