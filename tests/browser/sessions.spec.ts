import type { Locator, Page } from '@playwright/test';
import { allSaved } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { targetCards } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import type { Team } from './support/team.ts';
import { writeBoard } from './support/write-board.ts';

type Process = Parameters<Team['address']>[0];

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const group = 'Working group 2: fishing rights';

const session = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title }) });
const attendance = (page: Page, title: string) =>
  page.getByRole('button', { name: `Take attendance: ${title}` });

async function openSessions(team: Team, page: Page, process: Process) {
  await page.goto(`${team.address(process, 'participants')}?view=sessions`);
  await expect(session(page, group)).toBeVisible();
}

async function isPressed(button: Locator, pressed: boolean) {
  await expect(button).toHaveAttribute('aria-pressed', String(pressed));
}

test('two phones at two doors and a desk agree on who came, with and without a line', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const desk = await team.open(lead, process, 'participants');
  const north = await (await team.join(lead, process, 'Amira', 'facilitator', phone)).newPage();
  const south = await (await team.join(lead, process, 'Tomás', 'facilitator', phone)).newPage();
  for (const page of [desk, north, south]) await openSessions(team, page, process);

  // A room without a woman says so, whatever the day has; nobody is absent before somebody looked.
  const room = session(desk, group);
  await expect(room).toContainText(/Women.*: nobody of 9 expected\./);
  await expect(room).toContainText('Attendance not taken: not known who came');
  const day = desk.getByRole('region', { name: /^Tuesday 24 November 2026/ });
  await expect(day.getByText(/^Women: nobody in .*Working group 2: fishing rights/)).toBeVisible();
  await isAccessible(desk, 'the sessions');

  for (const page of [north, south]) await attendance(page, group).tap();
  await isAccessible(north, 'taking attendance on a phone');
  const came = (page: Page, name: string) => page.getByRole('button', { name: `Came: ${name}` });
  const absent = (page: Page, name: string) =>
    page.getByRole('button', { name: `Absent: ${name}` });
  await came(north, 'Delegate U-04').tap();
  await absent(south, 'Delegate U-05').tap();
  for (const page of [north, south]) {
    await isPressed(came(page, 'Delegate U-04'), true);
    await isPressed(absent(page, 'Delegate U-05'), true);
  }
  await expect(room).toContainText('1 came');
  await expect(room).toContainText('1 did not come');
  await expect(room).toContainText(/Women.*: nobody of 1 who came\./);

  // The other door knows better, and the first one takes its own word back.
  await came(north, 'Delegate U-05').tap();
  for (const page of [north, south]) await isPressed(came(page, 'Delegate U-05'), true);
  await north.getByRole('button', { name: 'Undo' }).tap();
  for (const page of [north, south]) await isPressed(absent(page, 'Delegate U-05'), true);

  // The line drops: what is pressed waits, and goes when it is back.
  await north.context().setOffline(true);
  await north.getByRole('button', { name: 'All came: Delta Farmers’ League' }).tap();
  await isPressed(came(north, 'Delegate D-04'), true);
  await expect(north.getByText('On its way').first()).toBeVisible();
  await isPressed(came(south, 'Delegate D-04'), false);
  await north.context().setOffline(false);
  await isPressed(came(south, 'Delegate D-04'), true);
  await expect(north.getByText('On its way')).toHaveCount(0);
});

test('a badge says nothing by itself, and asks who is signed in for one press', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  await openSessions(team, page, process);
  await page.getByRole('button', { name: 'Badges' }).click();
  await expect(page.getByRole('img', { name: 'Code of badge 1', exact: true })).toBeVisible();
  await isAccessible(page, 'the badges');

  // Whose id a code holds, as the list has it.
  const link = `${team.address(process, 'participants')}?view=sessions#badge=u-01`;
  const stranger = await (await team.visitor(phone)).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('textbox', { name: /mail/i })).toBeVisible();
  await expect(stranger.getByText('Delegate U-01')).toHaveCount(0);

  const observer = await team.join(lead, process, 'Olle', 'observer', phone);
  const looking = await observer.newPage();
  await looking.goto(link);
  await expect(looking.getByRole('dialog', { name: 'At the door' })).toContainText(
    'Nothing was recorded',
  );

  const door = await (await team.join(lead, process, 'Amira', 'facilitator', phone)).newPage();
  await door.clock.setFixedTime(new Date('2026-11-24T08:10:00Z'));
  await door.goto(link);
  const dialog = door.getByRole('dialog', { name: 'At the door' });
  await expect(dialog).toContainText('Delegate U-01');
  await expect(door).toHaveURL(/view=sessions$/);
  await expect(dialog.getByLabel('Session')).toContainText('Arrival and ground rules');
  await isAccessible(door, 'the door');
  await dialog.getByRole('button', { name: 'Came', exact: true }).tap();
  await expect(dialog).toContainText('Delegate U-01: came');
  await page.getByRole('button', { name: 'Back to the sessions' }).click();
  await expect(session(page, 'Arrival and ground rules')).toContainText('1 came');
});

