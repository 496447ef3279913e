import { paths } from '@parley/contracts';
import { describe, expect, it } from 'vitest';
import { isLiveLineRefused } from '../testing/live-socket.ts';
import { asFacilitator, riverTalks } from '../testing/river-talks.ts';
import { signInAgain } from '../testing/sign-in.ts';
import { idOf, invite, makeProcess, makeSpace, teamOf } from '../testing/test-parley.ts';

const here = riverTalks();

describe('notices', () => {
  it.each(['websocket', 'polling'] as const)(
    'reach who has the process open, over %s',
    async (transport) => {
      const guest = await here.join('Bilal');
      const page = await here.openLiveSocket(guest, { transport });
      expect(await page.watch(here.spaceId)).toBe(true);
      const notice = page.next();
      await here.lead.patch(paths.process(here.processId), { title: 'Coast talks' });
      expect(await notice).toEqual({
        kind: 'process-renamed',
        processId: here.processId,
        title: 'Coast talks',
      });
    },
  );

  it('of a new title tell nothing of who gave it, who may be known in a caucus alone (P3)', async () => {
    const caucusId = await makeSpace(here.lead, here.processId, 'Apart');
    const hidden = await here.join('Chadia', asFacilitator, caucusId);
    const page = await here.openLiveSocket(await here.join('Bilal'));
    const frames: string[] = [];
    page.socket.io.engine.on('data', (data) => frames.push(String(data)));
    await page.watch(here.spaceId);
    const notice = page.next();
    const renamed = await hidden.patch(paths.process(here.processId), { title: 'Shore' });
    expect(renamed.status).toBe(200);
    expect(await notice).toMatchObject({ kind: 'process-renamed', title: 'Shore' });
    expect(frames.join()).not.toMatch(new RegExp(`Chadia|${await idOf(hidden)}|${caucusId}`));
  });

  it('say who has joined, to those who are there', async () => {
    const page = await here.openLiveSocket(here.lead);
    await page.watch(here.spaceId);
    const notice = page.next();
    await here.join('Bilal');
    expect(await notice).toEqual({ kind: 'member-joined', spaceId: here.spaceId, name: 'Bilal' });
  });

  it('tell a person on all their screens that a space was opened to them', async () => {
    const guest = await here.join('Bilal');
    const screens = await Promise.all([here.openLiveSocket(guest), here.openLiveSocket(guest)]);
    const notices = screens.map((screen) => screen.next());
    const second = await makeProcess(here.lead, 'Second');
    const { secret } = await invite(here.lead, teamOf(second));
    await guest.post(paths.join, { secret, displayName: 'Bilal' });
    expect(await Promise.all(notices)).toEqual(
      Array(2).fill({
        kind: 'added-to-space',
        processId: second.id,
        spaceId: teamOf(second),
        title: 'Team',
      }),
    );
  });

  it('never reach somebody who is not in the space (P3)', async () => {
    const stranger = await here.join('Bilal');
    const other = await makeProcess(here.lead, 'Another');
    const page = await here.openLiveSocket(stranger);
    expect(await page.watch(crypto.randomUUID())).toBe(false);
    expect(await page.watch(teamOf(other))).toBe(false);
    await here.lead.patch(paths.process(other.id), { title: 'Hidden' });
    await here.join('Chadia', {}, teamOf(other));
    // What is sent to one page arrives in order: had there been more, it would be here by now.
    expect(await page.watch(here.spaceId)).toBe(true);
    await here.lead.patch(paths.process(here.processId), { title: 'Seen' });
    await expect.poll(() => page.heard).toHaveLength(1);
    expect(page.heard).toMatchObject([{ kind: 'process-renamed', title: 'Seen' }]);
  });

  it('of a space stop when the page opens another one', async () => {
    const second = await makeProcess(here.lead, 'Second');
    const page = await here.openLiveSocket(here.lead);
    await page.watch(here.spaceId);
    await page.watch(teamOf(second));
    await here.lead.patch(paths.process(here.processId), { title: 'Left' });
    await here.lead.patch(paths.process(second.id), { title: 'Open' });
    await expect.poll(() => page.heard).toHaveLength(1);
    expect(page.heard).toMatchObject([{ title: 'Open' }]);
  });

  it.each([[undefined], [null], [7], ['x'], [{ spaceId: 7 }], [{ spaceId: 'x'.repeat(65) }], [[]]])(
    'are not opened by %o, and the connection lives on',
    async (wish) => {
      const page = await here.openLiveSocket(here.lead);
      // A hostile page: the types of contracts do not hold it back.
      const raw = page.socket as unknown as {
        emitWithAck(event: string, wish: unknown): Promise<unknown>;
      };
      expect(await raw.emitWithAck('watch', wish)).toEqual({ watching: false });
      expect(await page.watch(here.spaceId)).toBe(true);
    },
  );

  it('survive a page that wants no answer', async () => {
    const page = await here.openLiveSocket(here.lead);
    const raw = page.socket as unknown as { emit(event: string, ...rest: unknown[]): void };
    raw.emit('watch');
    raw.emit('watch', { spaceId: here.spaceId }, 'no function');
    expect(await page.watch(here.spaceId)).toBe(true);
  });
});

describe('a live connection', () => {
  it('is closed when its session ends, and the others of that person are not', async () => {
    const other = await signInAgain(here.parley);
    const [kept, ended] = await Promise.all([
      here.openLiveSocket(here.lead),
      here.openLiveSocket(other),
    ]);
    const end = new Promise((resolve) => ended.socket.once('disconnect', resolve));
    await other.post(paths.signOut);
    await end;
    expect(await kept.watch(here.spaceId)).toBe(true);
  });

  it('is refused to the page of another site, cookies or not', async () => {
    const pageOf = 'https://evil.example';
    expect(await isLiveLineRefused(here.parley.origin, here.lead, { pageOf })).toBe(true);
  });
});
