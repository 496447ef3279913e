import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import {
  documentId,
  ourClient,
  stockClient,
  whenDoc,
  whenOthers,
  whenSaved,
  whenState,
  whenSynced,
  whenText,
} from '../testing/clients.ts';
import { awarenessFrame, rawClient } from '../testing/raw-client.ts';
import { openStore, startServer, storeFile } from '../testing/start.ts';
import { messageTypes, syncFrame, syncTypes } from '../wire.ts';

test('R6: nobody sees a change, and nobody is told that it is kept, before it is committed', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);

  const commit = store.hold('append');
  anna.text.insert(0, 'secret');
  await commit.arrived;
  // Frames to one client keep their order: had the change been sent, it would be here first.
  anna.provider.setPresence({ mark: 1 });
  await whenOthers(badr, (others) => others.some(({ mark }) => mark === 1));
  badr.provider.setPresence({ mark: 2 });
  await whenOthers(anna, (others) => others.some(({ mark }) => mark === 2));
  expect(badr.text.toJSON()).toBe('');
  expect(anna.provider.state.pending).toBe(1);

  commit.release();
  await whenText(badr.doc, 'secret');
  await whenSaved(anna);
});

test('R6: who joins during a commit is answered with durable state only', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);

  const commit = store.hold('append');
  anna.text.insert(0, 'not yet');
  await commit.arrived;
  const badr = await rawClient(url, 'as=badr');
  badr.send(syncFrame(syncTypes.stepOne, new Uint8Array([0])));
  badr.send(awarenessFrame([{ id: 7, clock: 1, state: { mark: 1 } }]));
  // Her presence went out after her question came in.
  await whenOthers(anna, (others) => others.some(({ mark }) => mark === 1));
  const answers = (): readonly Uint8Array[] =>
    badr.frames.filter(([type, sync]) => type === messageTypes.sync && sync === syncTypes.stepTwo);
  expect(answers()).toEqual([]);
  // The commit fails, so the answer must not hold the change.
  const second = store.hold('append');
  commit.release(new Error('disk full'));
  await badr.frame(([type, sync]) => type === messageTypes.sync && sync === syncTypes.stepTwo);
  expect(answers()).toEqual([syncFrame(syncTypes.stepTwo, new Uint8Array([0, 0]))]);
  second.release();
  await badr.frame((frame) => includes(frame, 'not yet'));
});

test('R6: what came during a commit is one commit, and one frame to each of the others', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const anna = ourClient(url, 'anna');
  const badr = await rawClient(url, 'as=badr');
  badr.send(syncFrame(syncTypes.stepOne, new Uint8Array([0])));
  await whenSaved(anna);

  const commit = store.hold('append');
  anna.text.insert(0, 'a');
  await commit.arrived;
  for (const letter of 'bcdefgh') anna.text.insert(anna.text.length, letter);
  // Presence overtakes commits, so when this has come the changes before it have come too.
  anna.provider.setPresence({ mark: 1 });
  await badr.frame((frame) => frame[0] === messageTypes.awareness && includes(frame, '"mark":1'));
  commit.release();
  await whenSaved(anna);
  expect(store.counts.append).toBe(2);

  const doc = new Y.Doc();
  const updates = (): number =>
    badr.frames.filter(([type, sync]) => type === 0 && sync === syncTypes.update).length;
  await badr.frame(() => updates() === 2);
  for (const frame of badr.frames.filter(([type, sync]) => type === 0 && sync !== 0)) {
    Y.applyUpdate(doc, payload(frame));
  }
  expect(doc.getText('notes').toJSON()).toBe('abcdefgh');
});

test('R6: everything acknowledged or seen by anybody is there after a kill', async () => {
  const file = storeFile();
  const child = spawn(process.execPath, [
    new URL('../testing/serve.ts', import.meta.url).pathname,
    file,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [port] = (await once(child.stdout, 'data')) as [Buffer]; // serve.ts prints its port
  const url = `ws://127.0.0.1:${String(port).trim()}`;
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);

  const made = anna.doc.getArray<number>('made');
  const seen = badr.doc.getArray<number>('made');
  let acknowledged = 0;
  anna.provider.subscribe(({ pending }) => {
    acknowledged = Math.max(acknowledged, made.length - pending);
  });
  const writing = setInterval(() => made.push([made.length]), 1);
  await whenState(anna, () => acknowledged >= 100);
  child.kill('SIGKILL');
  await whenState(anna, ({ connection }) => connection === 'offline');
  clearInterval(writing);
  const confirmed = Math.max(acknowledged, seen.length);

  const { url: reopened } = await startServer(openStore(file));
  const carla = stockClient(reopened, 'carla');
  await whenSynced(carla);
  const kept = carla.doc.getArray<number>('made').toArray();
  expect(kept.length).toBeGreaterThanOrEqual(confirmed);
  expect(kept).toEqual([...kept.keys()]);
});

test('R6: a transaction of the server is durable when it resolves, and others see it', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'seed'));
  const stored = new Y.Doc();
  for (const update of (await store.load(documentId)).updates) Y.applyUpdate(stored, update);
  expect(stored.getText('notes').toJSON()).toBe('seed');

  const anna = ourClient(url, 'anna');
  await whenText(anna.doc, 'seed');
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(4, 'ling'));
  await whenText(anna.doc, 'seedling');
});

test('R6: a transaction of the server that throws, or is not stored, leaves nothing', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const refused = sync.transact(documentId, (doc) => {
    doc.getText('notes').insert(0, 'half ');
    throw new Error('no such actor');
  });
  await expect(refused).rejects.toThrow('no such actor');
  const carla = ourClient(url, 'carla');
  await whenSaved(carla);
  expect(carla.text.toJSON()).toBe('');
  anna.text.insert(0, 'whole');
  await whenSaved(anna);
  expect(anna.provider.state.connection).toBe('connected');

  const commit = store.hold('append');
  const lost = sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'lost '));
  await commit.arrived;
  commit.release(new Error('disk full'));
  await expect(lost).rejects.toThrow('could not be stored');

  const badr = ourClient(url, 'badr');
  await whenSaved(badr);
  expect(badr.text.toJSON()).toBe('whole');
});

test('R6: closing stores what had come and says that the server goes away', async () => {
  const file = storeFile();
  const store = openStore(file);
  const { url, stop } = await startServer(store);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const commit = store.hold('append');
  anna.text.insert(0, 'last words');
  await commit.arrived;
  const stopped = stop();
  commit.release();
  await whenState(anna, ({ closeCode }) => closeCode === closeCodes.goingAway);
  expect(anna.provider.state.pending).toBe(0);
  await stopped;

  const { url: reopened } = await startServer(openStore(file));
  const badr = ourClient(reopened, 'badr');
  await whenDoc(badr.doc, () => badr.text.toJSON() === 'last words');
});

const includes = (frame: Uint8Array, text: string): boolean => Buffer.from(frame).includes(text);

/** The update in a sync frame of less than 128 bytes. */
const payload = (frame: Uint8Array): Uint8Array => frame.subarray(3);
