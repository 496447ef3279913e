import { paths } from '@parley/contracts';
import { Board } from '@parley/model';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBoard } from './testing/open-board.ts';
import {
  invite,
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from './testing/test-parley.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.end());

it('a restart keeps sessions, spaces, invitations and boards', async () => {
  const lead = await setUpLead(parley);
  const spaceId = teamOf(await makeProcess(lead, 'River talks'));
  const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
  const { secret } = await invite(lead, spaceId);
  const before = (await lead.get(paths.space(spaceId))).body;

  const open = await openBoard(parley, lead, spaceId);
  const other = await openBoard(parley, guest, spaceId);
  new Board(open.doc).create('actor', { name: 'Fishers' });
  // What another person sees is committed (R6).
  await expect.poll(() => other.doc.getMap('actor').size).toBe(1);
  for (const board of [open, other]) board.close();

  await parley.restart();

  expect((await lead.get(paths.space(spaceId))).body).toEqual(before);
  expect((await guest.get(paths.session)).body).toMatchObject({ person: { name: 'Bilal' } });
  const newcomer = await parley.visitor().post(paths.join, { secret, displayName: 'Chadia' });
  expect(newcomer.status).toBe(201);
  const reopened = await openBoard(parley, guest, spaceId);
  expect(new Board(reopened.doc).list('actor').map((actor) => actor.name)).toEqual(['Fishers']);
  reopened.close();
});

it('a restart waits for nobody: pages that stay open are closed and come back', async () => {
  const lead = parley.visitor();
  const password = 'a long enough password';
  await lead.post(paths.signIn, { email: 'amira@example.org', password });
  const spaceId = teamOf(await makeProcess(lead));
  const board = await openBoard(parley, lead, spaceId);
  const back = new Promise<void>((resolve) => {
    board.provider.on('status', ({ status }) => {
      if (status === 'connected') resolve();
    });
  });
  await parley.restart();
  await back;
  board.close();
});
