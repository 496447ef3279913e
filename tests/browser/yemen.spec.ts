import { list, people, targetCards } from './support/participants.ts';
import { allSaved, goTo } from './support/frame.ts';
import { expect, test } from './support/test.ts';

test('journey 4: the published allocation of Yemen’s conference says who is missing', async ({
  parley,
  team,
}) => {
  const page = await (await team.signIn()).newPage();
  await page.goto(parley.origin);
  await page.getByRole('button', { name: 'Load the Yemen example' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Actors' })).toBeVisible();
  await goTo(page, 'participants');
  await allSaved(page);

  await test.step('the targets, as reported', async () => {
    const card = (name: RegExp) => targetCards(page).filter({ hasText: name });
    const women = card(/women/i);
    await expect(women).toContainText('166 of 565');
    await expect(women).toContainText('29.4%');
    await expect(women).toContainText('4 short of 170');
    const south = card(/south/i);
    await expect(south).toContainText('280 of 565');
    await expect(south).toContainText('49.6%');
    await expect(south).toContainText('3 short of 283');
    await expect(card(/youth/i)).toContainText('cannot tell');
  });

  await test.step('565 seats, down to the last', async () => {
    await expect(people(page)).toHaveText('565 people');
    await expect(list(page)).toHaveAttribute('aria-rowcount', '566'); // its heading is a row too
    const last = list(page).locator('[aria-rowindex="566"]');
    await expect(last).toHaveCount(0);
    await list(page).getByRole('rowheader').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await expect(last).toBeInViewport();
    await page.keyboard.press('ControlOrMeta+Home');
    await list(page).hover();
    await page.mouse.wheel(0, 100_000);
    await expect(last).toBeInViewport();
  });
});
