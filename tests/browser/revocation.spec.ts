import { paths, SpaceAnswer } from '@parley/contracts';
import type { BrowserContext, Page, WebSocket } from '@playwright/test';
import * as v from 'valibot';
import { actorOnMap, actorsOnMap, addActor } from './support/actors.ts';
import { allSaved, isSaid, notices } from './support/frame.ts';
import { expect, test } from './support/test.ts';
import { spaceOf } from './support/team.ts';

/*
 * What is taken from somebody is taken from the page that they have open: within a second they can
 * save nothing more and receive nothing more, and the page says what happened and holds nothing.
 */

/** Acts of a lead that need no page. */
function hostOf(lead: BrowserContext, origin: string, spaceId: string) {
  const headers = { origin };
  const path = (relative: string) => `${origin}${relative}`;
  return {
    async memberCalled(name: string): Promise<string> {
      const answer = await lead.request.get(path(paths.space(spaceId)));
      const { members } = v.parse(SpaceAnswer, await answer.json());
      return members.find(({ person }) => person.name === name)?.person.id ?? '';
    },
    remove: (id: string) => lead.request.delete(path(paths.member(spaceId, id)), { headers }),
    letRead: (id: string) =>
      lead.request.patch(path(paths.member(spaceId, id)), {
        headers,
        data: { capability: 'read' },
      }),
    /** Waits until the page hears what is said on the live line: a rename, as often as it takes. */
    isHeard: (page: Page, processId: string) =>
      expect(async () => {
        const data = { title: 'Renamed' };
        await lead.request.patch(path(paths.process(processId)), { headers, data });
        await expect(notices(page)).toContainText('Renamed', { timeout: 1_000 });
      }).toPass(),
    endSpace: () => lead.request.post(path(paths.endSpace(spaceId)), { headers }),
    endProcess: (id: string) => lead.request.post(path(paths.endProcess(id)), { headers }),
  };
}

/** A line on which what the page sends to its documents can be held back, as a slow network does. */
async function slowLine(context: BrowserContext) {
  let holding = false;
  const held: (() => void)[] = [];
  await context.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((frame) => {
      if (holding) held.push(() => server.send(frame));
      else server.send(frame);
    });
  });
  return {
    hold: () => {
      holding = true;
    },
    /** Brings what was held back, now that it is too late. */
    release: () => {
      for (const send of held.splice(0)) send();
    },
  };
}

/** What a page receives over sockets and HTTP, by a word for each arrival. */
function arrivalsAt(page: Page) {
  const arrivals: string[] = [];
  const sockets = new Set<WebSocket>();
  page.on('websocket', (socket) => {
    sockets.add(socket);
    socket.on('framereceived', ({ payload }) => arrivals.push(String(payload)));
    socket.on('close', () => sockets.delete(socket));
  });
  page.on('response', (response) => {
    // The sign of Parley says nothing of anybody; the browser fetches it when it likes.
    if (!response.url().endsWith('/mark.svg')) arrivals.push(response.url());
  });
  return { arrivals, sockets };
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return [...databases.map(({ name }) => name), ...Object.keys(localStorage)].filter((name) =>
      name?.startsWith('parley:keep'),
    );
  });

test('somebody who is removed while typing saves and receives nothing more, within a second', async ({
  team,
  parley,
}) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Removed');
  const guest = await team.join(lead, process, 'Bilal');
  const host = hostOf(lead, parley.origin, spaceOf(process));
  const line = await slowLine(guest);
  const theirs = await guest.newPage();
  const { arrivals, sockets } = arrivalsAt(theirs);
  await theirs.goto(team.address(process, 'actors'));
  const mine = await team.open(lead, process, 'actors');
  await addActor(theirs, 'Fishers');
  await expect(actorOnMap(mine, 'Fishers')).toBeVisible();
  await theirs.getByRole('button', { name: 'All changes saved' }).click();
  await theirs.getByRole('switch', { name: 'Keep on this device' }).click();
  await expect.poll(() => kept(theirs)).not.toEqual([]);
  await theirs.keyboard.press('Escape');

  const id = await host.memberCalled('Bilal');
  const name = theirs.getByLabel('Name', { exact: true });
  await name.click();
  await theirs.keyboard.press('End');
  await theirs.keyboard.type(' of');
  await expect(actorOnMap(mine, 'Fishers of')).toBeVisible();
  await allSaved(theirs);
  line.hold();
  await theirs.keyboard.type(' the north');
  await isSaid(theirs, 'Saving…');
  expect(sockets.size).toBeGreaterThan(0);
  const from = Date.now();
  await host.remove(id);
  await expect(
    theirs.getByRole('heading', { name: 'You are no longer in this space' }),
  ).toBeVisible();
  expect(Date.now() - from).toBeLessThan(1000);
  // One change for each key.
  await expect(theirs.getByText('10 changes were not saved.')).toBeVisible();
  line.release();

  // Both documents and the line of notices were heard until then.
  expect(arrivals.length).toBeGreaterThan(2);
  await expect.poll(() => sockets.size).toBe(0);
  arrivals.length = 0;
  await addActor(mine, 'Hidden herders');
  await allSaved(mine);
  await mine.reload();
  await expect(actorOnMap(mine, 'Fishers of')).toBeVisible();
  await expect(mine.getByText('the north')).toHaveCount(0);
  expect(arrivals).toEqual([]);
  expect(await theirs.content()).not.toMatch(/Fishers|herders|Removed/);
  expect(theirs.url()).not.toContain(spaceOf(process));
  expect(await kept(theirs)).toEqual([]);
  await expect(theirs.getByText('has been deleted')).toBeVisible();
  await theirs.getByRole('link', { name: 'To your processes' }).click();
  await expect(theirs.getByText('You are a guest here.')).toBeVisible();
});

test('somebody whose part is changed goes on in the same page', async ({ team, parley }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Lowered');
  const guest = await team.join(lead, process, 'Bilal');
  const host = hostOf(lead, parley.origin, spaceOf(process));
  const page = await team.open(guest, process, 'actors');
  await addActor(page, 'Fishers');
  await allSaved(page);
  await host.letRead(await host.memberCalled('Bilal'));
  await isSaid(page, 'Up to date, read only');
  await expect(page.getByText('What you may do in this space has changed.')).toBeVisible();
  await expect(actorsOnMap(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Add actor' })).toHaveCount(0);
});

test('pages of a space that has ended, and of a process, say so', async ({ team, parley }) => {
  const lead = await team.signIn();
  for (const [ending, title] of [
    ['space', 'This space has ended'],
    ['process', 'This workshop has ended'],
  ] as const) {
    const process = await team.makeProcess(lead, `Ends with its ${ending}`);
    const guest = await team.join(lead, process, 'Bilal');
    const host = hostOf(lead, parley.origin, spaceOf(process));
    const page = await team.open(guest, process, 'actors');
    await host.isHeard(page, process.id);
    if (ending === 'space') await host.endSpace();
    else await host.endProcess(process.id);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
});