test('speaking roles are given and minutes typed in, and both are wholes of their own', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const page = await team.open(lead, process, 'participants');
  await openSessions(team, page, process);
  const arrival = session(page, 'Arrival and ground rules');
  await arrival.getByText(/^Speaking roles: 0/).focus();
  await page.keyboard.press('Enter');
  for (const name of ['Delegate U-01', 'Delegate D-01']) {
    await arrival.getByLabel('Give a speaking role to').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name, exact: true }).click();
    await expect(
      arrival.getByRole('textbox', { name: `Minutes that ${name} spoke` }),
    ).toBeVisible();
  }
  for (const [name, minutes] of [
    ['Delegate U-01', '7:30'],
    ['Delegate D-01', '22,5'],
  ] as const) {
    await arrival.getByRole('textbox', { name: `Minutes that ${name} spoke` }).fill(minutes);
    await page.keyboard.press('Tab');
  }
  await expect(arrival).toContainText('Speaking roles: 2 · minutes on record: 30');
  const shares = page.getByRole('region', { name: 'Shares, each of its own whole' });
  await expect(shares.getByRole('row', { name: /^Men/ })).toContainText('84.5 of 115 min');
  await expect(shares.getByRole('row', { name: /^Women ≥ 30%/ })).toContainText('Does not hold');
  await allSaved(page);
  await isAccessible(page, 'speaking roles and time');
});

test('a target of speaking time counts minutes, and says where those it is about never spoke', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  await writeBoard(lead, parley.origin, process, (board) =>
    board.create('inclusionTarget', {
      ...{ attribute: 'gender', values: ['woman'], scope: 'speaking-time' },
      amount: { unit: 'share', share: 0.3 },
    }),
  );
  const page = await team.open(lead, process, 'participants');
  const card = targetCards(page).filter({ hasText: 'Speaking time: women ≥ 30%' });
  await expect(card).toContainText('23 of 85 min on record · 27.1%');
  await openSessions(team, page, process);
  const speak = async (title: string, name: string, minutes: string) => {
    const room = session(page, title);
    const open = room.getByLabel('Give a speaking role to');
    if (!(await open.isVisible())) await room.getByText(/^Speaking roles:/).click();
    await open.click();
    await page.getByRole('option', { name, exact: true }).click();
    await room.getByRole('textbox', { name: `Minutes that ${name} spoke` }).fill(minutes);
    await page.keyboard.press('Tab');
  };
  await speak('Arrival and ground rules', 'Delegate U-01', '7:30');
  await speak('Arrival and ground rules', 'Delegate D-01', '22:30');
  await expect(card).toContainText('30.5 of 115 min on record · 26.5%');
  await expect(card).toContainText('4 min short of 34.5 min');
  await speak('How each side sees the lake', 'Delegate D-01', '10');
  await expect(card).toContainText('30.5 of 125 min on record');
  await expect(card).toContainText('1 session at zero');
  await expect(
    page.getByText('How each side sees the lake, Seeing: of 10 min on record none by women.'),
  ).toBeVisible();

  await card.getByRole('button').click();
  const editor = page.getByRole('complementary');
  await expect(editor).toContainText(
    'At least 30% of the speaking time on record, in the whole process, must be that of women.',
  );
  await expect(editor.getByLabel('Counted', { exact: true })).toHaveCount(0);
  const rows = editor.getByRole('listitem');
  await expect(rows.filter({ hasText: 'Arrival and ground rules' })).toContainText(
    '7.5 of 30 min on record',
  );
  await expect(rows.filter({ hasText: 'How each side sees the lake' })).toContainText('at zero');
  await editor.getByRole('radiogroup').getByText('Minutes').click();
  await editor.getByRole('textbox', { name: 'Minutes' }).fill('5');
  await expect(targetCards(page).filter({ hasText: 'Speaking time: women ≥ 5 min' })).toContainText(
    '30.5 of 125 min on record',
  );
  await isAccessible(page, 'a target of speaking time');
});
