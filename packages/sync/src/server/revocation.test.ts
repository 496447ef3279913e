import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { closeCodes } from '../close-codes.ts';
import {
  documentId,
  ourClient,
  stockClient,
  whenDoc,
  whenSaved,
  whenState,
  whenSynced,
  whenText,
} from '../testing/clients.ts';
import { rawClient, refusedStatus } from '../testing/raw-client.ts';
import { admissionByQuery, openStore, startServer, type Running } from '../testing/start.ts';
import { messageTypes, syncFrame, syncTypes, type Capability } from '../wire.ts';
import type { Admission, OpenConnection, UpdateStore } from './index.ts';

/** Longest time from a change of access to the last byte, in ms. */
const promised = 1_000;

/** A server whose answer to what badr may do can change. */
async function startWithAccess(store: UpdateStore): Promise<
  Running & {
    /** The server's ends of badr's lines. */
    readonly lines: readonly Socket[];
    readonly withdraw: (to?: Capability | 'all' | 'unknown') => Promise<void>;
  }
> {
  const lines: Socket[] = [];
  let now: Capability | 'all' | 'unknown' | null = null;
  const decide = (admission: Admission, id: string): Promise<Admission> => {
    if (id !== 'id-of-badr' || now === null) return Promise.resolve(admission);
    if (now === 'unknown') return Promise.reject(new Error('the registry is away'));
    if (now === 'all') return Promise.resolve({ kind: 'not-found' });
    return Promise.resolve({ ...admission, capability: now } as Admission); // was admitted
  };
  const running = await startServer(store, {
    authorize: (request) => {
      const admission = admissionByQuery(request.url ?? '');
      if (request.url?.includes('as=badr') === true) lines.push(request.socket);
      return decide(admission, admission.kind === 'admitted' ? admission.identity.id : '');
    },
    reauthorize: ({ capability, identity }: OpenConnection) =>
      decide({ kind: 'admitted', capability, identity }, identity.id),
  });
  return {
    ...running,
    lines,
    withdraw: (to = 'all') => {
      now = to;
      return running.sync.recheck(({ identity }) => identity.id === 'id-of-badr');
    },
  };
}

/** When the last byte came, by the clock of `performance.now`. */
function lastByte(socket: Socket): { readonly at: number; readonly bytes: number } {
  const seen = { at: 0, bytes: 0 };
  socket.on('data', (data: Buffer) => {
    seen.at = performance.now();
    seen.bytes += data.byteLength;
  });
  return seen;
}

