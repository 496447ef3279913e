import { paths } from '@parley/contracts';
import { describe, expect, it } from 'vitest';
import { amirasParley } from './testing/amiras-parley.ts';
import { amira } from './testing/sign-in.ts';
import { invite, makeProcess, teamOf } from './testing/test-parley.ts';

/* Parley as people reach it through a proxy that ends TLS (docs/self-hosting.md). */
const here = amirasParley({ PARLEY_ORIGIN: 'https://parley.example.org' });

describe('behind https', () => {
  it('every cookie is kept to https', async () => {
    const signedIn = await here.visitor().post(paths.signIn, amira);
    const { secret } = await invite(here.lead, teamOf(await makeProcess(here.lead)));
    const joined = await here.visitor().post(paths.join, { secret, displayName: 'Bilal' });
    for (const { headers } of [signedIn, joined]) {
      expect(headers.getSetCookie()).not.toEqual([]);
      for (const cookie of headers.getSetCookie()) {
        expect(cookie).toMatch(/^__(Secure|Host)-/);
        expect(cookie).toMatch(/; Secure/);
      }
    }
  });

  it('sessions work as they do without', async () => {
    expect((await here.lead.get(paths.session)).status).toBe(200);
    expect((await here.lead.post(paths.signOut)).status).toBe(204);
    expect((await here.lead.get(paths.session)).status).toBe(401);
    expect((await here.lead.post(paths.signIn, amira)).status).toBe(200);
  });

  it('links lead to the public address', async () => {
    const spaceId = teamOf(await makeProcess(here.lead));
    const wish = { role: 'observer', capability: 'read', uses: 1, hours: 1 };
    const { body } = await here.lead.post(paths.invitations(spaceId), wish);
    expect(JSON.stringify(body)).toContain('"https://parley.example.org/join#');
  });

  it('browsers are told to stay with https', async () => {
    const { headers } = await here.lead.get('/');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('a page of this machine is a page of another site', async () => {
    const origin = 'http://localhost:3000';
    const answer = await here.lead.send('POST', paths.processes, { title: 'x' }, { origin });
    expect(answer.status).toBe(403);
  });
});
