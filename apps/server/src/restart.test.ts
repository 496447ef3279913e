import { paths } from '@parley/contracts';
import { Board } from '@parley/model';
import { expect, it } from 'vitest';
import { riverTalks } from './testing/river-talks.ts';

const here = riverTalks();

it('a restart keeps sessions, spaces, invitations and boards', async () => {
  const { lead, spaceId } = here;
  const guest = await here.join('Bilal');
  const { secret } = await here.invite();
  const before = (await lead.get(paths.space(spaceId))).body;

  const open = await here.openBoard();
  const other = await here.openBoard(guest);
  new Board(open.doc).create('actor', { name: 'Fishers' });
  // What another person sees is committed (R6).
  await expect.poll(() => other.doc.getMap('actor').size).toBe(1);
  here.closePages();

  await here.parley.restart();

  expect((await lead.get(paths.space(spaceId))).body).toEqual(before);
  expect((await guest.get(paths.session)).body).toMatchObject({ person: { name: 'Bilal' } });
  const newcomer = await here.visitor().post(paths.join, { secret, displayName: 'Chadia' });
  expect(newcomer.status).toBe(201);
  const reopened = await here.openBoard(guest);
  expect(new Board(reopened.doc).list('actor').map((actor) => actor.name)).toEqual(['Fishers']);
});

it('a restart waits for nobody: pages that stay open are closed and come back', async () => {
  const board = await here.openBoard();
  const back = new Promise<void>((resolve) => {
    board.provider.on('status', ({ status }) => {
      if (status === 'connected') resolve();
    });
  });
  await here.parley.restart();
  await back;
});
