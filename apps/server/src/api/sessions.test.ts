import { paths } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoard } from '../testing/open-board.ts';
import { amira, signInAgain } from '../testing/sign-in.ts';
import {
  invite,
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

let parley: TestParley;
let lead: Visitor;
let spaceId: string;
beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
  spaceId = teamOf(await makeProcess(lead));
});
afterAll(() => parley.end());

const signIn = (shared = false) => signInAgain(parley, shared);
/** What a cookie that was kept opens. */
const replay = async (cookie: string) =>
  (await parley.visitor().send('GET', paths.session, undefined, { cookie })).status;

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
    const visitor = parley.visitor();
    const planted = 'parley.session_token=made-up.made-up';
    const answer = await visitor.send('POST', paths.signIn, amira, { cookie: planted });
    expect(answer.headers.getSetCookie().join()).not.toContain('made-up');
    expect(await replay(planted)).toBe(401);
  });

  it('ends twelve hours after it began, however much it is used', async () => {
    const visitor = await signIn();
    for (const hours of [5, 5, 1.9]) {
      parley.pass(hours);
      expect((await visitor.get(paths.session)).status).toBe(200);
    }
    parley.pass(0.2);
    expect((await visitor.get(paths.session)).status).toBe(401);
  });

  it('on a shared device ends after half an hour without use, and with the browser', async () => {
    const shared = parley.visitor();
    const answer = await shared.post(paths.signIn, { ...amira, shared: true });
    expect(answer.body).toMatchObject({ idleMinutes: 30 });
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).not.toMatch(/max-age/i);
    const own = await signIn();
    expect((await own.get(paths.session)).body).toMatchObject({ idleMinutes: null });
    parley.pass(0.4);
    expect((await shared.get(paths.session)).status).toBe(200);
    parley.pass(0.4);
    expect((await shared.get(paths.session)).status).toBe(200);
    parley.pass(0.6);
    expect((await shared.get(paths.session)).status).toBe(401);
    expect((await own.get(paths.session)).status).toBe(200);
  });

  it('that nobody uses closes what is open under it, though nobody asks', async () => {
    lead = await signIn(true);
    const board = await openBoard(parley, lead, spaceId);
    const closed = new Promise((resolve) => board.provider.on('closed', resolve));
    parley.pass(0.6);
    expect(await closed).toMatchObject({ code: 4401 });
    board.close();
  });

  it('is listed with browser and system for its owner, who may end it', async () => {
    const [here, there] = [await signIn(), parley.visitor()];
    const agent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
    await there.send('POST', paths.signIn, amira, { 'user-agent': agent });
    const board = await openBoard(parley, there, spaceId);
    const closed = new Promise((resolve) => board.provider.on('closed', resolve));
    const { body } = await here.get(paths.account);
    const { sessions } = body as { sessions: { id: string; browser: string; current: boolean }[] };
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const theirs = sessions.find(({ browser }) => browser === 'Firefox');
    expect(theirs).toMatchObject({ system: 'Windows', shared: false, current: false });
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|Gecko|token/);
    expect((await here.delete(paths.accountSession(theirs?.id ?? ''))).status).toBe(204);
    expect(await closed).toMatchObject({ code: 4401 });
    board.close();
    expect((await there.get(paths.session)).status).toBe(401);
    expect((await here.get(paths.session)).status).toBe(200);

    const others = [await signIn(), await signIn(true)];
    await here.post(paths.endOtherSessions);
    for (const other of others) expect((await other.get(paths.session)).status).toBe(401);
    expect((await here.get(paths.session)).status).toBe(200);
  });

  it('is nobody else’s to end or to see', async () => {
    lead = await signIn();
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    expect((await guest.get(paths.account)).status).toBe(403);
    const { body } = await lead.get(paths.account);
    const [session] = (body as { sessions: { id: string }[] }).sessions;
    expect((await guest.delete(paths.accountSession(session?.id ?? ''))).status).toBe(403);
    expect((await lead.get(paths.session)).status).toBe(200);
  });
});

describe('a guest’s session', () => {
  it('gets another secret at every join, and a planted one opens nothing afterwards (fixation)', async () => {
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
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
