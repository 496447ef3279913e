import { expect, test } from 'vitest';
import { closeCodes } from '../close-codes.ts';
import type { ClientIdOwner, SyncEvent } from './index.ts';
import {
  documentId,
  ourClient,
  stockClient,
  whenSaved,
  whenState,
  whenSynced,
  whenText,
} from '../testing/clients.ts';
import { GatedStore } from '../testing/gated-store.ts';
import { rawClient } from '../testing/raw-client.ts';
import { SqliteStore } from '../testing/sqlite-store.ts';
import { emptied, openStore, startServer, storeFile } from '../testing/start.ts';
import { messageTypes, receiptFrame } from '../wire.ts';

const diskFull = new Error('disk full');
const quickly = { limits: { retryMs: 5, longestRetryMs: 20 } };
const kinds = (events: readonly SyncEvent[]): readonly string[] => events.map(({ kind }) => kind);

test('R6: while nothing can be stored all stay and read, and what they write is kept for later', async () => {
  const store = openStore();
  const { url, sync, events } = await startServer(store, quickly);
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'before '));
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  const seen: string[] = [];
  badr.doc.on('update', () => seen.push(badr.text.toJSON()));

  const recover = store.fail('append', diskFull);
  anna.text.insert(7, 'during');
  await Promise.all([anna, badr].map((one) => whenState(one, ({ storing }) => !storing)));
  // Somebody new finds all that is durable, and is told as well.
  const carla = ourClient(url, 'carla');
  await whenText(carla.doc, 'before ');
  await whenState(carla, ({ storing, synced }) => synced && !storing);
  // It goes on failing; what comes meanwhile waits too.
  carla.text.insert(0, 'long ');
  const failures = sync.stats().failedCommits;
  await until(() => sync.stats().failedCommits >= failures + 3);
  expect(anna.provider.state).toMatchObject({ connection: 'connected', pending: 1 });
  expect(carla.provider.state).toMatchObject({ connection: 'connected', pending: 1 });
  expect(seen).toEqual([]);

  recover();
  await Promise.all([whenSaved(anna), whenSaved(carla), whenText(badr.doc, 'long before during')]);
  await Promise.all([anna, badr, carla].map((one) => whenState(one, ({ storing }) => storing)));
  expect(seen).toEqual(['long before during']);
  expect(anna.text.toJSON()).toBe('long before during');
  expect(sync.stats()).toMatchObject({ commits: 2, connections: 3 });
  expect(new Set(kinds(events))).toEqual(new Set(['commit-failed']));
});

test('R6: a stock client notices nothing but the wait', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store, quickly);
  const anna = stockClient(url, 'anna');
  const badr = stockClient(url, 'badr');
  await Promise.all([whenSynced(anna), whenSynced(badr)]);
  const recover = store.fail('append', diskFull);
  for (const letter of 'cba') anna.text.insert(0, letter);
  await until(() => sync.stats().failedCommits >= 3);
  expect(badr.text.toJSON()).toBe('');
  anna.text.delete(1, 1);
  recover();
  await whenText(badr.doc, 'ac');
  expect(sync.stats()).toMatchObject({ loads: 1, connections: 2, refusedConnections: 0 });
});

/** Stores and then says that it could not, as a database does whose answer is lost. */
class ForgetfulStore extends GatedStore {
  forgets = false;

  override async append(
    id: string,
    update: Uint8Array,
    owners?: readonly ClientIdOwner[],
  ): Promise<number> {
    const position = await super.append(id, update, owners);
    if (this.forgets) throw new Error('the answer was lost');
    return position;
  }
}

test('R6: what was stored although the store said no is shown once and acknowledged', async () => {
  const store = new ForgetfulStore(new SqliteStore(storeFile()));
  const { url } = await startServer(store, quickly);
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  anna.text.insert(0, 'one two');
  await Promise.all([whenSaved(anna), whenText(badr.doc, 'one two')]);

  store.forgets = true;
  anna.text.delete(0, 4);
  anna.text.insert(3, ' three');
  await whenText(badr.doc, 'two three');
  await whenSaved(anna);
  store.forgets = false;
  badr.text.insert(0, 'so ');
  await whenText(anna.doc, 'so two three');
});

