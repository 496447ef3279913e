import { setTimeout as delay } from 'node:timers/promises';
import { boardDocumentId, paths, type Whereabouts } from '@parley/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { LiveSocket } from '../testing/live-socket.ts';
import { asFacilitator, riverTalks } from '../testing/river-talks.ts';
import { idOf, makeSpace } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

type Board = Parameters<LiveSocket['watch']>[1];

/** All are in the team's space; Bilal and Chen have a caucus, of which the lead knows nothing. */
const here = riverTalks();
let bilal: Visitor;
let chen: Visitor;
let dora: Visitor;
let team: string;
let caucus: string;
beforeEach(async () => {
  team = here.spaceId;
  bilal = await here.join('Bilal', asFacilitator);
  chen = await here.join('Chen');
  dora = await here.join('Dora');
  caucus = await makeSpace(bilal, here.processId, 'The caucus');
  const wish = { personId: await idOf(chen), capability: 'contribute' };
  expect((await bilal.post(paths.members(caucus), wish)).status).toBe(201);
});

/** An open page: what it knows of who is where, and every byte that came over its live socket. */
interface OpenPage extends LiveSocket {
  readonly frames: string[];
  /** Names by space, each with the boards; spaces that the page has not been told of are missing. */
  readonly seen: () => Record<string, Record<string, string[]>>;
}

async function openPage(visitor: Visitor, spaceId: string, board?: Board): Promise<OpenPage> {
  const page = await here.openLiveSocket(visitor);
  const { socket } = page;
  const frames: string[] = [];
  let known = new Map<string, Whereabouts['spaces'][number]['people']>();
  socket.on('whereabouts', ({ complete, spaces }) => {
    if (complete) known = new Map();
    for (const space of spaces) known.set(space.spaceId, space.people);
  });
  socket.io.engine.on('data', (data) => frames.push(String(data)));
  expect(await page.watch(spaceId, board)).toBe(true);
  const seen = () =>
    Object.fromEntries(
      [...known].map(([id, people]) => [
        id,
        Object.fromEntries(people.map(({ name, boards }) => [name, boards])),
      ]),
    );
  return { ...page, frames, seen };
}

