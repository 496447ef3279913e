import type { Locator, Page } from '@playwright/test';
import { allSaved } from './support/frame.ts';
import { tabTo } from './support/keyboard.ts';
import { person, targetCards } from './support/participants.ts';
import { expect, test } from './support/test.ts';

const inspector = (page: Page) => page.getByRole('complementary');
const tray = (page: Page) => page.getByRole('region', { name: 'What if' });

async function pressed(page: Page, place: Locator, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, place);
  await page.keyboard.press(key);
}

/** Chooses an option of a list that is closed, as one types its name. */
async function picked(page: Page, list: Locator, option: string) {
  await pressed(page, list);
  await page.keyboard.type(option);
  await expect(page.getByRole('option', { name: option, exact: true })).toHaveAttribute(
    'data-highlighted',
    '',
  );
  await page.keyboard.press('Enter');
}

test('from the longlist to the room, by keyboard alone', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  const { keyboard } = page;

  await test.step('who would close a gap is tried out, and thrown away', async () => {
    const part = inspector(page).getByRole('region', { name: 'Women ≥ 30%', exact: true });
    await pressed(page, part.getByRole('button', { name: 'Try these people' }));
    const box = tray(page).getByRole('checkbox', { name: 'Delegate W-01' });
    await expect(box).toBeChecked();
    await tabTo(page, box, 'Shift+Tab');
    await keyboard.press('Space');
    await expect(box).not.toBeChecked();
    await tabTo(page, tray(page).getByRole('button', { name: 'Throw away' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(tray(page)).toHaveCount(0);
  });

  await test.step('a target is made, and says what it asks for', async () => {
    const cards = page.getByRole('region', { name: 'Targets' });
    await pressed(page, cards.getByRole('button', { name: 'Add target' }));
    await expect(targetCards(page)).toHaveCount(7);
    const woman = inspector(page).getByRole('checkbox', { name: 'Woman', exact: true });
    await pressed(page, woman, 'Space');
    await expect(woman).toBeChecked();
    await pressed(page, inspector(page).getByLabel('Set by'));
    await keyboard.type('the host');
    await keyboard.press('Tab');
    await expect(targetCards(page).last()).toContainText('set by the host');
  });

  await test.step('somebody withdraws, and another comes in their place', async () => {
    await tabTo(page, person(page, 'Delegate U-01').getByRole('rowheader'), 'Shift+Tab');
    await keyboard.press('Shift+Space');
    await picked(page, inspector(page).getByRole('combobox', { name: 'Stage' }), 'Withdrawn');
    const dialog = page.getByRole('dialog', { name: 'Stage: Withdrawn' });
    await pressed(page, dialog.getByLabel('Visa or permit'), 'Space');
    await picked(
      page,
      dialog.getByRole('combobox', { name: 'Comes in their place' }),
      'Delegate U-02',
    );
    await tabTo(page, dialog.getByRole('textbox', { name: 'Reason' }));
    await keyboard.type('Her permit did not come in time.');
    await pressed(page, dialog.getByRole('button', { name: 'Change the stage' }));
    await expect(person(page, 'Delegate U-01')).toContainText('Withdrawn');
    await tabTo(page, person(page, 'Delegate U-01').getByRole('rowheader'), 'Shift+Tab');
    await expect(person(page, 'Delegate U-02')).toContainText('Confirmed');
  });

  await test.step('who came to a session', async () => {
    await page.goto(`${team.address(process, 'participants')}?view=sessions`);
    await pressed(
      page,
      page.getByRole('button', { name: 'Take attendance: Arrival and ground rules' }),
    );
    const came = page.getByRole('button', { name: 'Came: Delegate U-02' });
    await pressed(page, came);
    await expect(came).toHaveAttribute('aria-pressed', 'true');
    await pressed(page, page.getByRole('button', { name: 'Done' }));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('1 came').first()).toBeVisible();
  });
  await allSaved(page);
});
