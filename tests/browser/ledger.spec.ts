import { paths } from '@parley/contracts';
import type { Page } from '@playwright/test';
import { actorPanel, chooseActor } from './support/actors.ts';
import { allSaved, goTo, isSaid, notices } from './support/frame.ts';
import { openPanel } from './support/ledger.ts';
import { person } from './support/participants.ts';
import { spaceOf } from './support/team.ts';
import { expect, test } from './support/test.ts';

const elders = 'Council of Elders';
const comments = (page: Page) => actorPanel(page).getByRole('region', { name: /^Comments/ });

test('a comment reaches the other, is answered, resolved and found again', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey', 'participant');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(guest, process, 'actors');
  await chooseActor(nadia, elders);
  await chooseActor(tomas, elders);

  await comments(nadia).getByLabel('Add a comment').fill('Who speaks for them? @Tom');
  await nadia.keyboard.press('Enter');
  await expect(comments(nadia).getByLabel('Add a comment')).toHaveValue(/@Tomás Rey $/);
  await nadia.keyboard.press('ControlOrMeta+Enter');
  const thread = comments(tomas).getByRole('article', { name: 'Thread' });
  await expect(thread).toContainText('Who speaks for them?');
  await expect(thread).toContainText('Nadia Haddad');
  await expect(notices(tomas)).toContainText('Nadia Haddad mentioned you in Team');

  await thread.getByRole('button', { name: 'Reply' }).click();
  await thread.getByLabel('Reply').fill('The eldest of the three villages.');
  await thread.getByRole('button', { name: 'Reply' }).click();
  await expect(comments(nadia)).toContainText('The eldest of the three villages.');

  const panel = await openPanel(nadia, 'Comments');
  await expect(panel.getByRole('button', { name: elders })).toBeVisible();
  await panel.getByRole('button', { name: 'Resolve' }).click();
  await expect(panel).toContainText('No open comments');
  await expect(comments(tomas)).toContainText('1 resolved');
  await comments(tomas).getByText('1 resolved').click();
  await expect(comments(tomas)).toContainText('Resolved by Nadia Haddad');
});

test('who may only read sees what is said, and is offered nothing to say', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const observer = await team.join(lead, process, 'Olu', 'observer');
  const nadia = await team.open(lead, process, 'actors');
  await chooseActor(nadia, elders);
  await comments(nadia).getByLabel('Add a comment').fill('Seen by all');
  await comments(nadia).getByRole('button', { name: 'Comment' }).click();
  const olu = await team.open(observer, process, 'actors');
  await chooseActor(olu, elders);
  await expect(comments(olu)).toContainText('Seen by all');
  await expect(comments(olu).getByRole('textbox')).toHaveCount(0);
  await expect(comments(olu).getByRole('button')).toHaveCount(0);
});

for (const secret of [true, false]) {
  test(`a ${secret ? 'secret' : 'open'} vote is cast, changed and closed`, async ({ team }) => {
    const lead = await team.signIn();
    const process = await team.makeProcess(lead, 'Two valleys');
    const guest = await team.join(lead, process, 'Tomás Rey', 'participant');
    const nadia = await openPanel(await team.open(lead, process, 'actors'), 'Votes');
    const phone = await team.open(guest, process, 'actors');
    await phone.setViewportSize({ width: 390, height: 844 });
    const tomas = await openPanel(phone, 'Votes');

    await nadia.getByRole('button', { name: 'Ask for a vote' }).click();
    await nadia.getByLabel('Question').fill('Where do we meet?');
    await nadia.getByLabel('Option 1', { exact: true }).fill('By the lake');
    await nadia.getByLabel('Option 2', { exact: true }).fill('In the capital');
    if (!secret) await nadia.getByRole('switch', { name: 'Secret ballot' }).click();
    await nadia.getByRole('button', { name: 'Open the vote' }).click();

    const card = tomas.getByRole('article', { name: 'Where do we meet?' });
    await card.getByRole('button', { name: 'One dot more on By the lake' }).click();
    await card.getByRole('button', { name: 'One dot more on By the lake' }).click();
    await card.getByRole('button', { name: 'Cast my vote' }).click();
    await expect(card).toContainText('Your vote counts.');

    const seen = nadia.getByRole('article', { name: 'Where do we meet?' });
    await expect(seen).toContainText('1 person has voted');
    if (secret) await expect(seen).not.toContainText('Tomás');
    else await expect(seen).toContainText('Tomás Rey ×2');

    await card.getByRole('button', { name: 'One dot more on In the capital' }).click();
    await card.getByRole('button', { name: 'Change my vote' }).click();
    await expect(card).toContainText('Your vote counts.');
    await seen.getByRole('button', { name: 'Close the vote' }).click();
    await seen.getByRole('button', { name: 'Close the vote' }).click();
    for (const result of [seen, card]) {
      await expect(result).toContainText('By the lake');
      await expect(result).toContainText('2 dots');
      await expect(result).toContainText('1 dot');
      await expect(result).toContainText('Closed');
    }
    if (secret) await expect(seen).not.toContainText('Tomás');
  });
}

