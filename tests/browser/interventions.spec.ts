import { notices } from './support/frame.ts';
import { evenHandMatrix, planForAll } from './support/interventions.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const fishers = 'Lake Fishers Council';
const adviser = 'An adviser on hydrology, to read the gauges with them';

test('three see what was offered to whom, and who agreed, as it is put on record', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const contexts = [
    lead,
    await team.join(lead, process, 'Tomás Rey'),
    await team.join(lead, process, 'Olu Adeyemi', 'facilitator', phone),
  ];
  const [nadia, tomas, olu] = await Promise.all(
    contexts.map(async (context) => {
      const page = await context.newPage();
      await page.goto(`${team.address(process, 'process')}?view=interventions`);
      return page;
    }),
  );
  if (!nadia || !tomas || !olu) throw new Error('Nobody came');

  // What the demo has: asked in words, with what it rests on.
  const card = nadia.getByRole('article', { name: adviser });
  await expect(card).toContainText(`Only ${fishers} has an offer on record.`);
  await expect(card).toContainText(`${fishers} withdrew consent, and it still stands as taken up.`);
  await expect(card).toContainText(/Rests on: Consent withdrawn, .*; Taken up, /);

  // Planned for some, which brings a question that holds nothing up.
  await nadia.getByRole('button', { name: 'Plan an intervention' }).click();
  const dialog = nadia.getByRole('dialog', { name: 'Plan an intervention' });
  await dialog.getByRole('button', { name: 'Put on record' }).click();
  await expect(dialog.getByLabel('What is to be done')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('What is to be done').fill('Whispering in the upland dialect');
  await dialog.getByRole('radiogroup', { name: 'Meant for' }).getByText('Some parties').click();
  await dialog.getByRole('button', { name: 'Put on record' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Say for which parties it is meant.');
  await dialog.getByLabel('Upland Water Union').check();
  await dialog.getByLabel('Paternalism').check();
  await isAccessible(nadia, 'the form to plan', '[role=dialog]');
  await dialog.getByRole('button', { name: 'Put on record' }).click();
  await expect(dialog).toBeHidden();
  const question = nadia.getByRole('region', { name: 'When does support become partiality?' });
  await expect(question).toContainText('Who decides what is enough, they or you?');
  const whisper = tomas.getByRole('article', { name: 'Whispering in the upland dialect' });
  await expect(whisper).toContainText('no purpose is on record');

  // One press in the table puts a step of today on record, for everybody who looks.
  const place = (page: typeof nadia) =>
    evenHandMatrix(page).getByRole('gridcell', { name: /^Upland Water Union, Whispering/ });
  await expect(place(tomas)).toHaveAccessibleName(/Nothing on record$/);
  await evenHandMatrix(tomas).getByRole('gridcell').first().focus();
  await tomas.keyboard.press('End');
  await expect(place(tomas)).toBeFocused();
  for (const key of ['o', 't', 'w']) await tomas.keyboard.press(key);
  await expect(place(nadia)).toHaveAccessibleName(/Offered, Taken up, Consent withdrawn$/);
  await expect(whisper).toContainText('Upland Water Union withdrew consent');
  const said = notices(tomas).getByText('On record: Consent withdrawn, Upland Water Union.');
  await said.locator('..').getByRole('button', { name: 'Strike out' }).click();
  await expect(place(nadia)).toHaveAccessibleName(/Offered, Taken up$/);
  await expect(whisper).toContainText('it is not on record that they were asked');

  // On a phone, with the day before and a note.
  const theirs = olu.getByRole('article', { name: 'Whispering in the upland dialect' });
  await theirs.getByRole('button', { name: 'Record for Upland Water Union' }).tap();
  const steps = olu.getByRole('dialog', { name: 'Upland Water Union' });
  await steps.getByText('Another day, a note, what says so').tap();
  await steps.getByLabel('On', { exact: true }).fill('2199-01-01');
  await steps.getByRole('button', { name: 'Asked', exact: true }).tap();
  await expect(steps).toContainText('Give a day that is not in the future.');
  await steps.getByLabel('On', { exact: true }).fill('2026-11-02');
  await steps.getByLabel('Note').fill('They asked for it in the first place.');
  await steps.getByRole('button', { name: 'Given', exact: true }).tap();
  await expect(steps.getByRole('button', { name: 'Given', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(steps.getByRole('list')).toContainText('They asked for it in the first place.');
  await expect(steps.getByRole('list')).toContainText('Struck out by Tomás Rey');
  await isAccessible(olu, 'steps on a phone', '[role=dialog]');
  await olu.keyboard.press('Escape');
  await expect(theirs).not.toContainText('What can be asked');
  expect(await olu.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expect(place(nadia)).toHaveAccessibleName(/Offered, Taken up, Consent given$/);

  await whisper.getByRole('button', { name: 'Correct' }).click();
  const correction = tomas.getByRole('dialog', { name: 'Correct what was planned' });
  await correction.getByLabel('Purpose').fill('They follow what is said at the table.');
  await correction.getByRole('button', { name: 'Save correction' }).click();
  const seen = nadia.getByRole('article', { name: 'Whispering in the upland dialect' });
  await expect(seen).toContainText('They follow what is said at the table.');
  await expect(seen).toContainText('Corrected by Tomás Rey');
  await isAccessible(nadia, 'even-handedness');
});

test('what is pressed without a line waits, and is sent when there is one', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Two valleys');
  const watcher = await team.join(lead, process, 'Tomás Rey');
  const actors = await team.open(lead, process, 'actors');
  await actors.getByRole('button', { name: 'Add actor' }).first().click();
  await actors.getByLabel('Name', { exact: true }).fill('Upper valley');
  const page = await team.open(lead, process, 'process');
  await page.goto(`${team.address(process, 'process')}?view=interventions`);
  const theirs = await watcher.newPage();
  await theirs.goto(`${team.address(process, 'process')}?view=interventions`);
  const card = await planForAll(page, 'A room for prayer', 'Nobody has to leave.');
  await expect(theirs.getByRole('article', { name: 'A room for prayer' })).toBeVisible();
  const place = (of: typeof page) => evenHandMatrix(of).getByRole('gridcell').first();
  await expect(place(page)).toHaveAccessibleName(/^Upper valley, /);

  await lead.setOffline(true);
  await expect(page.getByRole('button', { name: /^Offline/ })).toBeVisible();
  await place(page).focus();
  await page.keyboard.press('o');
  await expect(place(page)).toContainText('Offered: waits to be sent');
  await expect(card).toContainText('Nothing on record');
  await lead.setOffline(false);
  await expect(place(theirs)).toHaveAccessibleName(/Offered$/);
  await expect(place(page)).not.toContainText('waits');
});
