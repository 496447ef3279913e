import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  documentId,
  ourClient,
  whenSaved,
  whenState,
  whenSynced,
  whenText,
  stockClient,
} from '../testing/clients.ts';
import { openStore, startServer } from '../testing/start.ts';

const megabyte = 1024 * 1024;

test('R4: 5 MB of changes made offline arrive, deletions included, and are acknowledged', async () => {
  const { url, events } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'before ');
  await whenSaved(anna);
  anna.provider.disconnect();
  const list = anna.doc.getArray<Y.Map<string>>('reports');
  const page = 'what was said on this day, '.repeat(40);
  let made = 0;
  while (Y.encodeStateAsUpdate(anna.doc).byteLength < 5 * megabyte) {
    for (let i = 0; i < 200; i += 1, made += 1)
      list.push([new Y.Map([['page', `${made} ${page}`]])]);
  }
  list.delete(0, 3);
  anna.text.delete(0, 3);
  expect(anna.provider.state.pending).toBe(made + 2);

  anna.provider.connect();
  await whenSaved(anna);
  expect(events).toEqual([]);
  const badr = stockClient(url, 'badr');
  await whenSynced(badr);
  expect(badr.doc.getArray('reports').toJSON()).toEqual(list.toJSON());
  expect(badr.text.toJSON()).toBe('ore ');
});

test('R4: one act of 3 MB arrives while others follow, and is acknowledged', async () => {
  const { url, events } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  const report = 'Протокол 🌊 '.repeat((3 * megabyte) / 20);
  expect(new TextEncoder().encode(report).byteLength).toBeGreaterThan(3 * megabyte);
  anna.text.insert(0, report);
  anna.text.insert(0, 'title, ');
  expect(anna.provider.state.pending).toBe(2);
  await Promise.all([whenSaved(anna), whenText(badr.doc, `title, ${report}`)]);
  expect(events).toEqual([]);
});

test('R4: when the line is cut between two parts, the next connection brings them all', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const commit = store.hold('append');
  anna.text.insert(0, 'x'.repeat(3 * megabyte));
  await commit.arrived;
  sync.disconnect(() => true, 1001);
  commit.release();
  await whenState(anna, ({ connection }) => connection === 'offline');
  expect(anna.provider.state.pending).toBe(1);
  await whenSaved(anna);
  const badr = ourClient(url, 'badr');
  await whenText(badr.doc, anna.text.toJSON());
});

test('R12: what was never acknowledged can be kept aside, and nothing else', async () => {
  const { url, sync } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'saved');
  await whenSaved(anna);
  expect(anna.provider.unsentChanges()).toBeNull();
  anna.provider.disconnect();
  anna.text.insert(5, ', unsent');
  anna.text.insert(13, ' too');
  const aside = anna.provider.unsentChanges();
  expect(aside).not.toBeNull();

  const copy = new Y.Doc();
  await sync.transact(documentId, (doc) => Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc)));
  expect(copy.getText('notes').toJSON()).toBe('saved');
  Y.applyUpdate(copy, aside ?? new Uint8Array());
  expect(copy.getText('notes').toJSON()).toBe('saved, unsent too');
  expect(aside?.byteLength).toBeLessThan(80);
});

test('R12: of a kept copy whose state is uncertain, the whole can be kept aside', () => {
  const kept = new Y.Doc();
  kept.getText('notes').insert(0, 'from last week');
  const anna = ourClient('ws://127.0.0.1:9', 'anna', { connect: false }, kept);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, anna.provider.unsentChanges() ?? new Uint8Array());
  expect(copy.getText('notes').toJSON()).toBe('from last week');
});

test('what comes from the server is not encoded once more; what is written here is sent all the same', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'hers');
  await whenSaved(anna);
  const badr = ourClient(url, 'badr');
  await whenText(badr.doc, 'hers');
  // Yjs makes an update of each transaction that somebody listens for.
  expect([...badr.doc._observers.keys()]).not.toContain('update');
  badr.text.insert(4, ', his');
  expect(badr.provider.state.pending).toBe(1);
  await whenSaved(badr);
  await whenText(anna.doc, 'hers, his');
});
