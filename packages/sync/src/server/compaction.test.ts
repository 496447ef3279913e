import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentId, ourClient, stockClient, whenSaved, whenText } from '../testing/clients.ts';
import { emptied, openStore, startServer, storeFile } from '../testing/start.ts';
import { Compaction } from './compaction.ts';
import { LoggedDocument } from './logged-document.ts';
import type { UpdateStore } from './update-store.ts';

const nothing = new Uint8Array([0]);

/** Lets several people write, and stores each change. Returns all that they wrote, as one update. */
async function typed(store: UpdateStore, changes: number, letters: number): Promise<Uint8Array> {
  const doc = new Y.Doc();
  const people = Array.from({ length: 3 }, () => new Y.Doc());
  for (let change = 0; change < changes; change += 1) {
    const person = people[change % people.length] ?? doc;
    const before = Y.encodeStateVector(person);
    person.getText('notes').insert(0, `${change} `.repeat(letters));
    if (change % 5 === 4) person.getText('notes').delete(0, 2);
    const update = Y.encodeStateAsUpdate(person, before);
    Y.applyUpdate(doc, update);
    await store.append(documentId, update);
  }
  return Y.encodeStateAsUpdate(doc);
}

async function content(store: UpdateStore): Promise<Uint8Array> {
  const document = await LoggedDocument.load(documentId, store);
  return document.difference(nothing);
}

test.each([
  ['small', 20, 2],
  ['large', 60, 5_000],
])('R14: a %s log becomes one snapshot that holds the same', async (_size, changes, letters) => {
  const store = openStore();
  const compaction = new Compaction(store);
  const written = await typed(store, changes, letters);
  const bytes = await compaction.compact(documentId);
  const stored = await store.load(documentId);
  expect(bytes).toBe(stored.snapshot?.length);
  expect(stored.updates).toEqual([]);
  expect(await content(store)).toEqual(written);
  expect(await compaction.compact(documentId)).toBeNull();
  await compaction.close();
});

test('R14: while a large log is folded, the server goes on', async () => {
  const store = openStore();
  const compaction = new Compaction(store);
  await typed(store, 300, 5_000);
  let turnsOfTheLoop = 0;
  let turn = setImmediate(function next() {
    turnsOfTheLoop += 1;
    turn = setImmediate(next);
  });
  await compaction.compact(documentId);
  clearImmediate(turn);
  // Folded here, it would be done in the second turn of the loop.
  expect(turnsOfTheLoop).toBeGreaterThan(20);
  await compaction.close();
});

test.each([
  ['small', 2],
  ['large', 20_000],
])('R14: a %s log with a hole is left as it is', async (_size, letters) => {
  const store = openStore();
  const doc = new Y.Doc();
  doc.getText('notes').insert(0, 'lost');
  const before = Y.encodeStateVector(doc);
  doc.getText('notes').insert(4, ' and found'.repeat(letters));
  await store.append(documentId, Y.encodeStateAsUpdate(doc, before));
  const compaction = new Compaction(store);
  await expect(compaction.compact(documentId)).rejects.toThrow('has a hole');
  expect((await store.load(documentId)).updates).toHaveLength(1);
  await compaction.close();
});

test('R14: what came while a log was folded stays in the log', async () => {
  const store = openStore();
  const compaction = new Compaction(store);
  await typed(store, 4, 2);
  const replacing = store.hold('compact');
  const folding = compaction.compact(documentId);
  await replacing.arrived;
  await typed(store, 3, 2);
  const all = await content(store);
  replacing.release();
  expect(await folding).not.toBeNull();
  expect((await store.load(documentId)).updates).toHaveLength(3);
  expect(await content(store)).toEqual(all);
});

test('R14: two processes that have one document open compact it, and neither loses what the other wrote', async () => {
  const file = storeFile();
  const one = await startServer(openStore(file), { limits: { compactAfter: 3 } });
  const other = await startServer(openStore(file), { limits: { compactAfter: 4 } });
  const anna = ourClient(one.url, 'anna');
  const badr = ourClient(other.url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  for (let turn = 0; turn < 10; turn += 1) {
    anna.text.insert(anna.text.length, 'a');
    badr.text.insert(badr.text.length, 'b');
    await Promise.all([whenSaved(anna), whenSaved(badr)]);
  }
  anna.provider.disconnect();
  badr.provider.disconnect();
  await Promise.all([emptied(one.sync), emptied(other.sync)]);
  expect(one.sync.stats().compactions + other.sync.stats().compactions).toBeGreaterThan(2);

  // Between the two there is no fan-out yet, so each sees all of it only on opening it again.
  Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(badr.doc));
  const store = openStore(file);
  expect((await store.load(documentId)).updates.length).toBeLessThan(4);
  const { url } = await startServer(store);
  const carla = stockClient(url, 'carla');
  await whenText(carla.doc, anna.text.toJSON());
  const text = carla.text.toJSON();
  expect([text.replaceAll('b', ''), text.replaceAll('a', '')]).toEqual([
    'a'.repeat(10),
    'b'.repeat(10),
  ]);
});
