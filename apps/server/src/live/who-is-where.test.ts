import { setTimeout as delay } from 'node:timers/promises';
import {
  boardDocumentId,
  paths,
  type ClientToServer,
  type ServerToClient,
  type Whereabouts,
} from '@parley/contracts';
import { openSqliteStorage, type SpaceRow, type Storage } from '@parley/storage';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  idOf,
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

type LiveSocket = Socket<ServerToClient, ClientToServer>;
type Board = NonNullable<Parameters<ClientToServer['watch']>[0]['board']>;

/** The lead has made the process and is in its plenary only; Bilal and Chen have a caucus. */
let parley: TestParley;
let storage: Storage;
let lead: Visitor;
let bilal: Visitor;
let chen: Visitor;
let dora: Visitor;
let plenary: string;
let caucus: string;
const close: (() => void)[] = [];

beforeAll(async () => {
  parley = await openParley();
  storage = await openSqliteStorage({ directory: parley.directory });
  lead = await setUpLead(parley);
  const lobby = teamOf(await makeProcess(lead));
  bilal = await joinAsGuest(parley, lead, lobby, 'Bilal');
  chen = await joinAsGuest(parley, lead, lobby, 'Chen');
  dora = await joinAsGuest(parley, lead, lobby, 'Dora');
});
beforeEach(async () => {
  const process = { id: crypto.randomUUID(), title: 'River talks', summary: '', example: 'none' };
  plenary = crypto.randomUUID();
  caucus = crypto.randomUUID();
  const createdAt = Date.now();
  const space = (id: string, kind: 'plenary' | 'caucus'): SpaceRow => ({
    ...{ id, kind, processId: process.id, title: `The ${kind}`, createdAt },
    attribution: 'named',
  });
  const member = async (visitor: Visitor, spaceId: string, role = 'participant') => {
    const personId = await idOf(visitor);
    const capability = role === 'lead' ? 'edit' : 'contribute';
    return { spaceId, personId, role, capability, addedAt: createdAt };
  };
  await storage.registry.createProcess(
    { ...process, createdAt },
    [space(plenary, 'plenary'), space(caucus, 'caucus')],
    [
      await member(lead, plenary, 'lead'),
      await member(dora, plenary),
      await member(bilal, plenary),
      await member(bilal, caucus),
      await member(chen, plenary),
      await member(chen, caucus),
    ],
  );
});
afterEach(() => {
  for (const end of close.splice(0)) end();
});
afterAll(async () => {
  await storage.close();
  await parley.end();
});

/** An open page: what it knows of who is where, and every byte that came over its live socket. */
interface OpenPage {
  readonly socket: LiveSocket;
  readonly frames: string[];
  /** Names by space, each with the boards; spaces that the page has not been told of are missing. */
  readonly seen: () => Record<string, Record<string, string[]>>;
}

