import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import {
  documentId,
  ourClient,
  stockClient,
  whenClosed,
  whenSaved,
  whenState,
  whenSynced,
  whenText,
  type OurClient,
} from '../testing/clients.ts';
import { rawClient } from '../testing/raw-client.ts';
import { emptied, openStore, startServer } from '../testing/start.ts';
import { messageTypes, receiptFrame, syncFrame, syncTypes } from '../wire.ts';

/** Makes the document anew without the word that is to be erased. */
const erase =
  (word: string) =>
  (old: Y.Doc): Uint8Array => {
    const fresh = new Y.Doc();
    fresh.getText('notes').insert(0, old.getText('notes').toJSON().replace(word, ''));
    return Y.encodeStateAsUpdate(fresh);
  };

const refused = (client: OurClient): Promise<void> =>
  whenState(client, ({ connection }) => connection === 'refused');

test('R12: a rebuilt document begins a new epoch, and everybody is closed with 4409', async () => {
  const { url, sync } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = stockClient(url, 'badr');
  anna.text.insert(0, 'Water. Karim K. Borders.');
  await Promise.all([whenSaved(anna), whenText(badr.doc, 'Water. Karim K. Borders.')]);
  expect(anna.provider.state.epoch).toBe(1);

  const closed = whenClosed(badr);
  expect(await sync.rebuild(documentId, erase(' Karim K.'))).toBe(2);
  expect((await closed).code).toBe(closeCodes.epochChanged);
  await refused(anna);
  expect(anna.provider.state.closeCode).toBe(closeCodes.epochChanged);

  const carla = ourClient(url, 'carla');
  await whenText(carla.doc, 'Water. Borders.');
  await whenState(carla, ({ epoch }) => epoch === 2);
  carla.text.insert(0, 'Agenda: ');
  await whenSaved(carla);
});

test('R12: who belongs to a former epoch is told before anything is exchanged', async () => {
  const { url, sync } = await startServer(openStore());
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'old'));
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  anna.provider.disconnect();
  anna.text.insert(3, ' and mine');
  await sync.rebuild(documentId, erase('old'));

  anna.provider.connect();
  await refused(anna);
  expect(anna.provider.state).toMatchObject({ closeCode: closeCodes.epochChanged, pending: 1 });
  expect(anna.provider.unsentChanges()).not.toBeNull();
  const raw = await rawClient(url, 'as=badr&receipts=1&epoch=1');
  expect(await raw.closed).toBe(closeCodes.epochChanged);
  expect(raw.frames).toEqual([]);

  // What was kept on a device for the next visit says which epoch it is of.
  const kept = ourClient(url, 'anna', { epoch: 1 }, anna.doc);
  await refused(kept);
  const badr = stockClient(url, 'badr');
  await whenSynced(badr);
  expect(badr.text.toJSON()).toBe('');
});

test('R12: what was erased does not come back from a stock client that still holds it', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const badr = stockClient(url, 'badr');
  badr.text.insert(0, 'Water. Karim K.');
  const anna = ourClient(url, 'anna');
  await whenText(anna.doc, 'Water. Karim K.');
  badr.provider.disconnect();
  await sync.rebuild(documentId, erase(' Karim K.'));

  const closed = whenClosed(badr);
  badr.provider.connect();
  expect((await closed).code).toBe(closeCodes.epochChanged);
  const carla = ourClient(url, 'carla');
  await whenText(carla.doc, 'Water.');
  await whenSaved(carla);
  const { snapshot, updates } = await store.load(documentId);
  for (const bytes of [snapshot ?? new Uint8Array(), ...updates]) {
    expect(Buffer.from(bytes).includes('Karim')).toBe(false);
  }
});

test('R12: a client that says no epoch is told which one it is, after its welcome', async () => {
  const { url } = await startServer(openStore());
  const raw = await rawClient(url, 'as=badr&receipts=1');
  await raw.frame(([type]) => type === messageTypes.sync);
  expect(raw.frames.slice(0, 2)).toEqual([
    receiptFrame({ kind: 'welcome', capability: 'edit' }),
    receiptFrame({ kind: 'epoch', epoch: 1 }),
  ]);
});

test('R12: what waited while the document was rebuilt is not stored', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'erase me');
  await whenSaved(anna);
  const rebuild = store.hold('rebuild');
  const rebuilt = sync.rebuild(documentId, erase('erase me'));
  await rebuild.arrived;
  anna.text.insert(0, 'do not ');
  const asking = await rawClient(url, 'as=badr');
  asking.send(syncFrame(syncTypes.stepOne, new Uint8Array([0])));
  const lost = sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'nor this '));
  rebuild.release();
  expect(await rebuilt).toBe(2);
  await expect(lost).rejects.toThrow('Try again');
  await refused(anna);
  await asking.closed;
  expect(asking.frames.filter(([type]) => type === messageTypes.sync)).toEqual([]);
  const carla = stockClient(url, 'carla');
  await whenSynced(carla);
  expect(carla.text.toJSON()).toBe('');
});

test('R12: a document that nobody has open is rebuilt as well, and stays so', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'one two'));
  await emptied(sync);
  await sync.rebuild(documentId, erase(' two'));
  await emptied(sync);
  expect(await store.load(documentId)).toMatchObject({ epoch: 2 });
  const carla = ourClient(url, 'carla');
  await whenText(carla.doc, 'one');
});

test('R12: what cannot be made anew changes nothing, and everybody stays', async () => {
  const { url, sync } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'as it was');
  await whenSaved(anna);
  const failing = sync.rebuild(documentId, () => {
    throw new Error('no such person');
  });
  await expect(failing).rejects.toThrow('no such person');
  await expect(sync.rebuild(documentId, Y.encodeStateAsUpdate)).rejects.toThrow('new Y.Doc');
  anna.text.insert(0, 'still ');
  await whenSaved(anna);
  expect(anna.provider.state).toMatchObject({ connection: 'connected', epoch: 1 });
});

test('R12: when it cannot be stored everybody comes back to what is stored', async () => {
  const store = openStore();
  const { url, sync } = await startServer(store);
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'as it was');
  await whenSaved(anna);
  const rebuild = store.hold('rebuild');
  const rebuilt = sync.rebuild(documentId, erase('was'));
  await rebuild.arrived;
  const closeSeen = whenState(anna, ({ closeCode }) => closeCode === closeCodes.notStored);
  rebuild.release(new Error('disk full'));
  await expect(rebuilt).rejects.toThrow('disk full');
  await closeSeen;
  await whenSaved(anna);
  expect(anna.text.toJSON()).toBe('as it was');
});
