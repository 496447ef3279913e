import { paths } from '@parley/contracts';
import { describe, expect, it } from 'vitest';
import { amirasParley } from '../testing/amiras-parley.ts';
import { amira, signInAgain } from '../testing/sign-in.ts';
import {
  joinAsGuest,
  makeProcess,
  openParley,
  password,
  setUpLead,
  teamOf,
} from '../testing/test-parley.ts';

describe('setting up', () => {
  it('makes the first account, signs it in, and works once', async () => {
    const parley = await openParley();
    const secret = parley.setUpSecret;
    const visitor = parley.visitor();
    const request = { secret, name: ' Amira ', email: 'Amira@Example.org', password };

    const wrong = await visitor.post(paths.setUp, { ...request, secret: 'x'.repeat(43) });
    expect(wrong).toMatchObject({ status: 404, body: { error: 'link-not-valid' } });

    const made = await visitor.post(paths.setUp, request);
    expect(made).toMatchObject({
      status: 201,
      body: { person: { kind: 'account', name: 'Amira', color: 0 }, mayCreateProcesses: true },
    });
    expect(await visitor.get(paths.session)).toMatchObject({ status: 200, body: made.body });

    const again = await parley.visitor().post(paths.setUp, { ...request, email: 'b@example.org' });
    expect(again).toMatchObject({ status: 409, body: { error: 'already-set-up' } });
    const other = await parley.visitor().post(paths.signIn, { email: 'b@example.org', password });
    expect(other.status).toBe(403);

    await parley.restart();
    expect(parley.setUpSecret).toBeUndefined();
    await parley.end();
  });

  it('gets a new link at each start until it is used; the old one stops working', async () => {
    const parley = await openParley();
    const old = parley.setUpSecret;
    await parley.restart();
    expect(parley.setUpSecret).toMatch(/^[\w-]{43}$/);
    expect(parley.setUpSecret).not.toBe(old);
    const request = { name: 'Amira', ...amira };
    const refused = await parley.visitor().post(paths.setUp, { ...request, secret: old });
    expect(refused.status).toBe(404);
    await setUpLead(parley);
    await parley.end();
  });

  it('refuses guesses after ten', async () => {
    const parley = await openParley();
    const guess = () =>
      parley.visitor().post(paths.setUp, { name: 'Eve', ...amira, secret: 'x'.repeat(43) });
    for (let count = 0; count < 10; count += 1) expect((await guess()).status).toBe(404);
    expect(await guess()).toMatchObject({ status: 429, body: { error: 'too-many-tries' } });
    await parley.end();
  });
});

describe('a session', () => {
  const here = amirasParley();

  it('begins with address and password, however the address is spelt', async () => {
    const visitor = here.visitor();
    const answer = await visitor.post(paths.signIn, { email: ' AMIRA@example.org', password });
    expect(answer).toMatchObject({ status: 200, body: { person: { name: 'Amira' } } });
    expect((await visitor.get(paths.session)).body).toEqual(answer.body);
  });

  it('has a cookie that scripts and other sites cannot use', async () => {
    const answer = await here.visitor().post(paths.signIn, amira);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/);
    expect(JSON.stringify(answer.body)).not.toMatch(/token|email/);
  });

  it('gives the same answer to a wrong password and an unknown address', async () => {
    const wrong = await here.visitor().post(paths.signIn, { ...amira, password: 'not that' });
    const unknown = await here
      .visitor()
      .post(paths.signIn, { ...amira, email: 'nobody@example.org' });
    expect(wrong).toMatchObject({ status: 403, body: { error: 'wrong-credentials' } });
    expect(unknown.status).toBe(wrong.status);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('ends on the server when somebody signs out', async () => {
    const visitor = here.visitor();
    await visitor.post(paths.signIn, amira);
    const kept = visitor.cookie;
    expect((await visitor.post(paths.signOut)).status).toBe(204);
    expect(visitor.cookie).toBe('');
    const replayed = await here.visitor().send('GET', paths.session, undefined, { cookie: kept });
    expect(replayed).toMatchObject({ status: 401, body: { error: 'no-session' } });
  });

  it('is not opened by a cookie that was changed', async () => {
    const visitor = here.visitor();
    await visitor.post(paths.signIn, amira);
    const cookie = visitor.cookie.replace(/=./, '=_');
    const forged = await here.visitor().send('GET', paths.session, undefined, { cookie });
    expect(forged.status).toBe(401);
  });

  it('of a guest ends after twelve hours', async () => {
    const lead = await signInAgain(here.parley);
    const spaceId = teamOf(await makeProcess(lead));
    const guest = await joinAsGuest(here.parley, lead, spaceId, 'Bilal');
    const mine = await guest.get(paths.session);
    expect(mine).toMatchObject({
      status: 200,
      body: { person: { kind: 'guest', name: 'Bilal' }, mayCreateProcesses: false },
    });
    here.parley.pass(12);
    expect((await guest.get(paths.session)).status).toBe(401);
  });

  it('of a guest ends when they sign out, or sign in with an account', async () => {
    const lead = await signInAgain(here.parley);
    const spaceId = teamOf(await makeProcess(lead));
    for (const leave of [
      (guest: typeof lead) => guest.post(paths.signOut),
      (guest: typeof lead) => guest.post(paths.signIn, amira),
    ]) {
      const guest = await joinAsGuest(here.parley, lead, spaceId, 'Bilal');
      const kept = guest.cookie;
      await leave(guest);
      expect(guest.cookie).not.toContain('guest');
      const replay = await here.visitor().send('GET', paths.session, undefined, { cookie: kept });
      expect(replay.status).toBe(401);
    }
  });

  it('cannot be guessed for long', async () => {
    const guess = (address: string) =>
      here.visitor().send(
        'POST',
        paths.signIn,
        { ...amira, password: 'guess' },
        {
          'x-forwarded-for': address,
        },
      );
    const answers = [];
    for (let count = 0; count < 11; count += 1) answers.push(await guess('192.0.2.7'));
    expect(answers.map((answer) => answer.status)).toEqual([...Array<number>(10).fill(403), 429]);
    // Somebody else behind the same proxy is not locked out.
    expect((await guess('192.0.2.8')).status).toBe(403);
  });
});
