import { paths } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../testing/desk.ts';
import { openMailServer, type TestMailServer } from '../testing/mail-server.ts';
import { closing, openBoard } from '../testing/open-board.ts';
import { amira, postFromAfar, signInAgain } from '../testing/sign-in.ts';
import {
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';

let mailServer: TestMailServer;
let parley: TestParley;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  mailServer = await openMailServer();
  parley = await openParley({
    PARLEY_SMTP_URL: mailServer.url,
    PARLEY_SMTP_FROM: 'Parley <parley@example.org>',
  });
  await setUpLead(parley);
  desk = await openDesk(parley);
});
afterAll(async () => {
  await desk.close();
  await parley.end();
  await mailServer.close();
});

const secretIn = (text: string | undefined) => /\/reset#([\w-]{43})/.exec(text ?? '')?.[1];
const reset = (secret: string | undefined, password: string) =>
  postFromAfar(parley.visitor(), paths.reset, { secret, password });
const signInWith = async (password: string) =>
  (await postFromAfar(parley.visitor(), paths.signIn, { ...amira, password })).status;

describe('a link for a new password', () => {
  it('sets it once, and ends every session and what is open under it', async () => {
    const open = await signInAgain(parley);
    const board = await openBoard(parley, open, teamOf(await makeProcess(open)));
    const closed = closing(board);
    const secret = secretIn((await desk.createResetLink(amira.email))?.url);
    const fresh = 'a fresh long password';
    expect((await reset(secret, fresh)).status).toBe(204);
    expect(await closed).toMatchObject({ code: 4401 });
    board.close();
    expect((await open.get(paths.session)).status).toBe(401);
    expect(await signInWith(amira.password)).toBe(403);
    expect(await signInWith(fresh)).toBe(200);
    const again = await reset(secret, 'yet another long one');
    expect(again).toMatchObject({ status: 404, body: { error: 'link-not-valid' } });
    expect(await signInWith(fresh)).toBe(200);
  });

  it('wins once when it is used twice at the same time', async () => {
    const secret = secretIn((await desk.createResetLink(amira.email))?.url);
    const statuses = await Promise.all(
      ['one long password', 'two long passwords'].map(
        async (it) => (await reset(secret, it)).status,
      ),
    );
    expect(statuses.sort()).toEqual([204, 404]);
  });

  it('stops working when another was used', async () => {
    const first = secretIn((await desk.createResetLink(amira.email))?.url);
    const second = secretIn((await desk.createResetLink(amira.email))?.url);
    expect((await reset(second, amira.password)).status).toBe(204);
    expect((await reset(first, 'a wholly other one')).status).toBe(404);
  });

  it('takes no password that is too short, and is good for another try then', async () => {
    const secret = secretIn((await desk.createResetLink(amira.email))?.url);
    expect(await reset(secret, 'short')).toMatchObject({ status: 422 });
    expect((await reset(secret, amira.password)).status).toBe(204);
  });

  it('is the first password of an account that was made without one', async () => {
    await desk.create({ name: 'Bilal', email: 'bilal@example.org' });
    const secret = secretIn((await desk.createResetLink('bilal@example.org'))?.url);
    await reset(secret, 'the very first one');
    const answer = await postFromAfar(parley.visitor(), paths.signIn, {
      email: 'bilal@example.org',
      password: 'the very first one',
    });
    expect(answer).toMatchObject({ status: 200, body: { person: { name: 'Bilal' } } });
  });

  it('cannot be guessed for long', async () => {
    const guess = () =>
      parley.visitor().post(paths.reset, { secret: 'x'.repeat(43), password: amira.password });
    for (let count = 0; count < 10; count += 1) expect((await guess()).status).toBe(404);
    expect((await guess()).status).toBe(429);
  });
});

describe('mail', () => {
  it('brings a link to who has an account, names nobody, and says nothing to who asks', async () => {
    const ask = (email: string) => postFromAfar(parley.visitor(), paths.resetMail, { email });
    const unknown = await ask('nobody@example.org');
    const known = await ask('Amira@example.org');
    expect(known.status).toBe(204);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    const [mail = '', ...more] = await mailServer.received(1);
    expect(more).toEqual([]);
    expect(mail).toMatch(/^To: amira@example\.org\r$/m);
    expect(mail).not.toContain('Amira');
    const secret = secretIn(mail.replaceAll(/=\r\n/g, ''));
    expect((await reset(secret, amira.password)).status).toBe(204);
  });
});
