import { exampleNames, paths, ProcessAnswer } from '@parley/contracts';
import { Board } from '@parley/model';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBoard, type OpenBoard } from './testing/open-board.ts';
import {
  invite,
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from './testing/test-parley.ts';
import type { Visitor } from './testing/visitor.ts';

let parley: TestParley;
let lead: Visitor;
let spaceId: string;
const opened: OpenBoard[] = [];

beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
beforeEach(async () => {
  spaceId = teamOf(await makeProcess(lead));
});
afterEach(() => {
  for (const board of opened.splice(0)) board.close();
});
afterAll(() => parley.end());

async function open(visitor: Visitor, space = spaceId): Promise<OpenBoard> {
  const board = await openBoard(parley, visitor, space);
  opened.push(board);
  return board;
}

const names = ({ doc }: OpenBoard) => new Board(doc).list('actor').map((actor) => actor.name);

describe('a board', () => {
  it('is seeded once, however many open it first', async () => {
    const boards = await Promise.all([open(lead), open(lead), open(lead)]);
    for (const { doc } of boards) expect(doc.getMap('settings').size).toBe(1);
  });

  it('syncs between stock clients of different people', async () => {
    const editor = { role: 'facilitator', capability: 'edit' } as const;
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal', editor);
    const [mine, theirs] = await Promise.all([open(lead), open(guest)]);
    new Board(mine.doc).create('actor', { name: 'Fishers' });
    await expect.poll(() => names(theirs)).toEqual(['Fishers']);
    new Board(theirs.doc).create('actor', { name: 'Herders' });
    await expect.poll(() => names(mine).toSorted()).toEqual(['Fishers', 'Herders']);
  });

  it('shows who is there as the session says, whatever the page claims (R9)', async () => {
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    const [mine, theirs] = await Promise.all([open(lead), open(guest)]);
    theirs.provider.awareness.setLocalState({ user: { name: 'Amira', role: 'lead' } });
    const seen = () => mine.provider.awareness.getStates().get(theirs.doc.clientID);
    await expect
      .poll(seen)
      .toMatchObject({ user: { name: 'Bilal', role: 'participant', color: 1 } });
  });

  it('is not changed by who may only contribute or read (R3)', async () => {
    for (const capability of ['contribute', 'read'] as const) {
      const guest = await joinAsGuest(parley, lead, spaceId, capability, { capability });
      const theirs = await open(guest);
      const closed = new Promise((resolve) => theirs.provider.once('connection-close', resolve));
      new Board(theirs.doc).create('actor', { name: 'Forged' });
      expect(await closed).toMatchObject({ code: 4403 });
    }
    expect(names(await open(lead))).toEqual([]);
  });

  it('can be edited by who joins again by a link that gives more, in the page that is open (R2)', async () => {
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal', { capability: 'read' });
    const [mine, theirs] = await Promise.all([open(lead), open(guest)]);
    const closed = new Promise((resolve) => theirs.provider.once('connection-close', resolve));
    const { secret } = await invite(lead, spaceId, { capability: 'edit' });
    await guest.post(paths.join, { secret, displayName: 'Bilal' });
    expect(await closed).toMatchObject({ code: 1001 });
    await expect.poll(() => theirs.provider.synced).toBe(true);
    new Board(theirs.doc).create('actor', { name: 'Herders' });
    await expect.poll(() => names(mine)).toEqual(['Herders']);
  });

  it('does not open to who is not in its space', async () => {
    const stranger = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    await expect(open(stranger, teamOf(await makeProcess(lead)))).rejects.toThrow('did not open');
    await expect(open(stranger, crypto.randomUUID())).rejects.toThrow('did not open');
  });

  it('closes when the session under which it was opened ends', async () => {
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    const [mine, theirs] = await Promise.all([open(lead), open(guest)]);
    const closed = new Promise((resolve) => theirs.provider.once('connection-close', resolve));
    await guest.post(paths.signOut);
    expect(await closed).toMatchObject({ code: 4401 });
    expect(mine.provider.wsconnected).toBe(true);
  });

  it('of an example is full when it is first opened', async () => {
    const seats = new Map<string, number>();
    for (const example of exampleNames) {
      const { body } = await lead.post(paths.examples, { example });
      const { doc } = await open(lead, teamOf(v.parse(ProcessAnswer, body).process));
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