async function openPage(visitor: Visitor, spaceId: string, board?: Board): Promise<OpenPage> {
  const socket: LiveSocket = io(parley.origin, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: visitor.cookie, origin: parley.origin },
  });
  close.push(() => socket.close());
  const frames: string[] = [];
  let known = new Map<string, Whereabouts['spaces'][number]['people']>();
  socket.on('whereabouts', ({ complete, spaces }) => {
    if (complete) known = new Map();
    for (const space of spaces) known.set(space.spaceId, space.people);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  socket.io.engine.on('data', (data) => frames.push(String(data)));
  expect(await watch(socket, spaceId, board)).toBe(true);
  const seen = () =>
    Object.fromEntries(
      [...known].map(([id, people]) => [
        id,
        Object.fromEntries(people.map(({ name, boards }) => [name, boards])),
      ]),
    );
  return { socket, frames, seen };
}

const watch = (socket: LiveSocket, spaceId: string, board?: Board) =>
  new Promise<boolean>((resolve) => {
    socket.emit('watch', { spaceId, ...(board ? { board } : {}) }, ({ watching }) =>
      resolve(watching),
    );
  });

describe('who is where in a process', () => {
  it('is told to members of a space: who is there, and on which boards', async () => {
    const dorasPage = await openPage(dora, plenary, 'actors');
    const bilals = await openPage(bilal, plenary, 'agenda');
    const again = await openPage(bilal, plenary, 'participants');
    await expect
      .poll(() => dorasPage.seen())
      .toEqual({ [plenary]: { Dora: ['actors'], Bilal: ['agenda', 'participants'] } });
    await watch(again.socket, plenary, 'agenda');
    await expect.poll(() => dorasPage.seen()[plenary]?.Bilal).toEqual(['agenda']);
    bilals.socket.close();
    again.socket.close();
    await expect.poll(() => dorasPage.seen()).toEqual({ [plenary]: { Dora: ['actors'] } });
  });

  it('shows each of my spaces from any of them, and somebody only where they are', async () => {
    const mine = await openPage(bilal, plenary);
    const theirs = await openPage(chen, plenary);
    await expect.poll(() => mine.seen()[plenary]).toEqual({ Bilal: [], Chen: [] });
    await watch(theirs.socket, caucus, 'actors');
    await expect
      .poll(() => mine.seen())
      .toEqual({ [plenary]: { Bilal: [] }, [caucus]: { Chen: ['actors'] } });
    expect(theirs.seen()).toEqual(mine.seen());
  });

  it('says nothing of a caucus to anybody outside, not even that something happened', async () => {
    // The lead leads the process, and Dora sits in the plenary with those who go to the caucus.
    const outside = [await openPage(lead, plenary), await openPage(dora, plenary)];
    const documents = [await listen(lead, plenary), await listen(dora, plenary)];
    const inside = await openPage(bilal, caucus, 'actors');
    const other = await openPage(chen, caucus, 'actors');
    await expect.poll(() => inside.seen()[caucus]).toEqual({ Bilal: ['actors'], Chen: ['actors'] });
    const quiet = () =>
      [...outside.map(({ frames }) => frames), ...documents].map((frames) => frames.length);
    await settled(quiet);
    const before = quiet();
    for (const board of ['agenda', 'participants', 'actors'] as const) {
      await watch(inside.socket, caucus, board);
      await expect.poll(() => other.seen()[caucus]?.Bilal).toEqual([board]);
    }
    const third = await openPage(chen, caucus);
    await listen(bilal, caucus);
    third.socket.close();
    inside.socket.close();
    await expect.poll(() => other.seen()[caucus]).toEqual({ Chen: ['actors'] });
    await settled(quiet);
    expect(quiet()).toEqual(before);
    for (const { frames, seen } of outside) {
      expect(seen()).toEqual({ [plenary]: { Amira: [], Dora: [] } });
      expect(frames.join()).not.toMatch(new RegExp(`${caucus}|The caucus|Bilal|Chen`));
    }
  });

  it('does not tell the plenary where somebody went who left it for a caucus', async () => {
    const outside = await openPage(dora, plenary);
    const bilals = await openPage(bilal, plenary);
    const chens = await openPage(chen, plenary);
    await expect.poll(() => Object.keys(outside.seen()[plenary] ?? {})).toHaveLength(3);
    await settled(() => [outside.frames.length]);
    const [began, first] = [outside.frames.length, outside.seen()];
    // One goes to the caucus, the other closes the page: both look the same.
    await watch(bilals.socket, caucus);
    await expect.poll(() => outside.seen()[plenary]).toEqual({ Dora: [], Chen: [] });
    await settled(() => [outside.frames.length]);
    const went = outside.frames.slice(began);
    chens.socket.close();
    await expect.poll(() => outside.seen()[plenary]).toEqual({ Dora: [] });
    await settled(() => [outside.frames.length]);
    const closed = outside.frames.slice(began + went.length);
    expect(went).toHaveLength(1);
    expect(closed).toHaveLength(1);
    expect(Object.keys(first)).toEqual([plenary]);
    expect(outside.frames.join()).not.toContain(caucus);
  });

  it('ends at once for who is taken out: they are nowhere there, and hear no more of it', async () => {
    const doras = await openPage(dora, plenary);
    const there = await openPage(bilal, plenary);
    const elsewhere = await openPage(bilal, caucus);
    await expect.poll(() => Object.keys(elsewhere.seen()[plenary] ?? {})).toHaveLength(2);
    await expect.poll(() => doras.seen()[plenary]).toEqual({ Dora: [], Bilal: [] });
    const removed = await lead.delete(paths.member(plenary, await idOf(bilal)));
    expect(removed.status).toBe(204);
    await expect.poll(() => doras.seen()).toEqual({ [plenary]: { Dora: [] } });
    await expect.poll(() => elsewhere.seen()).toEqual({ [caucus]: { Bilal: [] } });
    await settled(() => [there.frames.length, elsewhere.frames.length]);
    const before = [there.frames.length, elsewhere.frames.length];
    await watch(doras.socket, plenary, 'agenda');
    const chens = await openPage(chen, plenary);
    await expect.poll(() => doras.seen()[plenary]).toEqual({ Dora: ['agenda'], Chen: [] });
    chens.socket.close();
    await expect.poll(() => doras.seen()[plenary]).toEqual({ Dora: ['agenda'] });
    expect([there.frames.length, elsewhere.frames.length]).toEqual(before);
  });

  it('is not told of a space to which the page of an outsider points', async () => {
    const page = await openPage(dora, plenary);
    expect(await watch(page.socket, caucus)).toBe(false);
    const inside = await openPage(bilal, caucus);
    await expect.poll(() => inside.seen()[caucus]).toEqual({ Bilal: [] });
    expect(page.frames.join()).not.toContain(caucus);
  });

  it('answers a page that asks over and over by where it asked to be last', async () => {
    const theirs = await openPage(bilal, plenary);
    const mine = await openPage(dora, plenary);
    const answers = Array.from({ length: 300 }, (_, n) =>
      watch(theirs.socket, n % 2 ? plenary : caucus, n % 3 ? 'actors' : 'agenda'),
    );
    answers.push(watch(theirs.socket, plenary, 'participants'));
    expect(await Promise.all(answers)).not.toContain(false);
    await expect.poll(() => mine.seen()[plenary]).toEqual({ Dora: [], Bilal: ['participants'] });
    expect(theirs.frames.length).toBeLessThan(answers.length * 2);
  });

  it.each([
    { spaceId: 7 },
    { spaceId: 'x', board: 'elsewhere' },
    { spaceId: 'x', as: 'lead' },
    null,
  ])('refuses to watch by %j', async (wish) => {
    const page = await openPage(dora, plenary);
    const answer = await page.socket.emitWithAck('watch', wish as never);
    expect(answer).toEqual({ watching: false });
  });
});

/** Opens a space's board document and returns the frames that come. */
async function listen(visitor: Visitor, spaceId: string): Promise<string[]> {
  const frames: string[] = [];
  const socket = new WebSocket(
    `${parley.origin.replace('http', 'ws')}/sync/${boardDocumentId(spaceId)}`,
    { headers: { cookie: visitor.cookie, origin: parley.origin } },
  );
  close.push(() => socket.terminate());
  socket.on('message', (data: Buffer) => frames.push(data.toString('latin1')));
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  // Sync step 1 with an empty state vector, to which the server answers with the whole document.
  socket.send(new Uint8Array([0, 0, 1, 0]));
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  return frames;
}

/** Waits until nothing has changed for longer than the server gathers presence (100 ms). */
async function settled(state: () => unknown): Promise<void> {
  for (let [before, now] = ['', JSON.stringify(state())]; before !== now;) {
    before = now;
    await delay(400);
    now = JSON.stringify(state());
  }
}
