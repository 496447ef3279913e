import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
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
import { syncFrame, syncTypes } from '../wire.ts';

test('R11: those who come together load the document once', async () => {
  const store = openStore();
  const loaded: string[] = [];
  const { url, sync } = await startServer(store, { onRoomLoaded: (id) => loaded.push(id) });
  const load = store.hold('load');
  const clients = Array.from({ length: 10 }, (_, i) => stockClient(url, `person-${i}`));
  await load.arrived;
  load.release();
  await Promise.all(clients.map(whenSynced));
  expect(store.counts.load).toBe(1);
  expect(loaded).toEqual([documentId]);
  expect(sync.stats()).toMatchObject({ rooms: 1, connections: 10, loads: 1 });
});

test('R11: nothing is answered before the document is loaded', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const load = store.hold('load');
  const early = await rawClient(url, 'as=early&receipts=1');
  early.send(syncFrame(syncTypes.stepOne, new Uint8Array([0])));
  await load.arrived;
  // Another document is open meanwhile, and answers: the server is not just slow.
  await rawClient(`${url}/other`, 'as=other').then((other) => {
    other.send(syncFrame(syncTypes.stepOne, new Uint8Array([0])));
    return other.frame(([, type]) => type === syncTypes.stepTwo);
  });
  expect(early.frames).toEqual([]);
  load.release();
  await early.frame(([message, type]) => message === 0 && type === syncTypes.stepTwo);
});

test('R11: a failed load sends everybody back and writes nothing; the next one may succeed', async () => {
  const store = openStore();
  const { url, sync, events } = await startServer(store);
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'kept'));
  await emptied(sync);
  const { append, compact } = store.counts;

  const load = store.hold('load');
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'new and ');
  await load.arrived;
  const retry = store.hold('load');
  load.release(new Error('the disk is away'));
  await whenState(anna, ({ closeCode }) => closeCode === closeCodes.notLoaded);
  await retry.arrived;
  expect(store.counts).toMatchObject({ append, compact });
  expect(events.map(({ kind }) => kind)).toEqual(['load-failed']);

  retry.release();
  await whenSaved(anna);
  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, anna.text.toJSON());
  expect(badr.text.toJSON()).toContain('kept');
});

test('R11: the last one out compacts and frees the memory', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const anna = ourClient(url, 'anna');
  for (const letter of 'abc') {
    anna.text.insert(0, letter);
    await whenSaved(anna);
  }
  expect((await store.load(documentId)).updates).toHaveLength(3);
  const compaction = store.hold('compact');
  anna.provider.disconnect();
  await compaction.arrived;
  compaction.release();
  await emptied(sync);
  const stored = await store.load(documentId);
  expect(stored.updates).toEqual([]);
  expect(stored.snapshot).not.toBeNull();
  expect(sync.stats()).toMatchObject({ rooms: 0, connections: 0, compactions: 1 });

  anna.provider.connect();
  await whenSaved(anna);
  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, 'cba');
});

test('R11: a document that did not change is not compacted again', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'x');
  await whenSaved(anna);
  anna.provider.disconnect();
  await emptied(sync);
  anna.provider.connect();
  await whenSaved(anna);
  anna.provider.disconnect();
  await emptied(sync);
  expect(store.counts.compact).toBe(1);
});

test('R11: a join during unloading wins', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'first');
  await whenSaved(anna);
  const compaction = store.hold('compact');
  anna.provider.disconnect();
  await compaction.arrived;

  const badr = ourClient(url, 'badr');
  await whenText(badr.doc, 'first');
  badr.text.insert(5, ', second');
  await whenSaved(badr);
  compaction.release();
  badr.text.insert(13, ', third');
  await whenSaved(badr);
  expect(sync.stats()).toMatchObject({ rooms: 1, loads: 1 });

  badr.provider.disconnect();
  await emptied(sync);
  const carla = stockClient(url, 'carla');
  await whenText(carla.doc, 'first, second, third');
});

test('R11: a compaction that fails loses nothing', async () => {
  const store = openStore();
  const { url, sync, events } = await startServer(store);
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'kept');
  await whenSaved(anna);
  const compaction = store.hold('compact');
  anna.provider.disconnect();
  await compaction.arrived;
  compaction.release(new Error('disk full'));
  await emptied(sync);
  expect(events.map(({ kind }) => kind)).toEqual(['compaction-failed']);
  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, 'kept');
});

test('R14: a room that never empties is compacted while it is open', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store, { limits: { compactAfter: 5 } });
  const anna = ourClient(url, 'anna');
  for (let i = 0; i < 12; i += 1) {
    anna.text.insert(i, String(i % 10));
    await whenSaved(anna);
  }
  expect(sync.stats().compactions).toBe(2);
  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, '012345678901');
  expect((await store.load(documentId)).updates.length).toBeLessThan(5);
});

test('R6: whoever comes with nothing gets the whole with all changes until then', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  for (const [change, expected] of [
    [() => anna.text.insert(0, 'abc'), 'abc'],
    [() => anna.text.delete(1, 1), 'ac'],
    [() => anna.text.insert(2, 'd'), 'acd'],
  ] as const) {
    change();
    await whenSaved(anna);
    const late = [stockClient(url, 'badr'), stockClient(url, 'carla')];
    await Promise.all(late.map(whenSynced));
    expect(late.map(({ text }) => text.toJSON())).toEqual([expected, expected]);
  }
});

test('R14: a long log that a crash left behind is folded while the document is open', async () => {
  const store = openStore();
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => void store.append(documentId, update));
  for (const letter of 'edcba') doc.getText('notes').insert(0, letter);
  const { url } = await startServer(store, { limits: { compactAfter: 5, heartbeatMs: 50 } });
  const replacing = store.hold('compact');
  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, 'abcde');
  await replacing.arrived;
  replacing.release();
  await until(async () => (await store.load(documentId)).updates.length === 0);
});

test('R2: the server can close chosen connections with a code of its choice', async () => {
  const { url, sync } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  const closed = sync.disconnect(
    ({ identity }) => identity.id === 'id-of-badr',
    closeCodes.notAllowed,
  );
  expect(closed).toBe(1);
  await whenState(badr, ({ connection }) => connection === 'refused');
  expect(badr.provider.state.closeCode).toBe(closeCodes.notAllowed);
  anna.text.insert(0, 'alone');
  await whenSaved(anna);
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
