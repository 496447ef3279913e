import { isAccessible } from './support/look.ts';
import { Received } from './support/received.ts';
import { expect, test } from './support/test.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const why = 'Why-she-was-seen-at-the-ford-of-Qasr';

test('two people screen by locked criteria without seeing each other’s scores', async ({
  team,
}) => {
  const host = await team.signIn();
  const process = await team.openExample(host, 'lake-meridia');
  const contexts = [
    host,
    await team.join(host, process, 'Amira Kessan', 'participant'),
    await team.join(host, process, 'Olu Adeyemi', 'participant', phone),
  ];
  const [nadia, amira, olu] = await Promise.all(
    contexts.map(async (context) => {
      const page = await context.newPage();
      const received = new Received();
      await received.over(page);
      await page.goto(`${team.address(process, 'participants')}?view=screening`);
      return { page, received };
    }),
  );
  if (!nadia || !amira || !olu) throw new Error('Nobody came');

  await nadia.page.getByRole('button', { name: 'Agree and lock' }).click();
  for (const { page } of [nadia, amira, olu]) {
    await expect(page.getByText('Locked by Nadia Haddad')).toBeVisible();
  }

  await nadia.page.getByRole('button', { name: 'Open a screening' }).click();
  await nadia.page.getByLabel('What it is called').fill('First look');
  for (const [which, name] of [
    ['First screener', 'Amira Kessan'],
    ['Second screener', 'Olu Adeyemi'],
  ] as const) {
    await nadia.page.getByLabel(which).click();
    await nadia.page.getByRole('option', { name }).click();
  }
  await nadia.page.getByRole('button', { name: 'Open a screening' }).click();
  const screening = nadia.page.getByRole('article', { name: 'First look' });
  await expect(screening).toContainText('0 of 2 screeners have finished');
  await expect(screening.getByRole('region', { name: 'Your sheet' })).toBeHidden();

  for (const [{ page }, keys] of [
    [amira, ['4', '2', 'u', '3']],
    [olu, ['1', '2', '0']],
  ] as const) {
    const sheet = page.getByRole('region', { name: 'Your sheet' });
    await sheet.getByRole('radio').first().focus();
    for (const key of keys) await page.keyboard.press(key);
    await expect(sheet).toContainText(new RegExp(`${keys.length} of \\d+ scored`));
  }
  const sheet = amira.page.getByRole('region', { name: 'Your sheet' });
  await sheet.getByRole('button', { name: 'Previous person' }).click();
  await sheet.getByLabel('Why: Availability').fill(why);
  await amira.page.keyboard.press('Tab');
  for (const [{ page }, finished] of [
    [amira, 1],
    [olu, 2],
  ] as const) {
    await page.getByRole('button', { name: 'I am done' }).click();
    await expect(screening).toContainText(`${finished} of 2 screeners have finished`);
  }
  // What one gave oneself is there after a reload, and with nobody else before the reveal.
  await amira.page.reload();
  await expect(sheet).toContainText(/4 of \d+ scored/);
  for (const { received } of [nadia, olu]) expect(received.formsOf(why)).toEqual([]);
  await isAccessible(olu.page, 'a sheet on a phone');
  expect(await olu.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await screening.getByRole('button', { name: 'Reveal the scores' }).click();
  await screening.getByRole('button', { name: 'Reveal the scores' }).click();
  for (const { page } of [nadia, amira, olu]) {
    const first = page.getByRole('region', { name: 'What the two see' }).getByRole('row').nth(1);
    await expect(first).toContainText('4 fully');
    await expect(first).toContainText('1 a little');
    await expect(first).toContainText(why);
    // Three levels apart, known to one alone, and given by one alone.
    await expect(first.getByText('differ')).toHaveCount(3);
  }
  await screening.getByRole('button', { name: 'Write a note' }).first().click();
  await screening.getByLabel(/^Note on/).fill('Both know her; we ask the elders.');
  await screening.getByRole('button', { name: 'Put on record' }).click();
  await expect(olu.page.getByText('Both know her; we ask the elders.')).toBeVisible();
  await isAccessible(nadia.page, 'revealed scores');

  await nadia.page.getByRole('button', { name: 'Unlock' }).click();
  await nadia.page.getByLabel('Why they are opened again').fill('Skills were forgotten');
  await nadia.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(olu.page.getByText(/Unlocked by .*: Skills were forgotten/)).toBeVisible();
});
