import { boardDocumentId, paths } from '@parley/contracts';
import { WebSocket } from 'ws';
import { actorOnMap, actorPanel, actorsOnMap, chooseActor } from './support/actors.ts';
import { block, blockPanel, blocks } from './support/agenda.ts';
import { goTo } from './support/frame.ts';
import { list, people, person, targetCards } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { spaceOf } from './support/team.ts';

const boards = ['actors', 'participants', 'agenda'] as const;

test('an observer sees everything and is offered nothing that changes it', async ({ team }) => {
  const nadia = await team.signIn();
  const process = await team.openExample(nadia, 'lake-meridia');
  const observer = await team.join(nadia, process, 'Observer', 'observer');
  const page = await team.open(observer, process, 'actors');

  await test.step('actors', async () => {
    await expect(actorsOnMap(page)).toHaveCount(38);
    await expect(page.getByRole('button', { name: 'Add actor' })).toHaveCount(0);
    await chooseActor(page, 'Council of Elders');
    await expect(actorPanel(page).getByLabel('Name', { exact: true })).not.toBeEditable();
    await expect(actorPanel(page).getByRole('button', { name: /add|remove/i })).toHaveCount(0);
    await actorOnMap(page, 'Council of Elders').focus();
    await page.keyboard.press('Delete');
    await page.keyboard.press('n');
    await expect(actorsOnMap(page)).toHaveCount(38);
  });

  await test.step('participants', async () => {
    await goTo(page, 'participants');
    await expect(people(page)).toHaveText('31 people');
    await expect(targetCards(page)).toHaveCount(6);
    await expect(page.getByRole('button', { name: /^add (person|target)/i })).toHaveCount(0);
    await expect(page.getByRole('radio', { name: 'Attended' })).toBeDisabled();
    await expect(list(page)).toHaveAttribute('aria-readonly', 'true');
    await person(page, 'Delegate U-01').getByRole('rowheader').dblclick();
    await expect(list(page).getByRole('textbox')).toHaveCount(0);
    await page.getByRole('button', { name: /^More: / }).click();
    await expect(page.getByRole('menuitem', { name: /export/i }).first()).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /import/i })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('agenda', async () => {
    await goTo(page, 'agenda');
    await expect(blocks(page)).toHaveCount(19);
    await expect(page.getByRole('button', { name: /^add (block|day)/i })).toHaveCount(0);
    await block(page, 'Lunch').first().click();
    await expect(blockPanel(page).getByLabel('Title')).not.toBeEditable();
    await block(page, 'Lunch').first().focus();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(blocks(page)).toHaveCount(19);
    await expect(block(page, 'Lunch').first()).toHaveAccessibleName(/12:30 to 13:30/);
  });

  await test.step('invitations', async () => {
    await page.getByRole('button', { name: 'Team 2 members' }).click();
    await expect(page.getByText('Nadia Haddad')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Invitation links' })).toHaveCount(0);
    await page.getByRole('button', { name: 'All members' }).click();
    const dialog = page.getByRole('dialog', { name: 'Team' });
    await expect(dialog.getByText('Nadia Haddad')).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^(Remove|Add|Let in)/ })).toHaveCount(0);
  });
});

test('nothing answers without a session', async ({ parley, team }) => {
  const process = await team.makeProcess(await team.signIn(), 'Closed');
  const { request } = await team.visitor();
  const space = spaceOf(process);

  for (const page of [
    '/',
    ...boards.map((board) => new URL(team.address(process, board)).pathname),
  ]) {
    const answer = await request.get(`${parley.origin}${page}`, { maxRedirects: 0 });
    expect(answer.status(), page).toBe(303);
    expect(answer.headers().location, page).toMatch(/^\/sign-in/);
  }
  for (const path of [
    paths.session,
    paths.processes,
    paths.space(space),
    paths.invitations(space),
  ]) {
    const answer = await request.get(`${parley.origin}${path}`);
    expect(answer.status(), path).toBe(401);
    expect(await answer.text()).not.toContain('Closed');
  }
  for (const document of [boardDocumentId(space), 'no-such-space.board']) {
    expect(await syncAnswer(parley.origin, document), document).toBe(401);
  }
});

/** The HTTP status that an upgrade to a document is answered with; 101 when it is let in. */
function syncAnswer(origin: string, documentId: string): Promise<number> {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/sync/${documentId}`, {
    headers: { origin },
  });
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}