describe('who is where in a process', () => {
  it('is told to members of a space: who is there, and on which boards', async () => {
    const dorasPage = await openPage(dora, team, 'actors');
    const bilals = await openPage(bilal, team, 'agenda');
    const again = await openPage(bilal, team, 'participants');
    await expect
      .poll(() => dorasPage.seen())
      .toEqual({ [team]: { Dora: ['actors'], Bilal: ['agenda', 'participants'] } });
    await again.watch(team, 'agenda');
    await expect.poll(() => dorasPage.seen()[team]?.Bilal).toEqual(['agenda']);
    bilals.close();
    again.close();
    await expect.poll(() => dorasPage.seen()).toEqual({ [team]: { Dora: ['actors'] } });
  });

  it('shows each of my spaces from any of them, and somebody only where they are', async () => {
    const mine = await openPage(bilal, team);
    const theirs = await openPage(chen, team);
    await expect.poll(() => mine.seen()[team]).toEqual({ Bilal: [], Chen: [] });
    await theirs.watch(caucus, 'actors');
    await expect
      .poll(() => mine.seen())
      .toEqual({ [team]: { Bilal: [] }, [caucus]: { Chen: ['actors'] } });
    expect(theirs.seen()).toEqual(mine.seen());
  });

  it('says nothing of a caucus to anybody outside, not even that something happened', async () => {
    // The lead leads the process, and Dora sits in the team's space with those of the caucus.
    const outside = [await openPage(here.lead, team), await openPage(dora, team)];
    const documents = [await listen(here.lead, team), await listen(dora, team)];
    const inside = await openPage(bilal, caucus, 'actors');
    const other = await openPage(chen, caucus, 'actors');
    await expect.poll(() => inside.seen()[caucus]).toEqual({ Bilal: ['actors'], Chen: ['actors'] });
    const quiet = () =>
      [...outside.map(({ frames }) => frames), ...documents].map((frames) => frames.length);
    await settled(quiet);
    const before = quiet();
    for (const board of ['agenda', 'participants', 'actors'] as const) {
      await inside.watch(caucus, board);
      await expect.poll(() => other.seen()[caucus]?.Bilal).toEqual([board]);
    }
    const third = await openPage(chen, caucus);
    await listen(bilal, caucus);
    third.close();
    inside.close();
    await expect.poll(() => other.seen()[caucus]).toEqual({ Chen: ['actors'] });
    await settled(quiet);
    expect(quiet()).toEqual(before);
    for (const { frames, seen } of outside) {
      expect(seen()).toEqual({ [team]: { Amira: [], Dora: [] } });
      expect(frames.join()).not.toMatch(new RegExp(`${caucus}|The caucus|Bilal|Chen`));
    }
  });

  it('does not tell the team where somebody went who left it for a caucus', async () => {
    const outside = await openPage(dora, team);
    const bilals = await openPage(bilal, team);
    const chens = await openPage(chen, team);
    await expect.poll(() => Object.keys(outside.seen()[team] ?? {})).toHaveLength(3);
    await settled(() => [outside.frames.length]);
    const [began, first] = [outside.frames.length, outside.seen()];
    // One goes to the caucus, the other closes the page: both look the same.
    await bilals.watch(caucus);
    await expect.poll(() => outside.seen()[team]).toEqual({ Dora: [], Chen: [] });
    await settled(() => [outside.frames.length]);
    const went = outside.frames.slice(began);
    chens.close();
    await expect.poll(() => outside.seen()[team]).toEqual({ Dora: [] });
    await settled(() => [outside.frames.length]);
    const closed = outside.frames.slice(began + went.length);
    expect(went).toHaveLength(1);
    expect(closed).toHaveLength(1);
    expect(Object.keys(first)).toEqual([team]);
    expect(outside.frames.join()).not.toContain(caucus);
  });

  it('ends at once for who is taken out: they are nowhere there, and hear no more of it', async () => {
    const doras = await openPage(dora, team);
    const there = await openPage(bilal, team);
    const elsewhere = await openPage(bilal, caucus);
    await expect.poll(() => Object.keys(elsewhere.seen()[team] ?? {})).toHaveLength(2);
    await expect.poll(() => doras.seen()[team]).toEqual({ Dora: [], Bilal: [] });
    const removed = await here.lead.delete(paths.member(team, await idOf(bilal)));
    expect(removed.status).toBe(204);
    await expect.poll(() => doras.seen()).toEqual({ [team]: { Dora: [] } });
    await expect.poll(() => elsewhere.seen()).toEqual({ [caucus]: { Bilal: [] } });
    await settled(() => [there.frames.length, elsewhere.frames.length]);
    const before = [there.frames.length, elsewhere.frames.length];
    await doras.watch(team, 'agenda');
    const chens = await openPage(chen, team);
    await expect.poll(() => doras.seen()[team]).toEqual({ Dora: ['agenda'], Chen: [] });
    chens.close();
    await expect.poll(() => doras.seen()[team]).toEqual({ Dora: ['agenda'] });
    expect([there.frames.length, elsewhere.frames.length]).toEqual(before);
  });

  it('is not told of a space to which the page of an outsider points', async () => {
    const page = await openPage(dora, team);
    expect(await page.watch(caucus)).toBe(false);
    const inside = await openPage(bilal, caucus);
    await expect.poll(() => inside.seen()[caucus]).toEqual({ Bilal: [] });
    expect(page.frames.join()).not.toContain(caucus);
  });

  it('answers a page that asks over and over by where it asked to be last', async () => {
    const theirs = await openPage(bilal, team);
    const mine = await openPage(dora, team);
    const answers = Array.from({ length: 300 }, (_, n) =>
      theirs.watch(n % 2 ? team : caucus, n % 3 ? 'actors' : 'agenda'),
    );
    answers.push(theirs.watch(team, 'participants'));
    expect(await Promise.all(answers)).not.toContain(false);
    await expect.poll(() => mine.seen()[team]).toEqual({ Dora: [], Bilal: ['participants'] });
    expect(theirs.frames.length).toBeLessThan(answers.length * 2);
  });

  it.each([
    { spaceId: 7 },
    { spaceId: 'x', board: 'elsewhere' },
    { spaceId: 'x', as: 'lead' },
    null,
  ])('refuses to watch by %j', async (wish) => {
    const page = await openPage(dora, team);
    const answer = await page.socket.emitWithAck('watch', wish as never);
    expect(answer).toEqual({ watching: false });
  });
});

/** Opens a space's board document and returns the frames that come. */
async function listen(visitor: Visitor, spaceId: string): Promise<string[]> {
  const frames: string[] = [];
  const socket = new WebSocket(
    `${here.parley.origin.replace('http', 'ws')}/sync/${boardDocumentId(spaceId)}`,
    { headers: { cookie: visitor.cookie, origin: here.parley.origin } },
  );
  here.untilTestEnds({ close: () => socket.terminate() });
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
