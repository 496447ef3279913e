import type { Page } from '@playwright/test';
import {
  actorBody,
  actorOnMap,
  actorPanel,
  actorsMap,
  actorsOnMap,
  chooseActor,
  middleOf,
  nameField,
  tiesOnMap,
} from './support/actors.ts';
import { choose, undo } from './support/frame.ts';
import type { Team } from './support/team.ts';
import { expect, test } from './support/test.ts';
import { writeBoard } from './support/write-board.ts';

async function openDemo(team: Team): Promise<Page> {
  const context = await team.signIn();
  return team.open(context, await team.openExample(context, 'lake-meridia'), 'actors');
}

test('keys work on the map before anything on it has the focus', async ({ team }) => {
  const context = await team.signIn();
  const page = await team.open(context, await team.makeProcess(context, 'By key'), 'actors');
  await expect(page.getByText('press N', { exact: false })).toBeVisible();
  await page.keyboard.press('n');
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.type('Council of Elders');
  await expect(actorsOnMap(page)).toHaveCount(1);

  await test.step('and after a press on the empty paper', async () => {
    await actorsMap(page).click({ position: { x: 12, y: 12 } });
    await expect(page.getByRole('complementary', { name: 'This map' })).toBeVisible();
    await page.keyboard.press('n');
    await expect(actorsOnMap(page)).toHaveCount(2);
  });
});

test('who is found stands in view, chosen, with the focus', async ({ team }) => {
  const page = await openDemo(team);
  await page.keyboard.press('/');
  const find = page.getByRole('combobox', { name: 'Find an actor' });
  await expect(find).toBeFocused();
  await find.fill('farm');
  await find.press('Enter');
  await expect(actorOnMap(page, 'Delta Farmers’ League')).toBeFocused();
  await expect(actorPanel(page)).toBeVisible();
});

test('names at the edge of the map are in view', async ({ team }) => {
  const page = await openDemo(team);
  const map = await actorsMap(page).boundingBox();
  const label = await actorOnMap(page, 'Upland Governorate').locator('.label').boundingBox();
  if (!map || !label) throw new Error('The map is not on the screen');
  expect(label.x + label.width).toBeLessThan(map.x + map.width);
});

test('T ties the chosen actor to the one whose name is typed', async ({ team }) => {
  const page = await openDemo(team);
  const before = await tiesOnMap(page).count();
  await chooseActor(page, 'Tomás Reyl');
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Add tie' });
  const to = dialog.getByRole('combobox', { name: 'To' });
  await expect(to).toBeFocused();
  await to.fill('colonel');
  await to.press('Enter');
  await expect(to).toHaveValue('Colonel Varr');
  await choose(dialog, 'Kind of tie', 'command');
  await page.keyboard.press('Enter');
  await expect(tiesOnMap(page)).toHaveCount(before + 1);
  await expect(
    tiesOnMap(page).and(
      page.getByRole('option', { name: 'command: from Tomás Reyl to Colonel Varr' }),
    ),
  ).toHaveAttribute('aria-selected', 'true');
});

test('the menu at the pointer adds, ties and removes', async ({ team }) => {
  const page = await openDemo(team);
  const count = await actorsOnMap(page).count();
  await actorBody(page, 'Colonel Varr').click({ button: 'right' });
  await expect(actorOnMap(page, 'Colonel Varr')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('menuitem', { name: 'Remove what is selected' }).click();
  await expect(actorsOnMap(page)).toHaveCount(count - 1);
  await undo(page);
  await expect(actorsOnMap(page)).toHaveCount(count);

  await actorsMap(page).click({ button: 'right', position: { x: 12, y: 12 } });
  await page.getByRole('menuitem', { name: 'Add an actor here' }).click();
  await expect(nameField(page)).toBeFocused();
  await expect(actorsOnMap(page)).toHaveCount(count + 1);
});

test('what differs among the selected is not called unknown (P2)', async ({ team }) => {
  const page = await openDemo(team);
  await chooseActor(page, 'Colonel Varr');
  const { x, y } = await middleOf(actorBody(page, 'Lowland Bank'));
  await page.keyboard.down('Shift');
  await page.mouse.click(x, y);
  await page.keyboard.up('Shift');
  const panel = page.getByRole('complementary', { name: 'Selection' });
  await expect(panel.getByLabel('Sector').locator('option:checked')).toHaveText('Differs');
});

test('the filter says how many actors and ties it hides', async ({ team }) => {
  const page = await openDemo(team);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('checkbox', { name: /conflict/ }).uncheck();
  await expect(page.getByRole('button', { name: 'Filter: 0 actors, 6 ties hidden' })).toBeVisible();
});

test('who has very many ties draws them along as plain lines, and sets them down as they are', async ({
  team,
  parley,
}) => {
  const context = await team.signIn();
  const process = await team.makeProcess(context, 'A hub');
  await writeBoard(context, parley.origin, process, (board) => {
    const others = Array.from({ length: 70 }, (_, index) => {
      const turn = (index / 70) * 2 * Math.PI;
      const at = { x: 900 * Math.cos(turn), y: 600 * Math.sin(turn) };
      return { name: `Village ${index + 1}`, at };
    });
    const made = board.createAll('actor', [{ name: 'Hub', at: { x: 0, y: 0 } }, ...others]);
    const [hub = '', ...ids] = made.ok ? made.value : [];
    board.createAll(
      'tie',
      ids.map((to) => ({ from: hub, to, kind: 'conflict' as const })),
    );
  });
  const page = await team.open(context, process, 'actors');
  await expect(tiesOnMap(page)).toHaveCount(70);
  const drawn = tiesOnMap(page).first().locator('.line');
  const before = await drawn.getAttribute('d');
  const at = await middleOf(actorBody(page, 'Hub'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 40, at.y + 20, { steps: 3 });
  const moving = page.locator('svg[aria-hidden] path.plain');
  await expect(moving).toHaveCount(1);
  expect((await moving.getAttribute('d'))?.split('M')).toHaveLength(71);
  await page.mouse.up();
  await expect(moving).toHaveCount(0);
  await expect(drawn).not.toHaveAttribute('d', before ?? '');
});

test('fingers move and zoom the map', async ({ team }) => {
  const context = await team.signIn({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(team.address(await team.openExample(context, 'lake-meridia'), 'actors'));
  await expect(actorOnMap(page, 'Ministry of Water')).toBeVisible();
  const screen = await context.newCDPSession(page);
  type Finger = { x: number; y: number };
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: Finger[]) =>
    screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map((finger, id) => ({ ...finger, id })),
    });
  const paper = await actorsMap(page).boundingBox();
  if (!paper) throw new Error('The map is not on the screen');
  const y = paper.y + paper.height - 30;
  const widthOf = async () =>
    (await actorBody(page, 'Ministry of Water').boundingBox())?.width ?? 0;

  const before = await middleOf(actorBody(page, 'Ministry of Water'));
  await touch('touchStart', { x: 100, y });
  for (const x of [110, 125, 140]) await touch('touchMove', { x, y });
  await touch('touchEnd');
  await expect
    .poll(async () => (await middleOf(actorBody(page, 'Ministry of Water'))).x)
    .toBeCloseTo(before.x + 40, 0);

  const small = await widthOf();
  await touch('touchStart', { x: 140, y }, { x: 200, y });
  for (const spread of [10, 20, 30]) {
    await touch('touchMove', { x: 140 - spread, y }, { x: 200 + spread, y });
  }
  await touch('touchEnd');
  await expect.poll(widthOf).toBeGreaterThan(small * 1.5);
});
