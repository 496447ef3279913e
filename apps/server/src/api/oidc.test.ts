import { paths, ProviderAnswer } from '@parley/contracts';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdentityProvider, type TestIdentityProvider } from '../testing/identity-provider.ts';
import { openParley, setUpLead, type TestParley } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

const known = {
  sub: 'a-17',
  email: 'amira@example.org',
  email_verified: true,
  name: 'Amira at the provider',
};
let provider: TestIdentityProvider;
let parley: TestParley;
beforeAll(async () => {
  provider = await openIdentityProvider(known);
  parley = await openParley({
    PARLEY_OIDC_ISSUER: provider.issuer,
    PARLEY_OIDC_CLIENT_ID: provider.clientId,
    PARLEY_OIDC_CLIENT_SECRET: provider.clientSecret,
    PARLEY_OIDC_NAME: 'Peace login',
  });
  await setUpLead(parley);
});
afterAll(async () => {
  await parley.end();
  await provider.close();
});

/** Goes to the provider and comes back to where it leads. */
async function goThere(visitor: Visitor, next = '/p/1/2', shared = false): Promise<URL> {
  const started = await visitor.post(paths.signInByProvider, { next, shared });
  const { url } = v.parse(ProviderAnswer, started.body);
  const back = await fetch(url, { redirect: 'manual' });
  return new URL(back.headers.get('location') ?? '');
}
const comeBack = (visitor: Visitor, back: URL) => visitor.get(`${back.pathname}${back.search}`);

describe('an identity provider', () => {
  it('is offered by its name', async () => {
    const { body } = await parley.visitor().get(paths.signIn);
    expect(body).toEqual({ provider: 'Peace login', mail: false });
  });

  it('signs in who has an account here, under the name that they have here', async () => {
    const visitor = parley.visitor();
    const answer = await comeBack(visitor, await goThere(visitor, '/p/1/2?a=b', true));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/p/1/2?a=b');
    expect((await visitor.get(paths.session)).body).toMatchObject({
      person: { name: 'Amira' },
      idleMinutes: 30,
    });
    // The second time by what it said the first time, whatever address it gives now.
    provider.person = { ...known, email: 'changed@example.org' };
    const again = parley.visitor();
    await comeBack(again, await goThere(again));
    expect((await again.get(paths.session)).status).toBe(200);
    provider.person = known;
  });

  it.each([
    ['nobody who has no account here', { ...known, sub: 'e-1', email: 'eve@example.org' }],
    ['nobody whose address it has not checked', { ...known, sub: 'e-2', email_verified: false }],
  ])('signs in %s', async (_, person) => {
    provider.person = person;
    const visitor = parley.visitor();
    const answer = await comeBack(visitor, await goThere(visitor));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?problem=provider');
    expect((await visitor.get(paths.session)).status).toBe(401);
    provider.person = known;
  });

  it('opens nothing in a browser that did not ask (login CSRF), nor twice', async () => {
    const visitor = parley.visitor();
    const back = await goThere(visitor);
    const other = parley.visitor();
    await comeBack(other, back);
    expect((await other.get(paths.session)).status).toBe(401);
    const fresh = await goThere(visitor);
    await comeBack(visitor, fresh);
    await visitor.post(paths.signOut);
    await comeBack(visitor, fresh);
    expect((await visitor.get(paths.session)).status).toBe(401);
  });

  it('leads nowhere but to a path of ours', async () => {
    const visitor = parley.visitor();
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      expect((await visitor.post(paths.signInByProvider, { next })).status).toBe(422);
    }
  });
});

describe('without an identity provider', () => {
  it('nothing is offered and nothing answers', async () => {
    const plain = await openParley();
    const visitor = plain.visitor();
    expect((await visitor.get(paths.signIn)).body).toEqual({ provider: null, mail: false });
    expect((await visitor.post(paths.signInByProvider, { next: '/' })).status).toBe(404);
    expect((await visitor.get(`${paths.providerCallback}?code=1&state=2`)).status).toBe(404);
    await plain.end();
  });
});
