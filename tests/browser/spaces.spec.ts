import type { Page } from '@playwright/test';
import { addActor } from './support/actors.ts';
import { allSaved } from './support/frame.ts';
import { expect, test } from './support/test.ts';

/** Opens a part of the space's dialog, as people do. */
async function openSpace(page: Page, space: string, part: string) {
  await page.getByRole('button', { name: new RegExp(`^${space} \\d`) }).click();
  await page.getByRole('button', { name: part }).click();
}

test('a guest waits until a host lets them in, and the page goes on by itself', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'By the door');
  const host = await team.open(lead, process, 'actors');
  await openSpace(host, 'Team', 'Invitation links');
  await host.getByRole('button', { name: 'New link' }).click();
  await host.getByRole('switch', { name: 'Waiting room' }).click();
  await host.getByRole('combobox', { name: 'How many may join' }).click();
  await host.getByRole('option', { name: '5 people', exact: true }).click();
  await host.getByRole('button', { name: 'Create link' }).click();
  const link = await host.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await host.getByRole('button', { name: 'Show QR code' }).click();
  await expect(host.getByRole('img', { name: 'QR code of the invitation link' })).toBeVisible();
  await host.keyboard.press('Escape');

  const ask = async (name: string) => {
    const page = await (await team.visitor()).newPage();
    await page.goto(link);
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('combobox', { name: 'Language you read in' }).click();
    await page.getByRole('option', { name: 'العربية' }).click();
    await page.getByRole('button', { name: 'Ask to come in' }).click();
    await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    return page;
  };
  const bilal = await ask('Bilal');
  expect(await bilal.content()).not.toContain(process.id);
  await ask('Nadia Haddad');
  await host.getByRole('button', { name: '2 people wait to be let in' }).click();
  const dialog = host.getByRole('dialog', { name: 'Team' });
  await expect(dialog.getByText('reads Arabic')).toHaveCount(2);
  await expect(dialog.getByText('The same name as somebody else here.')).toBeVisible();

  await dialog.getByRole('button', { name: 'Let in Bilal' }).click();
  await expect(bilal.getByRole('heading', { level: 1, name: 'Actors' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Turn away Nadia Haddad' }).click();
  await expect(dialog.getByText('Nobody waits.')).toBeVisible();
  await expect(host.getByText(/waits? to be let in$/)).toHaveCount(0);
});

for (const [line, learns] of [
  ['whose line is there', 'at once'],
  ['whose line was down', 'when it is there again'],
] as const) {
  test(`somebody ${line} learns ${learns} that they were turned away`, async ({ team }) => {
    const lead = await team.signIn();
    const process = await team.makeProcess(lead, 'Turned away');
    const host = await team.open(lead, process, 'actors');
    await openSpace(host, 'Team', 'Invitation links');
    await host.getByRole('button', { name: 'New link' }).click();
    await host.getByRole('switch', { name: 'Waiting room' }).click();
    await host.getByRole('button', { name: 'Create link' }).click();
    const link = await host.getByRole('textbox', { name: 'Invitation link' }).inputValue();
    const guest = await (await team.visitor()).newPage();
    await guest.goto(link);
    await guest.getByLabel('Your name').fill('Chadia');
    await guest.getByRole('button', { name: 'Ask to come in' }).click();
    await expect(guest.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    await expect(guest.getByText(/You asked at/)).toBeVisible();
    if (line === 'whose line was down') await guest.context().setOffline(true);
    await host.keyboard.press('Escape');
    await host.getByRole('button', { name: '1 person waits to be let in' }).click();
    await host.getByRole('button', { name: 'Turn away Chadia' }).click();
    await expect(host.getByText('Nobody waits.')).toBeVisible();
    await guest.context().setOffline(false);
    await expect(guest.getByRole('heading', { name: 'You were not let in' })).toBeVisible();
  });
}

test('a caucus is known to whom it was opened, and goes when they are taken out', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Rooms');
  const guest = await team.join(lead, process, 'Bilal', 'participant');
  const outsider = await team.join(lead, process, 'Chadia', 'facilitator');
  const page = await team.open(lead, process, 'actors');
  const theirs = await team.open(guest, process, 'actors');
  const other = await team.open(outsider, process, 'actors');

  await openSpace(page, 'Team', 'New space');
  await page.getByLabel('Name of the space').fill('Northern caucus');
  await page.getByRole('button', { name: 'Create space' }).click();
  await expect(page.getByRole('button', { name: 'Northern caucus 1 member' })).toBeVisible();
  await addActor(page, 'Fishers');
  await allSaved(page);

  await openSpace(page, 'Northern caucus', 'Manage members');
  const dialog = page.getByRole('dialog', { name: 'Northern caucus' });
  await dialog.getByRole('button', { name: 'Add Bilal' }).click();
  await expect(dialog.getByRole('button', { name: 'Remove Bilal' })).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Northern caucus' })).toBeVisible();
  await theirs.getByRole('link', { name: 'Northern caucus' }).click();
  await expect(theirs.getByRole('button', { name: /^Northern caucus 2/ })).toBeVisible();
  // Who came with what they may do now is told of no change: the line is there before it changes.
  const inside = theirs.getByRole('list', { name: 'In Northern caucus now' });
  await expect(inside.getByRole('img', { name: 'Nadia Haddad' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Up to date, read only' })).toBeVisible();

  await dialog.getByRole('combobox', { name: 'What Bilal may do here' }).click();
  await page.getByRole('option', { name: 'edits' }).click();
  await expect(theirs.getByText('What you may do in this space has changed.')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Add actor' })).toBeVisible();

  await dialog.getByRole('button', { name: 'Remove Bilal' }).click();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog.getByText('Bilal was removed.')).toBeVisible();
  await expect(
    theirs.getByRole('heading', { name: 'You are no longer in this space' }),
  ).toBeVisible();
  await other.reload();
  await allSaved(other);
  expect(await other.content()).not.toContain('Northern caucus');
});

test('a phone and a tablet show every space, who is there, and the dialog of a space', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Under way');
  const guest = await team.join(lead, process, 'Bilal', 'participant');
  await team.open(guest, process, 'agenda');
  const page = await team.open(lead, process, 'actors');
  await openSpace(page, 'Team', 'New space');
  await page.getByLabel('Name of the space').fill('Northern caucus');
  await page.getByRole('button', { name: 'Create space' }).click();
  // The page goes there; until then everything is saved in the team's space.
  await expect(page.getByRole('button', { name: /^Northern caucus/ })).toBeVisible();
  await allSaved(page);

  const overview = page.getByRole('dialog', { name: 'Spaces' });
  const list = overview.getByRole('navigation', { name: 'Spaces' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Spaces' }).click();
  await expect(list.getByRole('link', { name: 'Northern caucus' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(list.getByText('Bilal')).toBeVisible();
  await list.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('button', { name: /^Team 2 members/ }).click();
  await expect(overview.getByRole('listitem').filter({ hasText: 'Bilal' }).last()).toContainText(
    'Agenda',
  );
  await overview.getByRole('button', { name: 'Manage members' }).click();
  await expect(page.getByRole('dialog', { name: 'Team' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Bilal' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 1024, height: 768 });
  await page.getByRole('button', { name: 'Spaces' }).click();
  await list.getByRole('link', { name: 'Northern caucus' }).click();
  await expect(page.getByRole('button', { name: /^Northern caucus 1 member/ })).toBeVisible();
  await expect(overview).toHaveCount(0);
});

test('a space is renamed, ended, and opened again', async ({ ownTeam: team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Endings');
  const page = await team.open(lead, process, 'actors');
  await openSpace(page, 'Team', 'Settings');
  await page.getByLabel('Name of the space').fill('Core team');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('dialog', { name: 'Core team' })).toBeVisible();
  await page.getByText('Without names (Chatham House)').click();

  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('button', { name: 'Leave, I am sure' }).click();
  await expect(page.getByRole('alert')).toContainText('Somebody else with an account');

  await page.getByRole('button', { name: 'End space' }).click();
  await page.getByRole('button', { name: 'End space, I am sure' }).click();
  await expect(page.getByRole('heading', { name: 'This space has ended' })).toBeVisible();
  await page.getByRole('link', { name: 'To your processes' }).click();
  await page.getByRole('button', { name: 'Open Core team again' }).click();
  await expect(page.getByRole('button', { name: 'Open Core team again' })).toHaveCount(0);
  await expect(page.getByText('Endings')).toBeVisible();
});
