import { request } from 'node:http';
import { boardDocumentId, paths } from '@parley/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { isLiveLineRefused } from './testing/live-socket.ts';
import { riverTalks } from './testing/river-talks.ts';

/*
 * Nothing answers without a session: no page, no API, no socket, no document (P3). The ways in are
 * named one by one; whatever else is added must stay shut.
 */
const here = riverTalks();
let spaceId: string;
let invitationId: string;
beforeEach(async () => {
  ({ spaceId } = here);
  invitationId = (await here.invite()).id;
});

describe('without a session', () => {
  it('no part of the API answers, nor says what is there', async () => {
    const asked = [
      paths.session,
      paths.signOut,
      paths.processes,
      paths.examples,
      paths.process(here.processId),
      paths.space(spaceId),
      paths.invitations(spaceId),
      paths.invitation(spaceId, invitationId),
      paths.space(crypto.randomUUID()),
      '/api',
      '/api/',
      '/api/nothing',
      '/API/Session',
      '/api//session',
      `/api/spaces/${spaceId}/../${spaceId}`,
    ];
    for (const path of asked) {
      for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
        const answer = await here.visitor().send(method, path);
        expect([method, path, answer.status, answer.body]).toEqual([
          method,
          path,
          401,
          { error: 'no-session' },
        ]);
      }
    }
  });

  it.each([
    '/',
    '/processes',
    '/s/some-space/actors',
    '/sign-in/elsewhere',
    '/joined',
    '/index.html',
    '/_app',
  ])('the page %s leads to signing in, and back', async (path) => {
    const answer = await here.visitor().get(`${path}?a=b&c`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(
      `/sign-in?next=${encodeURIComponent(`${path}?a=b&c`)}`,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/_app/../processes', '/_app/%2e%2e/processes', '/join/../processes'])(
    'the page %s is not reached around the guard',
    async (path) => {
      expect((await rawGet(path)).status).toBe(303);
    },
  );

  it.each(['//evil.example/', '/\\evil.example/'])(
    'nobody is led to another site by %s',
    async (path) => {
      expect((await rawGet(path)).location).toBe('/sign-in?next=%2F');
    },
  );

  it.each(['/set-up', '/sign-in', '/join', '/ended', '/sign-in?next=%2F', '/_app/start.js'])(
    '%s is a way in',
    async (path) => {
      expect((await here.visitor().get(path)).status).toBe(200);
    },
  );

  it('a page takes nothing but reading', async () => {
    expect((await here.visitor().post('/sign-in', {})).status).toBe(405);
  });

  it('no document opens, and a document that exists answers like one that does not', async () => {
    const known = boardDocumentId(spaceId);
    const unknown = boardDocumentId(crypto.randomUUID());
    for (const id of [known, unknown, `${spaceId}.ledger`, 'x']) {
      expect(await upgradeStatus(`/sync/${id}`, here.parley.origin)).toBe(401);
    }
  });

  it('no document opens to the page of another site', async () => {
    const path = `/sync/${boardDocumentId(spaceId)}`;
    expect(await upgradeStatus(path, 'https://evil.example')).toBe(403);
    expect(await upgradeStatus(path, undefined)).toBe(403);
  });

  it('no other path takes an upgrade', async () => {
    for (const path of ['/', '/sync', '/sync/', '/sync/a/b', '/sync/..%2fx', '/api/session']) {
      expect(await upgradeStatus(path, here.parley.origin)).toBe(404);
    }
  });

  it.each(['websocket', 'polling'] as const)('no notice is sent over %s', async (transport) => {
    const { origin } = here.parley;
    expect(await isLiveLineRefused(origin, here.visitor(), { transport })).toBe(true);
  });

  it('health says that it lives and no more', async () => {
    expect(await here.visitor().get('/healthz')).toMatchObject({
      status: 200,
      body: { alive: true },
    });
    expect(await here.visitor().get('/readyz')).toMatchObject({
      status: 200,
      body: { ready: true },
    });
  });
});

/** A request whose path is sent exactly as it is written. */
function rawGet(path: string): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(here.parley.origin);
    const sent = request({ host: '127.0.0.1', port, path }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** The HTTP status with which an upgrade is refused. */
function upgradeStatus(path: string, origin: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const url = `${here.parley.origin.replace('http', 'ws')}${path}`;
    const socket = new WebSocket(url, origin === undefined ? {} : { origin });
    socket.on('open', () => reject(new Error(`${path} opened.`)));
    socket.on('unexpected-response', (_request, answer) => {
      socket.on('error', () => undefined);
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    socket.on('error', reject);
  });
}
