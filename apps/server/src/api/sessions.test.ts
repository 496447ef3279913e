import { paths } from '@parley/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { amirasParley } from '../testing/amiras-parley.ts';
import { closing } from '../testing/open-board.ts';
import { amira, signInAgain } from '../testing/sign-in.ts';
import { invite, joinAsGuest, makeProcess, teamOf } from '../testing/test-parley.ts';

const here = amirasParley();
let spaceId: string;
beforeAll(async () => {
  spaceId = teamOf(await makeProcess(here.lead));
});

const signIn = (shared = false) => signInAgain(here.parley, shared);
/** What a cookie that was kept opens. */
const replay = async (cookie: string) =>
  (await here.visitor().send('GET', paths.session, undefined, { cookie })).status;

describe('a session of an account', () => {
  it('gets another cookie at every sign-in, and what was there before opens nothing (fixation)', async () => {
    const visitor = await signIn();
    const planted = visitor.cookie;
    await visitor.post(paths.signIn, amira);
    expect(visitor.cookie).not.toBe(planted);
    expect(await replay(visitor.cookie)).toBe(200);
    expect(await replay(planted)).toBe(401);
  });

  it('takes no cookie that somebody made up', async () => {
    const visitor = here.visitor();
    const planted = 'parley.session_token=made-up.made-up';
    const answer = await visitor.send('POST', paths.signIn, amira, { cookie: planted });
    expect(answer.headers.getSetCookie().join()).not.toContain('made-up');
    expect(await replay(planted)).toBe(401);
  });

  it('ends twelve hours after it began, however much it is used', async () => {
    const visitor = await signIn();
    for (const hours of [5, 5, 1.9]) {
      here.parley.pass(hours);
      expect((await visitor.get(paths.session)).status).toBe(200);
    }
    here.parley.pass(0.2);
    expect((await visitor.get(paths.session)).status).toBe(401);
  });

  it('on a shared device ends after half an hour without use, and with the browser', async () => {
    const shared = here.visitor();
    const answer = await shared.post(paths.signIn, { ...amira, shared: true });
    expect(answer.body).toMatchObject({ idleMinutes: 30 });
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).not.toMatch(/max-age/i);
    const own = await signIn();
    expect((await own.get(paths.session)).body).toMatchObject({ idleMinutes: null });
    here.parley.pass(0.4);
    expect((await shared.get(paths.session)).status).toBe(200);
    here.parley.pass(0.4);
    expect((await shared.get(paths.session)).status).toBe(200);
    here.parley.pass(0.6);
    expect((await shared.get(paths.session)).status).toBe(401);
    expect((await own.get(paths.session)).status).toBe(200);
  });

  it('that nobody uses closes what is open under it, though nobody asks', async () => {
    const lead = await signIn(true);
    const board = await here.openBoard(lead, spaceId);
    const closed = closing(board);
    here.parley.pass(0.6);
    expect(await closed).toMatchObject({ code: 4401 });
  });

  it('is listed with browser and system for its owner, who may end it', async () => {
    const [mine, there] = [await signIn(), here.visitor()];
    const agent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
    await there.send('POST', paths.signIn, amira, { 'user-agent': agent });
    const board = await here.openBoard(there, spaceId);
    const closed = closing(board);
    const { body } = await mine.get(paths.account);
    const { sessions } = body as { sessions: { id: string; browser: string; current: boolean }[] };
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const theirs = sessions.find(({ browser }) => browser === 'Firefox');
    expect(theirs).toMatchObject({ system: 'Windows', shared: false, current: false });
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|Gecko|token/);
    expect((await mine.delete(paths.accountSession(theirs?.id ?? ''))).status).toBe(204);
    expect(await closed).toMatchObject({ code: 4401 });
    expect((await there.get(paths.session)).status).toBe(401);
    expect((await mine.get(paths.session)).status).toBe(200);

    const others = [await signIn(), await signIn(true)];
    await mine.post(paths.endOtherSessions);
    for (const other of others) expect((await other.get(paths.session)).status).toBe(401);
    expect((await mine.get(paths.session)).status).toBe(200);
  });

  it('is nobody else’s to end or to see', async () => {
    const lead = await signIn();
    const guest = await joinAsGuest(here.parley, lead, spaceId, 'Bilal');
    expect((await guest.get(paths.account)).status).toBe(403);
    const { body } = await lead.get(paths.account);
    const [session] = (body as { sessions: { id: string }[] }).sessions;
    expect((await guest.delete(paths.accountSession(session?.id ?? ''))).status).toBe(403);
    expect((await lead.get(paths.session)).status).toBe(200);
  });
});

describe('a guest’s session', () => {
  it('gets another secret at every join, and a planted one opens nothing afterwards (fixation)', async () => {
    const lead = await signIn();
    const guest = await joinAsGuest(here.parley, lead, spaceId, 'Bilal');
    const planted = guest.cookie;
    const other = teamOf(await makeProcess(lead, 'Another'));
    const { secret } = await invite(lead, other);
    await guest.post(paths.join, { secret, displayName: 'Bilal' });
    expect(guest.cookie).not.toBe(planted);
    expect(await replay(planted)).toBe(401);
    expect((await guest.get(paths.space(spaceId))).status).toBe(200);
    expect((await guest.get(paths.space(other))).status).toBe(200);
  });
});
