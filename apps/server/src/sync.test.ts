import { exampleNames, paths, ProcessAnswer } from '@parley/contracts';
import { Board } from '@parley/model';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { closing, type OpenBoard } from './testing/open-board.ts';
import { asFacilitator, riverTalks } from './testing/river-talks.ts';
import { teamOf } from './testing/test-parley.ts';

const here = riverTalks();

const names = ({ doc }: OpenBoard) => new Board(doc).list('actor').map((actor) => actor.name);

describe('a board', () => {
  it('is seeded once, however many open it first', async () => {
    const boards = await Promise.all([here.openBoard(), here.openBoard(), here.openBoard()]);
    for (const { doc } of boards) expect(doc.getMap('settings').size).toBe(1);
  });

  it('syncs between stock clients of different people', async () => {
    const guest = await here.join('Bilal', asFacilitator);
    const [mine, theirs] = await Promise.all([here.openBoard(), here.openBoard(guest)]);
    new Board(mine.doc).create('actor', { name: 'Fishers' });
    await expect.poll(() => names(theirs)).toEqual(['Fishers']);
    new Board(theirs.doc).create('actor', { name: 'Herders' });
    await expect.poll(() => names(mine).toSorted()).toEqual(['Fishers', 'Herders']);
  });

  it('shows who is there as the session says, whatever the page claims (R9)', async () => {
    const guest = await here.join('Bilal');
    const [mine, theirs] = await Promise.all([here.openBoard(), here.openBoard(guest)]);
    theirs.provider.awareness.setLocalState({ user: { name: 'Amira', role: 'lead' } });
    const seen = () => mine.provider.awareness.getStates().get(theirs.doc.clientID);
    await expect
      .poll(seen)
      .toMatchObject({ user: { name: 'Bilal', role: 'participant', color: 1 } });
  });

  it('is not changed by who may only contribute or read (R3)', async () => {
    for (const capability of ['contribute', 'read'] as const) {
      const guest = await here.join(capability, { capability });
      const theirs = await here.openBoard(guest);
      const closed = closing(theirs);
      new Board(theirs.doc).create('actor', { name: 'Forged' });
      expect(await closed).toMatchObject({ code: 4403 });
    }
    expect(names(await here.openBoard())).toEqual([]);
  });

  it('can be edited by who joins again by a link that gives more, in the page that is open (R2)', async () => {
    const guest = await here.join('Bilal', { capability: 'read' });
    const [mine, theirs] = await Promise.all([here.openBoard(), here.openBoard(guest)]);
    const closed = closing(theirs);
    const { secret } = await here.invite({ capability: 'edit' });
    await guest.post(paths.join, { secret, displayName: 'Bilal' });
    expect(await closed).toMatchObject({ code: 1001 });
    await expect.poll(() => theirs.provider.synced).toBe(true);
    new Board(theirs.doc).create('actor', { name: 'Herders' });
    await expect.poll(() => names(mine)).toEqual(['Herders']);
  });

  it('does not open to who is not in its space', async () => {
    const stranger = await here.join('Bilal');
    await expect(here.openBoard(stranger, await here.anotherSpace())).rejects.toThrow(
      'did not open',
    );
    await expect(here.openBoard(stranger, crypto.randomUUID())).rejects.toThrow('did not open');
  });

  it('closes when the session under which it was opened ends', async () => {
    const guest = await here.join('Bilal');
    const [mine, theirs] = await Promise.all([here.openBoard(), here.openBoard(guest)]);
    const closed = closing(theirs);
    await guest.post(paths.signOut);
    expect(await closed).toMatchObject({ code: 4401 });
    expect(mine.provider.wsconnected).toBe(true);
  });

  it('of an example is full when it is first opened', async () => {
    const seats = new Map<string, number>();
    for (const example of exampleNames) {
      const { body } = await here.lead.post(paths.examples, { example });
      const { doc } = await here.openBoard(here.lead, teamOf(v.parse(ProcessAnswer, body).process));
      const board = new Board(doc);
      expect(board.unreadable).toEqual([]);
      expect(board.list('actor').length).toBeGreaterThan(0);
      seats.set(example, board.list('participant').length);
    }
    // Yemen's published allocation has 565 seats.
    expect(seats.get('yemen-ndc-2012')).toBe(565);
    expect(seats.get('lake-meridia')).toBeGreaterThan(0);
  });
});
