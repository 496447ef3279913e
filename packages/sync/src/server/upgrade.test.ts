import { expect, test } from 'vitest';
import { closeCodes } from '../close-codes.ts';
import {
  documentId,
  ourClient,
  stockClient,
  whenClosed,
  whenSaved,
  whenState,
  whenText,
} from '../testing/clients.ts';
import { rawClient, refusedStatus } from '../testing/raw-client.ts';
import { admissionByQuery, openStore, startServer } from '../testing/start.ts';
import { messageTypes, syncFrame, syncTypes } from '../wire.ts';

const known = new Set([documentId]);

/** `?session=none` has no session; unknown documents and `?as=stranger` are not found. */
const authorize = (request: { url?: string | undefined }, id: string) => {
  const url = request.url ?? '';
  if (url.includes('session=none')) return Promise.resolve({ kind: 'no-session' } as const);
  if (url.includes('broken')) return Promise.reject(new Error('the session store is away'));
  if (!known.has(id) || url.includes('stranger'))
    return Promise.resolve({ kind: 'not-found' } as const);
  return Promise.resolve(admissionByQuery(url));
};

test('R1: a wrong or missing Origin is answered by 403, before anybody is asked who it is', async () => {
  let asked = 0;
  const { url } = await startServer(openStore(), {
    allowedOrigins: ['https://parley.example'],
    authorize: (request) => {
      asked += 1;
      return Promise.resolve(admissionByQuery(request.url ?? ''));
    },
  });
  expect((await refusedStatus(`${url}/lake`)).status).toBe(403);
  const foreign = { headers: { origin: 'https://elsewhere.example' } };
  expect((await refusedStatus(`${url}/lake`, foreign)).status).toBe(403);
  expect((await refusedStatus(`${url}/lake?receipts=1`, foreign)).status).toBe(403);
  expect(asked).toBe(0);

  await rawClient(url, '', { headers: { origin: 'https://parley.example' } });
  expect(asked).toBe(1);
});

test('R1: no session is answered by 401, and by 4401 to our own client', async () => {
  const { url } = await startServer(openStore(), { authorize });
  expect((await refusedStatus(`${url}/lake?session=none`)).status).toBe(401);

  const ours = ourClient(url, 'anna', { params: { session: 'none' } });
  await whenState(ours, ({ connection }) => connection === 'refused');
  expect(ours.provider.state.closeCode).toBe(closeCodes.sessionEnded);
});

test('R1: an unknown and a forbidden document give the same answer', async () => {
  const store = openStore();
  const { url } = await startServer(store, { authorize });
  const unknown = await refusedStatus(`${url}/nowhere`);
  const forbidden = await refusedStatus(`${url}/lake?as=stranger`);
  expect(unknown.status).toBe(404);
  expect(forbidden).toEqual(unknown);
  expect(store.counts.load).toBe(0);

  const ours = ourClient(url, 'stranger');
  await whenState(ours, ({ connection }) => connection === 'refused');
  expect(ours.provider.state.closeCode).toBe(closeCodes.notFound);
});

test('R2: when access cannot be checked nobody is let in, and clients try again', async () => {
  const { url, events } = await startServer(openStore(), { authorize });
  expect((await refusedStatus(`${url}/lake?broken`)).status).toBe(503);
  expect(events.map(({ kind }) => kind)).toEqual(['authorize-failed']);

  const ours = ourClient(url, 'anna', { params: { broken: '' } });
  await whenState(ours, ({ connection }) => connection === 'offline');
  expect(ours.provider.state.closeCode).toBe(closeCodes.tryLater);
});

test('R3: a reader is never asked for its state', async () => {
  const { url } = await startServer(openStore());
  const reader = await rawClient(url, 'as=rana&may=read&receipts=1');
  const oneOfNothing = syncFrame(syncTypes.stepOne, new Uint8Array([0]));
  reader.send(oneOfNothing);
  await reader.frame(([type, sync]) => type === messageTypes.sync && sync === syncTypes.stepTwo);
  const asked = reader.frames.filter(
    ([type, sync]) => type === messageTypes.sync && sync === syncTypes.stepOne,
  );
  expect(asked).toEqual([]);
});

test('R3: an update from a reader is answered by 4403 and changes nothing', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'agreed');
  await whenSaved(anna);
  const { append } = store.counts;

  const reader = stockClient(url, 'rana', { may: 'read' });
  await whenText(reader.doc, 'agreed');
  const closed = whenClosed(reader);
  reader.text.insert(0, 'not ');
  expect((await closed).code).toBe(closeCodes.notAllowed);

  anna.text.insert(6, '!');
  await whenSaved(anna);
  expect(anna.text.toJSON()).toBe('agreed!');
  expect(store.counts.append).toBe(append + 1);
});

test('R3: our client is told that it may only read', async () => {
  const { url } = await startServer(openStore());
  const reader = ourClient(url, 'rana', { params: { may: 'read' } });
  await whenState(reader, ({ capability }) => capability === 'read');
});