test('a decision is put on record and stays there', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Two valleys');
  const page = await team.open(lead, process, 'actors');
  const panel = await openPanel(page, 'Decisions');
  await panel.getByRole('button', { name: 'Record a decision' }).click();
  await panel.getByRole('button', { name: 'Put on record' }).click();
  await expect(panel.getByLabel('What was decided')).toHaveAccessibleDescription(
    'Say in a line what was decided.',
  );
  await panel.getByLabel('What was decided').fill('We meet by the lake');
  await panel.getByLabel('Principle behind it').fill('Nobody travels through the other valley');
  await panel.getByRole('button', { name: 'Put on record' }).click();
  await expect(panel.getByRole('listitem')).toContainText('We meet by the lake');
  await page.reload();
  const again = await openPanel(page, 'Decisions');
  await expect(again.getByRole('listitem')).toContainText(
    'Nobody travels through the other valley',
  );
});

test('a stage is changed with its reason, and the other sees who, when and why', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Amira Kessan');
  const nadia = await team.open(lead, process, 'participants');
  const amira = await team.open(guest, process, 'participants');
  const name = 'Delegate U-02';

  await person(nadia, name).getByRole('rowheader').click();
  await nadia.getByRole('complementary').getByRole('combobox', { name: 'Stage' }).click();
  await nadia.getByRole('option', { name: 'Excluded' }).click();
  const dialog = nadia.getByRole('dialog', { name: 'Stage: Excluded' });
  await dialog.getByRole('button', { name: 'Change the stage' }).click();
  await expect(dialog.getByLabel('What does leaving them out')).toHaveAccessibleDescription(
    'Please fill this in.',
  );
  await dialog.getByLabel('What does leaving them out').fill('A say on the dam');
  await dialog.getByLabel('What other way').fill('Written questions before each round');
  await dialog.getByRole('button', { name: 'Change the stage' }).click();

  await expect(person(amira, name)).toContainText('Excluded');
  await person(amira, name).getByRole('rowheader').click();
  await amira.getByText('Who changed the stage, when and why').click();
  const history = amira.getByRole('list', { name: 'Who changed the stage, when and why' });
  await expect(history).toContainText('Nadia Haddad');
  await expect(history).toContainText('A say on the dam');
});

test('what is said without a line waits, and is sent on return', async ({ team }) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey');
  const nadia = await team.open(lead, process, 'actors');
  const tomas = await team.open(guest, process, 'actors');
  await chooseActor(nadia, elders);
  await chooseActor(tomas, elders);
  await expect(comments(tomas).getByLabel('Add a comment')).toBeVisible();
  await tomas.context().setOffline(true);
  await isSaid(tomas, /^Offline/);
  await comments(tomas).getByLabel('Add a comment').fill('Said in the train');
  await comments(tomas).getByRole('button', { name: 'Comment' }).click();
  await expect(comments(tomas)).toContainText('Waits to be sent');
  await isSaid(tomas, 'Offline: 1 to send');

  await tomas.context().setOffline(false);
  await expect(comments(nadia)).toContainText('Said in the train');
  await expect(comments(tomas)).not.toContainText('Waits to be sent');
  await allSaved(tomas);
  await expect(comments(nadia).getByRole('article')).toHaveCount(1);
  await goTo(nadia, 'participants');
});

