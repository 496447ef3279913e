import { isAccessible } from './support/look.ts';
import { cellOf, matrix, openConvening, reachOf, state } from './support/convening.ts';
import { onAll, three } from './support/three.ts';
import { expect, test } from './support/test.ts';

const office = 'Premier’s Office';
const command = 'Northern Command';
const elders = 'Council of Elders';

test('journey 5: a gap is flagged on all screens, and who could bring the military is found', async ({
  team,
}) => {
  const people = await three(team, 'demo');
  const [nadia, tomas, amira] = await Promise.all(
    [people.nadia, people.tomas, people.amira].map((one) =>
      openConvening(team, one, people.process),
    ),
  );
  if (!nadia || !tomas || !amira) throw new Error('Not all are here');
  const pages = { nadia, tomas, amira };

  // Access 4 and influence 1 for a political leader: the gap is flagged for everybody.
  await state(nadia, {
    ...{ convener: 'Nadia Halden', party: office, source: 'Soft power: reputation' },
    ...{ figures: ['4', '1', 'u'], why: 'They take every call and change nothing.' },
  });
  await onAll(pages, (page) =>
    expect(cellOf(page, 'Nadia Halden', office)).toHaveAccessibleName(
      /access 4, influence 1; access without influence; Soft power: reputation$/,
    ),
  );
  await expect(reachOf(tomas, office, 'Not reached')).toBeVisible();

  // What is not known is no zero, and flags nothing.
  await state(amira, {
    ...{ convener: 'Amira Kessan', party: office, source: 'Normative power' },
    figures: ['4', 'u', '0'],
  });
  await expect(cellOf(nadia, 'Amira Kessan', office)).toHaveAccessibleName(
    /access 4, influence unknown; Normative power$/,
  );
  await expect(reachOf(nadia, office, 'Cannot tell')).toBeVisible();

  // Nobody on the team reaches the military; somebody on the map does.
  await state(tomas, {
    ...{ convener: 'Dialogue team', party: command, source: 'Normative power' },
    figures: ['1', '0', '0'],
  });
  await state(tomas, {
    ...{ convener: elders, party: command, source: 'Referent power', figures: ['3', '2', '4'] },
    why: 'Varr married into the family of one of them.',
  });
  await state(tomas, {
    ...{ convener: 'Shrine Keepers', party: command, source: 'Referent power' },
    figures: ['2', '1', '3'],
  });
  await onAll(pages, (page) => expect(reachOf(page, command, 'Not reached')).toBeVisible());
  await matrix(amira).getByRole('columnheader', { name: command, exact: true }).click();
  const panel = amira.getByRole('complementary', { name: 'Party' });
  const bringer = panel.getByRole('listitem').filter({ hasText: elders });
  await expect(bringer.first()).toContainText(/Dialogue team\s+close\s+Council of Elders/);
  await expect(bringer.first()).toContainText('Varr married into the family of one of them.');
  await expect(bringer.first()).toContainText('Tomás Rey');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Shrine Keepers' })).toContainText(
    /Dialogue team\s+close\s+Council of Elders\s+close\s+Shrine Keepers/,
  );

  // Which other initiatives crowd the party; one more is seen by all.
  await expect(panel).toContainText('Gauge hotline');
  await panel.getByRole('button', { name: 'Add an initiative' }).click();
  const dialog = amira.getByRole('dialog', { name: 'Add an initiative' });
  await dialog.getByLabel('Name', { exact: true }).fill('Barracks talks');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await onAll(pages, (page) =>
    expect(
      matrix(page).getByRole('gridcell', { name: `${command}: 2 other initiatives` }),
    ).toBeVisible(),
  );

  // Every statement stands in the panel with who said it, and when.
  await cellOf(amira, 'Nadia Halden', office).click();
  const pair = amira.getByRole('complementary', { name: 'Who can bring whom' });
  await expect(pair.getByRole('article')).toContainText('They take every call');
  await expect(pair.getByRole('article')).toContainText('Nadia Haddad');
  await isAccessible(amira, 'the matrix and a statement', '.page');
});

test('the matrix is walked by keyboard, and a funder is a convener like any other', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await openConvening(team, lead, process);
  await cellOf(page, 'Dialogue team', 'Upland Water Union').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(cellOf(page, 'Nadia Halden', 'Orsa Velin')).toBeFocused();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Who can bring whom' });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Nadia Halden to Orsa Velin');
  await expect(
    matrix(page).getByRole('rowheader', { name: 'Northlight Foundation' }),
  ).toBeVisible();

  // Who belongs to the team is said in the panel of the actor.
  await matrix(page).getByRole('rowheader', { name: 'Northlight Foundation' }).click();
  const actor = page.getByRole('complementary', { name: 'Actor' });
  await actor.getByLabel('Part in the team').selectOption({ label: 'Member of the team' });
  const team_ = matrix(page).getByRole('rowgroup').filter({ hasText: 'The team' });
  await expect(team_.getByRole('rowheader', { name: 'Northlight Foundation' })).toBeVisible();
});
