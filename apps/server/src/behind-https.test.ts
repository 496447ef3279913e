import { paths } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  invite,
  makeProcess,
  openParley,
  password,
  setUpLead,
  teamOf,
  type TestParley,
} from './testing/test-parley.ts';
import type { Visitor } from './testing/visitor.ts';

/* Parley as people reach it through a proxy that ends TLS (docs/self-hosting.md). */
let parley: TestParley;
let lead: Visitor;
beforeAll(async () => {
  parley = await openParley({ PARLEY_ORIGIN: 'https://parley.example.org' });
  lead = await setUpLead(parley);
});
afterAll(() => parley.end());

const amira = { email: 'amira@example.org', password };

describe('behind https', () => {
  it('every cookie is kept to https', async () => {
    const signedIn = await parley.visitor().post(paths.signIn, amira);
    const { secret } = await invite(lead, teamOf(await makeProcess(lead)));
    const joined = await parley.visitor().post(paths.join, { secret, displayName: 'Bilal' });
    for (const { headers } of [signedIn, joined]) {
      expect(headers.getSetCookie()).not.toEqual([]);
      for (const cookie of headers.getSetCookie()) {
        expect(cookie).toMatch(/^__(Secure|Host)-/);
        expect(cookie).toMatch(/; Secure/);
      }
    }
  });

  it('sessions work as they do without', async () => {
    expect((await lead.get(paths.session)).status).toBe(200);
    expect((await lead.post(paths.signOut)).status).toBe(204);
    expect((await lead.get(paths.session)).status).toBe(401);
    expect((await lead.post(paths.signIn, amira)).status).toBe(200);
  });

  it('links lead to the public address', async () => {
    const spaceId = teamOf(await makeProcess(lead));
    const wish = { role: 'observer', capability: 'read', uses: 1, hours: 1 };
    const { body } = await lead.post(paths.invitations(spaceId), wish);
    expect(JSON.stringify(body)).toContain('"https://parley.example.org/join#');
  });

  it('browsers are told to stay with https', async () => {
    const { headers } = await lead.get('/');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('a page of this machine is a page of another site', async () => {
    const origin = 'http://localhost:3000';
    const answer = await lead.send('POST', paths.processes, { title: 'x' }, { origin });
    expect(answer.status).toBe(403);
  });
});
