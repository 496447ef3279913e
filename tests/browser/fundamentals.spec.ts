import type { Page } from '@playwright/test';
import { chooseActor } from './support/actors.ts';
import { recordContact } from './support/engagement.ts';
import { goTo } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { chooseView } from './support/views.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const part = (page: Page, name: string) => page.getByRole('region', { name });
const question = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });

test('the records raise questions, which are answered, put aside and asked anew', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Olu Adeyemi', 'facilitator', phone);
  const nadia = await team.open(lead, process, 'process');
  const olu = await colleague.newPage();
  await olu.goto(`${team.address(process, 'process')}?view=checklist`);
  await chooseView(nadia, 'Fundamentals');

  // In questions, with what they rest on; no mark anywhere.
  const withdrawn = question(nadia, 'Lake Fishers Council no longer agrees to “An adviser');
  await expect(withdrawn).toContainText('Rests on: what they said on 9 Nov 2026');
  await expect(part(nadia, 'Coherence')).toContainText('Ministry of Water already sits in');
  const never = question(nadia, /^No contact with .* is on record\. Who could speak with them\?/);
  await expect(never).toContainText('no contact with 13 of 13 parties');

  // By keyboard: an answer, and one that is put aside for a reason.
  await withdrawn.getByRole('button', { name: /^Answer: Lake Fishers/ }).focus();
  await nadia.keyboard.press('Enter');
  await nadia.keyboard.press('Tab');
  const words = withdrawn.getByLabel('What we say to it, or why it is put aside');
  await words.focus();
  await withdrawn.getByRole('button', { name: 'Put on record' }).press('Enter');
  await expect(withdrawn).toContainText('Say in a few words what your answer is');
  await words.fill('The adviser left on the tenth; they were told so.');
  await withdrawn.getByRole('button', { name: 'Put on record' }).press('Enter');
  await expect(withdrawn).toHaveCount(0);
  await never.getByRole('button', { name: /^Answer/ }).click();
  await never.getByLabel('What we say to it, or why it is put aside').fill('Our log begins now.');
  await never.getByRole('button', { name: 'Put aside for this reason' }).click();
  await expect(never).toHaveCount(0);

  await olu.getByText('All questions').tap();
  const theirs = question(olu, 'Lake Fishers Council no longer agrees');
  await expect(theirs).toContainText('The adviser left on the tenth; they were told so.');
  await expect(theirs).toContainText('Answered by Nadia Haddad');
  await expect(question(olu, /^No contact with/)).toContainText('Put aside by Nadia Haddad');
  expect(await olu.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await isAccessible(olu, 'the checklist on a phone');
  await theirs.getByRole('button', { name: 'Ask again' }).tap();
  await expect(withdrawn).toBeVisible();

  // A link leads to where one looks, from one board to another and from view to view.
  await withdrawn.getByRole('link', { name: 'Look there: Even-handedness' }).click();
  await expect(nadia.getByRole('grid', { name: /^Offered and taken up/ })).toBeVisible();
  await goTo(nadia, 'actors');
  await chooseActor(nadia, 'Council of Elders');
  await recordContact(nadia, 'They would come if the north comes.');
  await expect(
    nadia.getByRole('complementary', { name: 'Actor' }).getByText('Last contact today'),
  ).toBeVisible();

  // It rests on something else now, and is asked anew; what was said stays beside it.
  await goTo(nadia, 'process');
  await chooseView(nadia, 'Fundamentals');
  await expect(never).toContainText('no contact with 12 of 13 parties');
  await expect(never).toContainText('Our log begins now.');
  await expect(never).toContainText('What this rests on has changed since it was answered.');
  await isAccessible(nadia, 'the checklist');
});