/** A line that only counts bytes, so that nothing about frames hides what still comes. */
async function bareLine(url: string, name: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = createConnection({ host: hostname, port: Number(port) });
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    `GET /${documentId}?as=${name} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\n` +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`,
  );
  return socket;
}

/** Resolves when the line is gone, in whatever way. */
const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });

/** A frame as a client must send it, masked with zeros. */
function clientFrame(payload: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([0x82, 0x80 | payload.byteLength, 0, 0, 0, 0]), payload]);
}

const askForAll = clientFrame(syncFrame(syncTypes.stepOne, new Uint8Array([0])));

test('R2: who loses access while nothing happens is closed with 4403 and stays out', async () => {
  const { url, withdraw } = await startWithAccess(openStore());
  const badr = ourClient(url, 'badr');
  await whenSaved(badr);
  const changedAt = performance.now();
  await withdraw();
  await whenState(badr, ({ connection }) => connection === 'refused');
  expect(performance.now() - changedAt).toBeLessThan(promised);
  expect(badr.provider.state.closeCode).toBe(closeCodes.notAllowed);
});

test('R2: who loses access under load receives nothing a second later, and others everything', async () => {
  const { url, withdraw } = await startWithAccess(openStore());
  const line = await bareLine(url, 'badr');
  const seen = lastByte(line);
  line.write(askForAll);
  const writers = Array.from({ length: 10 }, (_, i) => ourClient(url, `writer-${i}`));
  const carla = stockClient(url, 'carla');
  await Promise.all([...writers.map(whenSaved), whenSynced(carla)]);
  const writing = setInterval(() => writers.forEach(({ text }) => text.insert(0, 'word ')), 5);
  onTestFinished(() => clearInterval(writing));
  while (seen.bytes < 50_000) await once(line, 'data');

  const changedAt = performance.now();
  await withdraw();
  await ended(line);
  expect(performance.now() - changedAt).toBeLessThan(promised);
  const { bytes } = seen;
  const length = carla.text.length;
  await new Promise<void>((resolve) => {
    carla.doc.on('update', () => carla.text.length > length + 5_000 && resolve());
  });
  expect(seen.bytes).toBe(bytes);
  expect(seen.at - changedAt).toBeLessThan(promised);
});

test('R2: who loses access while a large document is on its way is not sent the rest', async () => {
  const { url, sync, lines, withdraw } = await startWithAccess(openStore());
  const size = 40 * 1024 * 1024;
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'x'.repeat(size)));
  const line = await bareLine(url, 'badr');
  const seen = lastByte(line);
  line.write(askForAll);
  while (seen.bytes < 100_000) await once(line, 'data');
  // A network that takes nothing more for now.
  line.pause();

  const changedAt = performance.now();
  await withdraw();
  for (const ownEnd of lines) await ended(ownEnd);
  expect(performance.now() - changedAt).toBeLessThan(promised);
  // What had left the server by then is all that there ever is.
  line.resume();
  await ended(line);
  expect(seen.bytes).toBeLessThan(size / 2);
});

test('R2: what was queued when the right to edit ended is not stored, and reading goes on', async () => {
  const store = openStore();
  const { url, withdraw } = await startWithAccess(store);
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  const commit = store.hold('append');
  anna.text.insert(0, 'agreed');
  await commit.arrived;
  badr.text.insert(0, 'not ');
  badr.provider.setPresence({ mark: 1 });
  await new Promise<void>((resolve) => anna.provider.awareness.once('change', () => resolve()));

  await withdraw('read');
  await whenState(badr, ({ capability }) => capability === 'read');
  commit.release();
  await whenSaved(anna);
  anna.text.insert(6, ' by all');
  await whenDoc(badr.doc, () => badr.text.toJSON().includes('agreed by all'));
  expect(badr.text.toJSON()).toContain('not ');
  expect(badr.provider.state).toMatchObject({ connection: 'connected', pending: 1 });
  const carla = ourClient(url, 'carla');
  await whenText(carla.doc, 'agreed by all');
});

test('R2, R3: a change that crosses the news is refused, and our client reads on', async () => {
  const { url, sync, withdraw } = await startWithAccess(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  const closeSeen = whenState(badr, ({ closeCode }) => closeCode === closeCodes.notAllowed);
  const withdrawn = withdraw('read');
  badr.text.insert(0, 'mine');
  await Promise.all([withdrawn, closeSeen]);
  await whenState(badr, ({ synced, capability }) => synced && capability === 'read');
  expect(badr.provider.state).toMatchObject({ connection: 'connected', pending: 1 });
  badr.text.insert(4, ' too');
  anna.text.insert(0, 'theirs');
  await whenDoc(badr.doc, () => badr.text.toJSON().includes('theirs'));
  expect(badr.provider.state).toMatchObject({ connection: 'connected', pending: 2 });
  expect(anna.text.toJSON()).toBe('theirs');
  expect(sync.stats().refusedConnections).toBe(1);
});

test('R2: who may edit from now on comes back and can', async () => {
  const { url, withdraw } = await startWithAccess(openStore());
  await withdraw('read');
  const badr = ourClient(url, 'badr');
  await whenState(badr, ({ capability, synced }) => synced && capability === 'read');
  badr.text.insert(0, 'at last');
  await withdraw('edit');
  await whenState(badr, ({ capability }) => capability === 'edit');
  await whenSaved(badr);
});

test('R2: when access cannot be looked up again the connection is closed with 1013', async () => {
  const { url, withdraw, events } = await startWithAccess(openStore());
  const badr = await rawClient(url, 'as=badr');
  await badr.frame(([type]) => type === messageTypes.sync);
  await withdraw('unknown');
  expect(await badr.closed).toBe(closeCodes.tryLater);
  expect(events.map(({ kind }) => kind)).toEqual(['recheck-failed']);
});

test('R2: nobody is let in while nobody says whether they may', async () => {
  const { url, events } = await startServer(openStore(), {
    authorize: () => new Promise(() => undefined),
    limits: { authorizeMs: 50 },
  });
  expect((await refusedStatus(`${url}/${documentId}?as=badr`)).status).toBe(503);
  expect(events.map(({ kind }) => kind)).toEqual(['authorize-failed']);
});

test('R2: an answer that does not come counts as none', async () => {
  const { url, sync } = await startServer(openStore(), {
    reauthorize: () => new Promise(() => undefined),
  });
  const badr = await rawClient(url, 'as=badr');
  await badr.frame(([type]) => type === messageTypes.sync);
  const changedAt = performance.now();
  await sync.recheck(() => true);
  expect(await badr.closed).toBe(closeCodes.tryLater);
  expect(performance.now() - changedAt).toBeLessThan(promised);
});

test('R2: a change between the check and the first frame is noticed', async () => {
  const looking: PromiseWithResolvers<void> = Promise.withResolvers();
  const release: PromiseWithResolvers<Admission> = Promise.withResolvers();
  let asked = 0;
  const { url, sync } = await startServer(openStore(), {
    authorize: () => {
      asked += 1;
      if (asked > 1) return Promise.resolve({ kind: 'not-found' });
      looking.resolve();
      return release.promise;
    },
  });
  const badr = ourClient(url, 'badr');
  await looking.promise;
  await sync.recheck(() => true);
  release.resolve(admissionByQuery('/lake?as=badr'));
  await whenState(badr, ({ connection }) => connection === 'refused');
  expect(badr.provider.state).toMatchObject({ closeCode: closeCodes.notFound });
  expect(asked).toBe(2);
});
