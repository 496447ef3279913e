import { paths, TwoStepAnswer } from '@parley/contracts';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeNow } from '../testing/authenticator.ts';
import { amira, postFromAfar, signInAgain } from '../testing/sign-in.ts';
import { amirasParley } from '../testing/amiras-parley.ts';
import { makeProcess, password, teamOf } from '../testing/test-parley.ts';

const here = amirasParley();
let spaceId: string;
beforeAll(async () => {
  spaceId = teamOf(await makeProcess(here.lead));
});

const signIn = (shared = false) => signInAgain(here.parley, shared);

describe('the second step', () => {
  let secret = '';
  let recoveryCodes: readonly string[] = [];
  const step = 30_000;
  /** The code of now, and those before and after it that are good as well: each opens one thing. */
  const code = (steps: -1 | 0 | 1 = 0) => codeNow(secret, Date.now() + steps * step);

  it('is turned on with the password and a right code, and the session stays what it was', async () => {
    const shared = await signIn(true);
    const board = await here.openBoard(shared, spaceId);
    const wrong = await shared.post(paths.twoStep, { password: 'not that one' });
    expect(wrong).toMatchObject({ status: 403, body: { error: 'wrong-password' } });
    const started = v.parse(TwoStepAnswer, (await shared.post(paths.twoStep, { password })).body);
    ({ secret, recoveryCodes } = started);
    expect(started.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(recoveryCodes).toHaveLength(10);
    // Begun is not on: nobody locks themselves out by half.
    await signIn();
    const off = await shared.post(paths.twoStepConfirm, { code: '000000' });
    expect(off).toMatchObject({ status: 403, body: { error: 'wrong-code' } });
    expect((await shared.post(paths.twoStepConfirm, { code: code(-1) })).status).toBe(204);
    expect((await shared.get(paths.session)).body).toMatchObject({ idleMinutes: 30 });
    expect((await shared.get(paths.account)).body).toMatchObject({
      twoStep: { on: true, codesLeft: 10 },
    });
    expect(board.provider.wsconnected).toBe(true);
  });

  it('is asked for after the password, which alone opens nothing', async () => {
    const visitor = here.visitor();
    const first = await postFromAfar(visitor, paths.signIn, amira);
    expect(first).toMatchObject({ status: 200, body: { codeWanted: true } });
    expect(JSON.stringify(first.body)).not.toContain('Amira');
    expect((await visitor.get(paths.session)).status).toBe(401);
    const wrong = await postFromAfar(visitor, paths.signInByCode, { kind: 'app', code: '000000' });
    expect(wrong).toMatchObject({ status: 403, body: { error: 'wrong-code' } });
    const done = await postFromAfar(visitor, paths.signInByCode, { kind: 'app', code: code() });
    expect(done).toMatchObject({ status: 200, body: { person: { name: 'Amira' } } });
    expect((await visitor.get(paths.session)).status).toBe(200);
  });

  it('takes no code a second time, from whomever, and another all the same', async () => {
    const by = async (tried: string) => {
      const visitor = here.parley.visitor();
      await postFromAfar(visitor, paths.signIn, amira);
      const answer = await postFromAfar(visitor, paths.signInByCode, { kind: 'app', code: tried });
      const session = await visitor.get(paths.session);
      return [answer.status, session.status, (answer.body as { error?: string }).error];
    };
    const open = async () => {
      const { body } = await here.lead.get(paths.account);
      return (body as { sessions: unknown[] }).sessions.length;
    };
    const before = await open();
    const next = code(1);
    // Two at once: one of them comes in.
    const twice = await Promise.all([by(next), by(next)]);
    expect(twice.toSorted()).toEqual([
      [200, 200, undefined],
      [403, 401, 'code-used'],
    ]);
    expect(await by(next)).toEqual([403, 401, 'code-used']);
    // The sessions that it would have opened are not there either.
    expect(await open()).toBe(before + 1);
  });

  it('cannot be made without the first', async () => {
    const alone = await postFromAfar(here.visitor(), paths.signInByCode, {
      kind: 'app',
      code: code(),
    });
    expect(alone).toMatchObject({ status: 403, body: { error: 'sign-in-again' } });
  });

  it('allows five wrong codes for one sign-in', async () => {
    const visitor = here.visitor();
    await postFromAfar(visitor, paths.signIn, amira);
    const guess = (tried: string) =>
      postFromAfar(visitor, paths.signInByCode, { kind: 'app', code: tried });
    for (let count = 0; count < 5; count += 1) await guess('000000');
    expect(await guess(code())).toMatchObject({ status: 403, body: { error: 'sign-in-again' } });
  });

  it('takes each recovery code once, and new ones in place of all', async () => {
    const by = async (tried: string | undefined) => {
      const visitor = here.visitor();
      await postFromAfar(visitor, paths.signIn, amira);
      return postFromAfar(visitor, paths.signInByCode, { kind: 'recovery', code: tried });
    };
    expect((await by(recoveryCodes[0])).status).toBe(200);
    expect((await by(recoveryCodes[0])).status).toBe(403);
    const made = await here.lead.post(paths.twoStepCodes, { password });
    const fresh = (made.body as { recoveryCodes: string[] }).recoveryCodes;
    expect((await by(recoveryCodes[1])).status).toBe(403);
    expect((await by(fresh[0])).status).toBe(200);
    expect((await here.lead.post(paths.twoStepCodes, { password: 'wrong' })).status).toBe(403);
  });

  it('is turned off with the password alone', async () => {
    expect((await here.lead.post(paths.twoStepOff, { password: 'not that one' })).status).toBe(403);
    expect((await here.lead.post(paths.twoStepOff, { password })).status).toBe(204);
    await signIn();
  });
});
