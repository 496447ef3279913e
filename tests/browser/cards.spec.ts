import type { Page } from '@playwright/test';
import { actorPanel } from './support/actors.ts';
import { isSaid } from './support/frame.ts';
import { expect, test } from './support/test.ts';

test('a guest on a phone says who matters; it is placed, joined or merged, and can be undone', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey', 'participant');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(guest, process, 'actors');
  await tomas.setViewportSize({ width: 390, height: 844 });
  for (const page of [tomas, nadia]) {
    await page.goto(`${page.url().split('?')[0] ?? ''}?view=cards`);
  }
  const card = (name: string) =>
    nadia.getByRole('listitem').filter({ has: nadia.getByRole('heading', { name, exact: true }) });

  const put = async (name: string, why: string) => {
    await tomas.getByLabel('Name of a person or group').fill(name);
    await tomas.getByLabel('Why they matter').fill(why);
    await tomas.getByRole('button', { name: 'Put the card' }).click();
    await expect(card(name)).toContainText(why);
  };
  await put('Boat builders', 'Nothing moves on the lake without them.');
  await put('The Elders', 'They open every meeting.');
  await expect(card('The Elders')).toContainText('Tomás Rey');
  await expect(tomas.getByRole('button', { name: 'Place on the map' })).toHaveCount(0);

  await card('Boat builders').getByRole('button', { name: 'Place on the map' }).click();
  await card('The Elders').getByRole('button', { name: 'Same as Council of Elders' }).click();
  await expect(nadia.getByRole('heading', { name: 'No card waits' })).toBeVisible();
  await expect(tomas.getByText('2 cards are settled')).toBeVisible();

  // Two that stand on the map become one, and two again.
  await nadia.getByText('2 cards are settled').click();
  await card('Boat builders').getByRole('button', { name: 'Show details' }).click();
  await expect(actorPanel(nadia).getByRole('heading', { name: 'Boat builders' })).toBeVisible();
  await nadia.getByRole('radio', { name: 'Network' }).check({ force: true });
  const on = (name: RegExp) => nadia.getByRole('option', { name });
  await on(/^Boat builders/).click();
  await on(/^Council of Elders/).click({ modifiers: ['Shift'] });
  await nadia.getByRole('button', { name: 'Make one of them' }).click();
  await nadia.getByRole('dialog').getByText('Council of Elders').click();
  await nadia.getByRole('dialog').getByRole('button', { name: 'Make one' }).click();
  await expect(on(/^Boat builders/)).toHaveCount(0);
  const notes = actorPanel(nadia).getByRole('textbox', { name: 'Notes' });
  await expect(notes).toHaveValue(/They open every meeting\.[^]*Also known as: Boat builders/);
  await nadia.getByRole('button', { name: 'Undo' }).first().click();
  await expect(on(/^Boat builders/)).toHaveCount(1);
});

test('what is done with a card is done once, however long it is on its way', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Two valleys');
  const page = await lead.newPage();
  await page.goto(`${team.address(process, 'actors')}?view=cards`);
  await page.getByLabel('Name of a person or group').fill('Boat builders');
  await page.getByRole('button', { name: 'Put the card' }).click();
  const place = page.getByRole('button', { name: 'Place on the map' });
  await expect(place).toBeVisible();

  await lead.setOffline(true);
  await isSaid(page, /^Offline/);
  await place.click();
  const card = page.getByRole('main').getByRole('region').getByRole('listitem');
  await expect(card).toContainText('Waits to be sent');
  await expect(place).toHaveCount(0);
  await lead.setOffline(false);
  await expect(page.getByText('1 card is settled')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Actors/ })).toContainText('1');
});

test('one follows what another looks at until one moves; locked places stay', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const colleague = await team.join(lead, process, 'Bilal Omar', 'facilitator');
  const nadia = await team.open(lead, process, 'actors');
  const bilal = await team.open(colleague, process, 'actors');
  const scale = (page: Page) =>
    page
      .getByRole('group', { name: 'Map of actors and ties' })
      .locator('> g')
      .first()
      .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);

  await bilal.getByRole('button', { name: 'Follow somebody’s view' }).click();
  await bilal.getByRole('menuitem', { name: 'Follow Nadia Haddad' }).click();
  for (let step = 0; step < 3; step += 1) {
    await nadia.getByRole('button', { name: 'Zoom in' }).click();
  }
  await expect.poll(async () => (await scale(bilal)) - (await scale(nadia))).toBeCloseTo(0, 3);
  await nadia.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(bilal.getByRole('table').or(bilal.getByRole('grid'))).toBeVisible();
  await nadia.getByRole('radio', { name: 'Network' }).check({ force: true });
  const map = bilal.getByRole('group', { name: 'Map of actors and ties' });
  await expect(map).toBeVisible();
  await map.hover();
  await bilal.mouse.wheel(0, 200);
  await expect(bilal.getByRole('button', { name: 'Follow somebody’s view' })).toBeVisible();

  await nadia.getByRole('button', { name: 'Lock places on the map' }).click();
  await expect(bilal.getByRole('button', { name: 'Places are locked: unlock them' })).toBeVisible();
  const elders = bilal.getByRole('option', { name: /^Council of Elders/ });
  await elders.click();
  const place = async () => (await elders.boundingBox())?.x;
  const before = await place();
  await bilal.keyboard.press('Alt+ArrowRight');
  expect(await place()).toBe(before);
  await nadia.getByRole('button', { name: 'Places are locked: unlock them' }).click();
  await expect(bilal.getByRole('button', { name: 'Lock places on the map' })).toBeVisible();
  await elders.press('Alt+ArrowRight');
  await expect.poll(place).not.toBe(before);
});
