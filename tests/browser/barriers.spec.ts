import type { Page } from '@playwright/test';
import { isAccessible } from './support/look.ts';
import { person, targetCards } from './support/participants.ts';
import { expect, test } from './support/test.ts';

const panel = (page: Page) => page.getByRole('complementary');
const kept = (page: Page, barrier: string) =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(barrier, { exact: true }) });

/** Puts on record that somebody declined, and what stood in the way. */
async function decline(page: Page, who: string, reason: string, ...barriers: readonly string[]) {
  await person(page, who).getByRole('rowheader').click();
  await panel(page).getByRole('combobox', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'Declined' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stage: Declined' });
  const asked = dialog.getByRole('group', { name: 'What stood in the way' });
  for (const barrier of barriers) await asked.getByLabel(barrier, { exact: true }).check();
  await isAccessible(page, 'the question what stood in the way');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Change the stage' }).click();
  await expect(dialog).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Show who is missing' }).click();
}

test('what kept people away, and what each target would be without one barrier', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey');
  const nadia = await team.open(lead, process, 'participants');
  const tomas = await team.open(guest, process, 'participants');

  const halls = 'The hotel lets no children in; her mother is ill.';
  await decline(nadia, 'Delegate F-01', halls, 'Care for children or others');
  await decline(
    nadia,
    'Delegate W-01',
    'Her permit came late, and the road is watched.',
    'Visa or permit',
    'Safety of the person',
  );

  await test.step('the other one reads it, target by target', async () => {
    await expect(person(tomas, 'Delegate W-01')).toContainText('Declined');
    await panel(tomas).getByText('Show what kept people away').click();
    const care = kept(tomas, 'Care for children or others');
    await expect(care).toContainText('Delegate F-01');
    await expect(care).toContainText('If those came whom nothing else keeps away:');
    await expect(care).toContainText('Women ≥ 30%: 7 of 25 confirmed');
    // Whom two things keep away is not brought by taking one of them out of the way.
    for (const barrier of ['Visa or permit', 'Safety of the person']) {
      await expect(kept(tomas, barrier)).toContainText('Delegate W-01');
      await expect(kept(tomas, barrier)).not.toContainText('Women ≥ 30%');
    }
    // Nothing was changed by supposing it.
    await expect(targetCards(tomas).first()).toContainText('6 of 24 confirmed');
    await isAccessible(tomas, 'what kept people away');
  });

  await test.step('who put forward whom', async () => {
    const women = panel(tomas).getByRole('region', { name: 'Women ≥ 30%', exact: true });
    await expect(women.getByText('By nominator')).toBeVisible();
    const nominators = women.getByRole('list').filter({ hasText: 'Lakeside Dialogue Trust' });
    // Together they are the 6 of 24 on the card.
    await expect(nominators.getByRole('listitem')).toHaveText([
      'Lakeside Dialogue Trust 0 of 8',
      'Dialogue team 2 of 4',
      'Ministry of Water 0 of 4, 1 undisclosed',
      'Delta Farmers’ League 1 of 2',
      'Upland Water Union 1 of 2',
      'Women of the Basin 2 of 2',
      'Council of Elders 0 of 1',
      'Nominator not recorded 0 of 1',
    ]);
  });

  await test.step('the reason stands with the person', async () => {
    await person(tomas, 'Delegate F-01').getByRole('rowheader').click();
    await tomas.getByText('Who changed the stage, when and why').click();
    const history = tomas.getByRole('list', { name: 'Who changed the stage, when and why' });
    await expect(history).toContainText(halls);
    await expect(history).toContainText('Care for children or others');
  });
});
