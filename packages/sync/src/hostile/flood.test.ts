import { expect, test } from 'vitest';
import { closeCodes } from '../close-codes.ts';
import { ourClient, whenDoc, whenOthers, whenSaved, whenText } from '../testing/clients.ts';
import { bareSocket } from '../testing/bare-socket.ts';
import { awarenessFrame, rawClient } from '../testing/raw-client.ts';
import { admissionByQuery, openStore, startServer } from '../testing/start.ts';
import { any, item, updateOf } from '../testing/update-writer.ts';
import { messageTypes, receiptFrame, syncFrame, syncTypes } from '../wire.ts';

const megabyte = 1024 * 1024;
/** What the WebSocket layer says of a message that it will not hold in memory. */
const messageTooBig = 1009;
/** A close frame with that code. */
const tooBigClose = Buffer.from([0x88, 2, messageTooBig >> 8, messageTooBig & 255]);

test('R4: what is 60 MB large is not even read, and neither is a presence state of 5 MB', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);

  // The head of a frame says how long it is, and nothing more needs to come.
  const head = new DataView(new ArrayBuffer(14));
  head.setUint8(0, 0x82);
  head.setUint8(1, 0x80 | 127);
  head.setBigUint64(2, BigInt(60 * megabyte));
  const mallory = bareSocket(url);
  mallory.write(new Uint8Array(head.buffer));
  const answer = await mallory.reads((bytes) => bytes.includes(tooBigClose));
  expect(answer.length).toBeLessThan(megabyte);

  const presence = await rawClient(url);
  const state = { mark: 'x'.repeat(5 * megabyte) };
  presence.send(awarenessFrame([{ id: 5, clock: 1, state }]));
  expect(await presence.closed).toBe(messageTooBig);
  anna.text.insert(0, 'agreed');
  await whenText(badr.doc, 'agreed');
});

test('R4: what is sent before anybody knows who sends it is left in the network', async () => {
  const asked: PromiseWithResolvers<{ bytesRead: number }> = Promise.withResolvers();
  const known: PromiseWithResolvers<void> = Promise.withResolvers();
  const { url, sync } = await startServer(openStore(), {
    limits: { closeGraceMs: 100 },
    authorize: async (request) => {
      asked.resolve(request.socket);
      await known.promise;
      return admissionByQuery(request.url ?? '');
    },
  });
  const mallory = bareSocket(url);
  const socket = await asked.promise;
  mallory.write(new Uint8Array(32 * megabyte));
  let read = -1;
  while (read < socket.bytesRead) {
    read = socket.bytesRead;
    for (let turn = 0; turn < 200; turn += 1) await new Promise((next) => setImmediate(next));
  }
  expect(read).toBeLessThan(megabyte / 2);

  known.resolve();
  // Zeros are no frames, and end the connection as soon as they are read.
  await mallory.closed;
  expect(sync.stats().connections).toBe(0);
});

test('R4: a flood of frames costs its sender the connection, and the others nothing', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  const flood = [
    new Uint8Array([messageTypes.queryAwareness]),
    syncFrame(syncTypes.stepOne, new Uint8Array([0])),
    syncFrame(syncTypes.update, new Uint8Array([0, 0])),
    awarenessFrame([]),
  ];
  for (const frame of flood) {
    const mallory = await rawClient(url);
    for (let sent = 0; sent < 20_000; sent += 1) mallory.send(frame);
    anna.text.insert(0, '.');
    await whenText(badr.doc, anna.text.toJSON());
    expect(await mallory.closed).toBe(closeCodes.tryLater);
  }
  const pinging = await rawClient(url);
  for (let sent = 0; sent < 20_000; sent += 1) pinging.ping();
  expect(await pinging.closed).toBe(closeCodes.tryLater);
});

test('R4: who sends a lot at once without flooding is read in time, and loses nothing', async () => {
  const { url } = await startServer(openStore(), {
    limits: { framesPerSecond: 1_000, frameBurst: 100 },
  });
  const writer = await rawClient(url, 'as=anna&receipts=1');
  const badr = ourClient(url, 'badr');
  writer.send(syncFrame(syncTypes.stepTwo, new Uint8Array([0, 0])));
  const frames = 190;
  for (let clock = 0; clock < frames; clock += 1) {
    const place = clock === 0 ? { parent: 'list' } : { left: [7, clock - 1] as const };
    const structs = [item(place, any(clock))];
    writer.send(syncFrame(syncTypes.update, updateOf([{ clientId: 7, clock, structs }])));
  }
  const all = receiptFrame({ kind: 'durable', frames: frames + 1 });
  await writer.frame((frame) => Buffer.compare(frame, all) === 0);
  await whenDoc(badr.doc, () => badr.doc.getArray('list').length === frames);
});

test('R9: 100 000 presence ids from one connection are one presence', async () => {
  const { url } = await startServer(openStore(), { limits: { framesPerSecond: 10_000 } });
  const badr = ourClient(url, 'badr');
  await whenSaved(badr);
  const mallory = await rawClient(url);
  for (let frame = 0; frame < 100; frame += 1) {
    const ids = Array.from({ length: 1_000 }, (_, entry) => 1 + frame * 1_000 + entry);
    mallory.send(awarenessFrame(ids.map((id) => ({ id, clock: 1, state: { mark: 'many' } }))));
  }
  mallory.send(awarenessFrame([{ id: 1, clock: 2, state: { mark: 'last' } }]));
  await whenOthers(badr, (others) => others.some(({ mark }) => mark === 'last'));
  expect(badr.provider.awareness.getStates().size).toBe(2);
});

test('R9: the highest clock there is locks nobody out, its sender included', async () => {
  const { url } = await startServer(openStore());
  const badr = ourClient(url, 'badr');
  await whenSaved(badr);
  const clock = Number.MAX_SAFE_INTEGER;
  const mallory = await rawClient(url);
  mallory.send(awarenessFrame([{ id: 5, clock, state: { mark: 1 } }]));
  await whenOthers(badr, ([state]) => state?.mark === 1);
  mallory.send(awarenessFrame([{ id: 5, clock, state: { mark: 2 } }]));
  await whenOthers(badr, ([state]) => state?.mark === 2);
  mallory.send(awarenessFrame([{ id: 5, clock: 0, state: null }]));
  await whenOthers(badr, (others) => others.length === 0);
  const again = await rawClient(url);
  again.send(awarenessFrame([{ id: 5, clock: 1, state: { mark: 3 } }]));
  await whenOthers(badr, ([state]) => state?.mark === 3);
});
