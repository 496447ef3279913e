import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SessionAnswer } from '@parley/contracts';
import { afterEach, expect, it } from 'vitest';
import { call } from './call.ts';

let server: Server | undefined;

async function serving(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address, not a pipe's name.
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const answering = (status: number, body: string) =>
  serving((_request, response) => response.writeHead(status).end(body));

afterEach(async () => {
  const running = server;
  server = undefined;
  await new Promise((resolve) => (running ? running.close(resolve) : resolve(undefined)));
});

const nadia = { id: 'u1', kind: 'account', name: 'Nadia', color: 2 };

it('gives a valid answer', async () => {
  const value = { person: nadia, mayCreateProcesses: true, idleMinutes: null };
  const origin = await answering(200, JSON.stringify(value));
  expect(await call(origin, SessionAnswer)).toEqual({ ok: true, value });
});

it('sends its body as JSON', async () => {
  let seen: unknown;
  const origin = await serving((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      seen = { method: request.method, type: request.headers['content-type'], text };
      response.end(JSON.stringify({ person: nadia, mayCreateProcesses: false }));
    });
  });
  await call(origin, SessionAnswer, { body: { title: 'Lake' } });
  expect(seen).toEqual({ method: 'POST', type: 'application/json', text: '{"title":"Lake"}' });
});

it('believes no answer that does not validate', async () => {
  const origin = await answering(200, JSON.stringify({ person: { ...nadia, kind: 'admin' } }));
  expect(await call(origin, SessionAnswer)).toMatchObject({ ok: false, reason: 'not-understood' });
});

it('tells why the server would not, and which fields it was about', async () => {
  const origin = await answering(422, JSON.stringify({ error: 'invalid', fields: ['email'] }));
  expect(await call(origin, SessionAnswer)).toEqual({
    ok: false,
    reason: 'invalid',
    fields: ['email'],
  });
});

it.each([
  [502, '<h1>Bad gateway</h1>', 'not-understood'],
  [500, '{}', 'server-fault'],
  [418, '{"error":"teapot"}', 'not-understood'],
])('makes sense of a %i with %j', async (status, body, reason) => {
  const origin = await answering(status, body);
  expect(await call(origin, SessionAnswer)).toMatchObject({ ok: false, reason });
});

it('says when the server cannot be reached', async () => {
  const origin = await answering(200, '{}');
  const running = server;
  server = undefined;
  await new Promise((resolve) => running?.close(resolve));
  expect(await call(origin, SessionAnswer)).toMatchObject({ ok: false, reason: 'unreachable' });
});