test('on a device that keeps the space, what waits outlives the page and is done once', async ({
  team,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey');
  const name = 'Delegate U-02';
  const nadia = await team.open(lead, process, 'participants');
  const tomas = await team.open(guest, process, 'participants');
  const panel = (page: Page) => page.getByRole('complementary');
  await person(tomas, name).getByRole('rowheader').click();
  await expect(panel(tomas).getByLabel('Add a comment')).toBeVisible();
  await tomas.getByRole('button', { name: 'All changes saved' }).click();
  await tomas.getByRole('switch', { name: 'Keep on this device' }).click();
  await expect(tomas.getByRole('switch', { name: 'Keep on this device' })).toBeChecked();
  await tomas.keyboard.press('Escape');

  await test.step('without a line both wait, and say so', async () => {
    await tomas.context().setOffline(true);
    await isSaid(tomas, /^Offline/);
    await panel(tomas).getByRole('combobox', { name: 'Stage' }).click();
    await tomas.getByRole('option', { name: 'Confirmed' }).click();
    await expect(person(tomas, name)).toContainText('Confirmed: waits to be sent');
    await expect(panel(tomas)).toContainText('Waits to be sent');
    await panel(tomas).getByLabel('Add a comment').fill('Said by telephone');
    await panel(tomas).getByRole('button', { name: 'Comment', exact: true }).click();
    await isSaid(tomas, 'Offline: 2 to send');
  });

  await tomas.goto('about:blank');
  await tomas.context().setOffline(false);
  await expect(person(nadia, name)).toContainText('Invited');
  await tomas.goto(team.address(process, 'participants'));
  await expect(person(nadia, name)).toContainText('Confirmed');
  await expect(person(nadia, name)).toContainText('1 open comment');
  await allSaved(tomas);
  await expect(person(tomas, name)).not.toContainText('waits to be sent');

  await test.step('and once more nothing is done', async () => {
    await tomas.reload();
    await allSaved(tomas);
    await person(nadia, name).getByRole('rowheader').click();
    await expect(panel(nadia).getByText('Said by telephone')).toHaveCount(1);
    await nadia.getByText('Who changed the stage, when and why').click();
    const history = nadia.getByRole('list', { name: 'Who changed the stage, when and why' });
    // Three steps led to the invitation, and one from there.
    await expect(history.getByRole('listitem')).toHaveCount(4);
  });
});

test('where names are not stored, the forms say so and suggest none', async ({ parley, team }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Chatham House');
  const changed = await lead.request.patch(`${parley.origin}${paths.space(spaceOf(process))}`, {
    data: { attribution: 'non-attribution' },
    headers: { origin: parley.origin },
  });
  expect(changed.ok()).toBe(true);
  const page = await team.open(lead, process, 'actors');
  const panel = await openPanel(page, 'Votes');
  await panel.getByRole('button', { name: 'Ask for a vote' }).click();
  await expect(panel.getByText('Names are not stored in this space.')).toBeVisible();
  await expect(panel.getByRole('switch')).toHaveCount(0);
  await panel.getByLabel('Question').fill('Go on?');
  await panel.getByLabel('Option 1', { exact: true }).fill('Yes');
  await panel.getByLabel('Option 2', { exact: true }).fill('No');
  await panel.getByRole('button', { name: 'Open the vote' }).click();
  await expect(panel.getByRole('article', { name: 'Go on?' })).toContainText('Secret');
  await expect(
    page.getByRole('button', { name: 'Comments, votes and decisions: 1 open vote', exact: true }),
  ).toBeAttached();
  await openPanel(page, 'Decisions');
  await panel.getByRole('button', { name: 'Record a decision' }).click();
  await expect(panel.getByLabel('Decided by')).not.toHaveValue(/Nadia/);
  await expect(panel.getByLabel('Decided by')).toHaveAccessibleDescription(
    /Names are not stored in this space/,
  );
});
