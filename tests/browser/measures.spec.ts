import {
  actorBody,
  actorOnMap,
  actorPanel,
  actorsMap,
  actorsOnMap,
  chooseActor,
  tiesOnMap,
} from './support/actors.ts';
import { undo } from './support/frame.ts';
import { expect, test } from './support/test.ts';
import { writeBoard } from './support/write-board.ts';

test('size stands for a measure, communities have letters, and a way is shown in words', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  const widths = async () =>
    new Set(
      await actorsMap(page)
        .locator('circle.body')
        .evaluateAll((all) => all.map((one) => one.getAttribute('r'))),
    );
  expect((await widths()).size).toBe(1);

  await page.getByRole('button', { name: 'All actors have one size' }).click();
  await page.getByRole('radio', { name: 'Betweenness' }).check();
  const legend = page.getByRole('region', { name: 'Legend' });
  await expect(legend).toContainText('Size: Betweenness, up to 0.');
  await expect(legend).toContainText('says nothing of power');
  await expect.poll(async () => (await widths()).size).toBeGreaterThan(5);
  await page.getByRole('switch', { name: 'Communities' }).click();
  await expect(legend.getByRole('list', { name: 'Communities' })).toContainText(
    'Council of Elders',
  );
  await expect(actorsMap(page).locator('.letters').first()).toHaveText(/^[A-Z]$/);
  await page.keyboard.press('Escape');

  await chooseActor(page, 'Council of Elders');
  await actorOnMap(page, 'Upland Governorate').focus();
  await page.keyboard.press('Space');
  const steps = page.getByRole('list', { name: /\d steps?/ });
  await expect(steps.getByRole('listitem').first()).toContainText('Council of Elders');
  await expect(steps.getByRole('listitem').last()).toContainText('Upland Governorate');
  await expect(actorsMap(page).locator('.ring.way')).toHaveCount(
    await steps.getByRole('listitem').count(),
  );
});

test('a person put into an institution is folded into it here, with their ties', async ({
  team,
}) => {
  const lead = await team.signIn();
  const page = await team.open(lead, await team.openExample(lead, 'lake-meridia'), 'actors');
  const before = await actorsOnMap(page).count();
  await chooseActor(page, 'Colonel Varr');
  const within = actorPanel(page).getByRole('combobox', { name: 'Part of' });
  await within.fill('Council of Eld');
  await within.press('Enter');
  await expect(within).toHaveValue('Council of Elders');
  await chooseActor(page, 'Council of Elders');
  await expect(
    actorPanel(page).getByRole('button', { name: 'Colonel Varr' }).first(),
  ).toBeVisible();
  const ties = await tiesOnMap(page).count();
  await actorOnMap(page, 'Council of Elders').focus();
  await page.keyboard.press('g');
  await expect(actorsOnMap(page)).toHaveCount(before - 1);
  await expect(actorOnMap(page, 'Council of Elders')).toHaveAccessibleName(/collapsed into it/);
  await expect(actorsMap(page).locator('.letters')).toHaveText('+1');
  // Ties between the two are inside; all others are still drawn, at the institution.
  expect(await tiesOnMap(page).count()).toBeGreaterThanOrEqual(ties - 1);
  await page.keyboard.press('g');
  await expect(actorsOnMap(page)).toHaveCount(before);
});

test('a notation is one act for everybody, and one undo takes it back', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'actors');
  const guest = await team.open(
    await team.join(lead, process, 'Tomás Rey', 'participant'),
    process,
    'actors',
  );
  const colour = () =>
    actorBody(guest, 'Council of Elders').evaluate((body) => getComputedStyle(body).stroke);
  const before = await colour();
  await page.getByRole('button', { name: 'Edit the legend' }).click();
  await page.getByRole('button', { name: 'Greyscale print' }).click();
  await expect(page.getByRole('button', { name: 'Greyscale print' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect.poll(colour).not.toBe(before);
  await page.keyboard.press('Escape');
  await undo(page);
  await expect.poll(colour).toBe(before);
});

test('on a day that is looked at, a tie that had ended by then counts in no measure', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Ties that end');
  await writeBoard(lead, parley.origin, process, (board) => {
    const places = [0, 200, 400].map((x) => ({ x, y: x / 2 }));
    const made = board.createAll(
      'actor',
      places.map((at, index) => ({ name: `Actor ${index + 1}`, at })),
    );
    const [first = '', second = '', third = ''] = made.ok ? made.value : [];
    board.createAll('tie', [
      { from: first, to: second, until: '2026-01-05' },
      { from: first, to: third },
    ]);
  });
  const page = await team.open(lead, process, 'actors');
  await page.getByRole('button', { name: 'All actors have one size' }).click();
  await page.getByRole('radio', { name: 'Degree', exact: true }).check();
  await page.keyboard.press('Escape');
  const legend = page.getByRole('region', { name: 'Legend' });
  await expect(legend).toContainText('Size: Degree, up to 2');
  await page.getByRole('button', { name: 'Over time' }).click();
  // Below the line of days a low window has folded it.
  await legend.getByRole('button', { name: 'Legend' }).click();
  await page.getByRole('button', { name: 'Change before' }).click();
  await expect(legend).toContainText('Size: Degree, up to 2');
  await page.getByRole('slider', { name: 'Day that is shown' }).press('ArrowRight');
  await expect(tiesOnMap(page)).toHaveCount(1);
  await expect(legend).toContainText('Size: Degree, up to 1');
});