test('R6: the server itself is told at once that its change could not be stored', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store, quickly);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const recover = store.fail('append', diskFull);
  anna.text.insert(0, 'kept');
  await whenState(anna, ({ storing }) => !storing);
  const lost = sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'lost '));
  await expect(lost).rejects.toThrow('could not be stored');
  recover();
  await whenSaved(anna);
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(4, ' on'));
  await whenText(anna.doc, 'kept on');
});

test('R6: only when the log cannot be read either is everybody sent back, and nothing is lost', async () => {
  const store = openStore();
  const { url, sync, events } = await startServer(store, quickly);
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  const sentBack = whenState(badr, ({ closeCode }) => closeCode === closeCodes.notStored);

  const recover = [store.fail('append', diskFull), store.fail('load', new Error('disk gone'))];
  anna.text.insert(0, 'kept');
  await sentBack;
  expect(badr.text.toJSON()).toBe('');
  expect(kinds(events).slice(0, 2)).toEqual(['commit-failed', 'load-failed']);

  for (const over of recover) over();
  await Promise.all([whenSaved(anna), whenText(badr.doc, 'kept')]);
  expect(sync.stats().failedCommits).toBe(1);
});

test('R2: what waits to be stored is not stored for somebody who may not write any more', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store, quickly);
  const anna = ourClient(url, 'anna');
  const mallory = ourClient(url, 'mallory');
  await Promise.all([whenSaved(anna), whenSaved(mallory)]);
  const recover = store.fail('append', diskFull);
  mallory.text.insert(0, 'too late');
  anna.text.insert(0, 'in time');
  await Promise.all([anna, mallory].map((one) => whenState(one, ({ storing }) => !storing)));
  await until(() => sync.stats().failedCommits >= 3);
  sync.disconnect(({ identity }) => identity.name === 'mallory', closeCodes.notAllowed);
  await whenState(mallory, ({ connection }) => connection === 'refused');
  recover();
  await whenSaved(anna);
  expect(anna.text.toJSON()).toBe('in time');
  expect(mallory.provider.state.pending).toBe(1);
});

test('R11: what somebody wrote and left is stored when it can be, and then the room goes', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store, quickly);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const recover = store.fail('append', diskFull);
  anna.text.insert(0, 'last words');
  await whenState(anna, ({ storing }) => !storing);
  anna.provider.disconnect();
  await until(() => sync.stats().connections === 0);
  expect(sync.stats().rooms).toBe(1);
  recover();
  await emptied(sync);
  const badr = stockClient(url, 'badr');
  await whenText(badr.doc, 'last words');
});

test('R6: a server can stop while nothing can be stored', async () => {
  const store = openStore();
  const { url, stop } = await startServer(store, quickly);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  store.fail('append', diskFull);
  anna.text.insert(0, 'kept on this device');
  await whenState(anna, ({ storing }) => !storing);
  await stop();
  await whenState(anna, ({ connection }) => connection === 'offline');
  expect(anna.provider.state.pending).toBe(1);
});

test('R7: a client is told of trouble with the store only when it asked for receipts', async () => {
  const store = openStore();
  const { url } = await startServer(store, quickly);
  const told = await rawClient(url, 'as=told&receipts=1');
  const stock = await rawClient(url, 'as=stock');
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const recover = store.fail('append', diskFull);
  anna.text.insert(0, 'x');
  const notice = (storing: boolean) => (frame: Uint8Array) =>
    Buffer.from(frame).equals(receiptFrame({ kind: 'storing', storing }));
  await told.frame(notice(false));
  recover();
  await told.frame(notice(true));
  expect(stock.frames.filter(([type]) => type === messageTypes.receipt)).toEqual([]);
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
