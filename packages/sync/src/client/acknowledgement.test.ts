import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  documentId,
  ourClient,
  stockClient,
  whenSaved,
  whenState,
  whenSynced,
  whenText,
} from '../testing/clients.ts';
import { rawClient } from '../testing/raw-client.ts';
import { emptied, openStore, startServer } from '../testing/start.ts';
import { receiptFrame, syncFrame, syncTypes } from '../wire.ts';

test('R7: a change is pending until it is durable', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const commit = store.hold('append');
  anna.text.insert(0, 'a');
  anna.text.insert(1, 'b');
  expect(anna.provider.state.pending).toBe(2);
  await commit.arrived;
  expect(anna.provider.state.pending).toBe(2);
  commit.release();
  await whenSaved(anna);
});

test('R7: a change that only deletes is acknowledged, and not before it is durable', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'erase me');
  await whenSaved(anna);

  const commit = store.hold('append');
  anna.text.delete(0, 6);
  await commit.arrived;
  expect(anna.provider.state.pending).toBe(1);
  commit.release();
  await whenSaved(anna);
  const badr = stockClient(url, 'badr');
  await whenSynced(badr);
  expect(badr.text.toJSON()).toBe('me');
});

test('R7: 200 rapid changes are all acknowledged and all stored', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const most: number[] = [];
  anna.provider.subscribe(({ pending }) => most.push(pending));
  for (let i = 0; i < 200; i += 1) anna.text.insert(i, String(i % 10));
  expect(Math.max(...most)).toBe(200);
  await whenSaved(anna);

  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, anna.text.toJSON());
});

test('R7: changes made offline are counted, kept apart from nothing, and merged on return', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  anna.text.insert(0, 'one');
  await Promise.all([whenSaved(anna), whenText(badr.doc, 'one')]);

  anna.provider.disconnect();
  expect(anna.provider.state.connection).toBe('offline');
  anna.text.insert(3, ' two');
  anna.text.insert(7, ' three');
  anna.text.delete(0, 4);
  expect(anna.provider.state.pending).toBe(3);
  badr.text.insert(0, 'zero ');
  await whenSaved(badr);

  anna.provider.connect();
  await whenSaved(anna);
  await whenText(badr.doc, anna.text.toJSON());
  expect(anna.text.toJSON()).toBe('zero two three');
});

test('R7: what is written between connecting and the first sync is acknowledged too', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  anna.provider.disconnect();
  anna.text.insert(0, 'offline');
  await emptied(sync);

  // The document is slow to load, and she goes on writing: on the server this has a gap at first.
  const load = store.hold('load');
  anna.provider.connect();
  await whenState(anna, ({ connection }) => connection === 'connected');
  await load.arrived;
  anna.text.insert(7, ' and on');
  load.release();
  await whenSaved(anna);
  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, 'offline and on');
});

test('R7: a change that builds on one still to come is acknowledged only together with that', async () => {
  const { url } = await startServer(openStore());
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('notes').insert(0, 'offline');
  doc.getText('notes').insert(7, ' and on');
  const client = await rawClient(url, 'as=anna&receipts=1');
  const ask = syncFrame(syncTypes.stepOne, new Uint8Array([0]));
  const answers = (): number =>
    client.frames.filter(([message, type]) => message === 0 && type === syncTypes.stepTwo).length;

  client.send(syncFrame(syncTypes.update, updates[1] ?? new Uint8Array()));
  // The second answer comes from a turn after the one that took the change.
  client.send(ask);
  await client.frame(() => answers() === 1);
  client.send(ask);
  await client.frame(() => answers() === 2);
  expect(client.frames).not.toContainEqual(receiptFrame({ kind: 'durable', frames: 1 }));

  client.send(syncFrame(syncTypes.stepTwo, Y.encodeStateAsUpdate(doc)));
  const receipt = receiptFrame({ kind: 'durable', frames: 2 });
  await client.frame((frame) => Buffer.from(frame).equals(receipt));
});

test('R7: a change larger than an update frame is saved all the same', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const report = 'a long report, '.repeat(20_000);
  anna.text.insert(0, report);
  await whenSaved(anna);

  anna.provider.disconnect();
  anna.text.insert(0, 'title, ');
  anna.provider.connect();
  await whenState(anna, ({ connection }) => connection === 'connected');
  anna.text.insert(0, report);
  await whenSaved(anna);
  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, `${report}title, ${report}`);
});

test('R7: what an earlier visit left is uncertain until the server has acknowledged the whole', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const kept = new Y.Doc();
  kept.getText('notes').insert(0, 'from last week');
  const commit = store.hold('append');

  const anna = ourClient(url, 'anna', {}, kept);
  expect(anna.provider.state).toMatchObject({ pending: 0, pendingUncertain: true });
  await commit.arrived;
  expect(anna.provider.state.pendingUncertain).toBe(true);
  commit.release();
  await whenSaved(anna);
  expect(anna.provider.state).toMatchObject({ pending: 0, pendingUncertain: false });
});

test('R7: what is restored after connecting is no change of this visit, but must be acknowledged', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const earlier = new Y.Doc();
  earlier.getText('notes').insert(0, 'restored');
  const restoreOrigin = { name: 'indexeddb' };
  const anna = ourClient(url, 'anna', { restoreOrigin });
  await whenSaved(anna);

  const commit = store.hold('append');
  Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(earlier), restoreOrigin);
  expect(anna.provider.state).toMatchObject({ pending: 0, pendingUncertain: true });
  await commit.arrived;
  expect(anna.provider.state.pendingUncertain).toBe(true);
  commit.release();
  await whenSaved(anna);
});

test('R7: a count that was remembered is shown until the changes are durable', async () => {
  const { url } = await startServer(openStore());
  const kept = new Y.Doc();
  kept.getText('notes').insert(0, 'from last week');
  const anna = ourClient(url, 'anna', { connect: false }, kept);
  anna.provider.restoredPending(4);
  expect(anna.provider.state).toMatchObject({ connection: 'offline', pending: 4 });
  anna.provider.connect();
  await whenSaved(anna);
});

test('R7: changes by others, and by the server, are not counted', async () => {
  const { url, sync } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  const counts: number[] = [];
  badr.provider.subscribe(({ pending }) => counts.push(pending));
  anna.text.insert(0, 'theirs');
  await whenText(badr.doc, 'theirs');
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'and '));
  await whenText(badr.doc, 'and theirs');
  expect(new Set(counts)).toEqual(new Set([0]));
});
