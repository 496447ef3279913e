import { paths } from '@parley/contracts';
import { describe, expect, it } from 'vitest';
import { amirasParley } from '../testing/amiras-parley.ts';
import { signInAgain } from '../testing/sign-in.ts';
import { makeProcess, password, teamOf } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = amirasParley();

const ask = (visitor: Visitor, body: object = {}) => visitor.post(paths.passkeyOptions, body);

describe('a change that opens the account by other means', () => {
  it.each([paths.twoStep, paths.twoStepCodes, paths.twoStepOff])(
    'asks for the password at %s, in a fresh session too',
    async (path) => {
      const visitor = await signInAgain(here.parley);
      expect((await visitor.post(path)).status).toBe(422);
      expect((await visitor.post(path, {})).status).toBe(422);
      const wrong = await visitor.post(path, { password: 'not that one' });
      expect(wrong).toMatchObject({ status: 403, body: { error: 'wrong-password' } });
    },
  );
});

describe('adding a passkey', () => {
  it('is open to who has just signed in', async () => {
    const visitor = await signInAgain(here.parley);
    here.parley.pass(0.08);
    expect(await ask(visitor)).toMatchObject({ status: 200, body: { rp: { name: 'Parley' } } });
  });

  it('asks for the password at a page that was left open, however much it is used', async () => {
    const visitor = await signInAgain(here.parley);
    here.parley.pass(0.05);
    await visitor.get(paths.session);
    await here.openBoard(visitor, teamOf(await makeProcess(visitor)));
    here.parley.pass(0.05);
    const refused = await ask(visitor);
    expect(refused).toMatchObject({ status: 403, body: { error: 'not-fresh' } });
    // Without the question there is nothing to answer.
    expect(refused.headers.getSetCookie()).toEqual([]);
    const wrong = await ask(visitor, { password: 'not that one' });
    expect(wrong).toMatchObject({ status: 403, body: { error: 'wrong-password' } });
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expect((await ask(visitor, { password })).status).toBe(200);
  });

  it('does not begin with the question of a sign-in', async () => {
    const visitor = await signInAgain(here.parley);
    here.parley.pass(1);
    expect((await visitor.post(paths.passkeySignInOptions)).status).toBe(200);
    const response = { id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {} };
    const body = { name: 'Key', response: { ...response, response: {} } };
    expect(await visitor.post(paths.passkeys, body)).toMatchObject({
      status: 403,
      body: { error: 'passkey-not-accepted' },
    });
  });

  // The last one: it uses up the tries of the account.
  it('does not let the password be guessed', async () => {
    const visitor = await signInAgain(here.parley);
    const statuses = [];
    for (let n = 0; n < 11; n += 1) {
      statuses.push((await ask(visitor, { password: `guess ${n}` })).status);
    }
    expect(statuses[0]).toBe(403);
    expect(statuses.at(-1)).toBe(429);
    here.parley.pass(1);
    // Being asked for it costs no try.
    expect((await ask(visitor)).body).toEqual({ error: 'not-fresh' });
  });
});
