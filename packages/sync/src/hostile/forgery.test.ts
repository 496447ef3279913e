import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import { documentId, ourClient, whenSaved, whenText, type OurClient } from '../testing/clients.ts';
import { rawClient, type RawClient } from '../testing/raw-client.ts';
import { emptied, openStore, startServer } from '../testing/start.ts';
import { item, text, updateOf } from '../testing/update-writer.ts';
import { syncFrame, syncTypes } from '../wire.ts';

const emptyUpdate = new Uint8Array([0, 0]);

/** A client that may leave no gap, because its first step 2 has come. */
async function mallory(url: string): Promise<RawClient> {
  const client = await rawClient(url, 'as=mallory');
  client.send(syncFrame(syncTypes.stepTwo, emptyUpdate));
  return client;
}

const update = (bytes: Uint8Array): Uint8Array => syncFrame(syncTypes.update, bytes);

/** More text of this client id, `ahead` clocks after what it has written. */
function continued({ doc }: OurClient, ahead = 0): Uint8Array {
  const clock = Y.getState(doc.store, doc.clientID);
  const left = [doc.clientID, clock - 1] as const;
  const place = ahead === 0 ? { left } : {};
  return updateOf([
    { clientId: doc.clientID, clock: clock + ahead, structs: [item(place, text('forged'))] },
  ]);
}

test('R5: who writes under the id of another is sent away, and what that one writes next survives', async () => {
  const { url, events } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  anna.text.insert(0, 'agreed');
  await Promise.all([whenSaved(anna), whenText(badr.doc, 'agreed')]);

  const forger = await mallory(url);
  forger.send(update(continued(anna)));
  expect(await forger.closed).toBe(closeCodes.malformed);
  const aheadOfTime = await mallory(url);
  aheadOfTime.send(update(continued(anna, 40)));
  expect(await aheadOfTime.closed).toBe(closeCodes.malformed);
  // Before the first step 2 a gap is an honest client's, but never this one.
  const early = await rawClient(url, 'as=mallory');
  early.send(update(continued(anna, 40)));
  expect(await early.closed).toBe(closeCodes.malformed);
  const byStepTwo = await rawClient(url, 'as=mallory');
  byStepTwo.send(syncFrame(syncTypes.stepTwo, continued(anna)));
  expect(await byStepTwo.closed).toBe(closeCodes.malformed);
  expect(events.map((event) => 'why' in event && event.why)).toEqual(
    Array(4).fill('a change under the client id of somebody else'),
  );

  anna.text.insert(6, ' by all');
  await Promise.all([whenSaved(anna), whenText(badr.doc, 'agreed by all')]);
});

test('R5: an id stays its owner’s after everybody has left and the server was restarted', async () => {
  const store = openStore();
  const first = await startServer(store);
  const anna = ourClient(first.url, 'anna');
  anna.text.insert(0, 'agreed');
  await whenSaved(anna);
  anna.provider.disconnect();
  await emptied(first.sync);
  await first.stop();

  const { url } = await startServer(store);
  const forger = await mallory(url);
  forger.send(update(continued(anna)));
  expect(await forger.closed).toBe(closeCodes.malformed);
  const again = ourClient(url, 'anna', {}, anna.doc);
  again.text.insert(6, ' by all');
  await whenSaved(again);
});

test('R5: what others wrote may be deleted, and brought along when the document has it', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'agreed by nobody');
  await whenSaved(anna);

  // A page that restores its copy after it has connected sends the whole of it as its own update.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(anna.doc));
  const badr = await rawClient(url, 'as=badr&receipts=1');
  badr.send(syncFrame(syncTypes.stepTwo, emptyUpdate));
  badr.send(update(Y.encodeStateAsUpdate(copy)));
  const before = Y.encodeStateVector(copy);
  copy.getText('notes').delete(6, 10);
  copy.getText('notes').insert(6, '!');
  badr.send(update(Y.encodeStateAsUpdate(copy, before)));
  await whenText(anna.doc, 'agreed!');
});

test('R5: pages of one person may share an id; nobody may share the server’s', async () => {
  const { url, sync } = await startServer(openStore());
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 'seed'));
  const anna = ourClient(url, 'anna');
  await whenText(anna.doc, 'seed');
  const [[serverId = 0] = []] = Y.decodeStateVector(Y.encodeStateVector(anna.doc));

  anna.text.insert(4, 's');
  await whenSaved(anna);
  anna.provider.disconnect();
  const badr = ourClient(url, 'badr');
  const otherPage = await rawClient(url, 'as=anna');
  otherPage.send(syncFrame(syncTypes.stepTwo, emptyUpdate));
  otherPage.send(update(continued(anna)));
  await whenText(badr.doc, 'seedsforged');

  const forger = await mallory(url);
  const next = item({ left: [serverId, 3] }, text('forged'));
  forger.send(update(updateOf([{ clientId: serverId, clock: 4, structs: [next] }])));
  expect(await forger.closed).toBe(closeCodes.malformed);
});

test('R5: ids that were refused are not taken by who tried', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'agreed');
  await whenSaved(anna);
  const later = ourClient(url, 'carla');
  await whenSaved(later);

  // One run under her own future id would be fine; the other is not, and so none of it is.
  const forger = await mallory(url);
  const clock = Y.getState(anna.doc.store, anna.doc.clientID);
  forger.send(
    update(
      updateOf([
        { clientId: later.doc.clientID, clock: 0, structs: [item({}, text('forged'))] },
        { clientId: anna.doc.clientID, clock, structs: [item({}, text('forged'))] },
      ]),
    ),
  );
  expect(await forger.closed).toBe(closeCodes.malformed);
  later.text.insert(0, 'truly ');
  await Promise.all([whenSaved(later), whenText(anna.doc, 'truly agreed')]);
});

test('R12: a change to what a former epoch held is answered by 4409', async () => {
  const store = openStore();
  const first = await startServer(store);
  const anna = ourClient(first.url, 'anna');
  anna.text.insert(0, 'to be erased');
  await whenSaved(anna);
  anna.provider.disconnect();
  await first.stop();
  const fresh = new Y.Doc();
  fresh.getText('notes').insert(0, 'clean');
  await store.rebuild(documentId, Y.encodeStateAsUpdate(fresh));

  const { url } = await startServer(store);
  const writing = await rawClient(url, 'as=anna');
  writing.send(syncFrame(syncTypes.stepTwo, Y.encodeStateAsUpdate(anna.doc)));
  expect(await writing.closed).toBe(closeCodes.epochChanged);
  const deleting = await rawClient(url, 'as=anna');
  const range = { clientId: anna.doc.clientID, ranges: [[0, 5]] as const };
  deleting.send(update(updateOf([], [range])));
  expect(await deleting.closed).toBe(closeCodes.epochChanged);
  const building = await rawClient(url, 'as=mallory');
  const onOld = item({ left: [anna.doc.clientID, 0] }, text('x'));
  building.send(update(updateOf([{ clientId: 5, clock: 0, structs: [onOld] }])));
  expect(await building.closed).toBe(closeCodes.epochChanged);

  const badr = ourClient(url, 'badr');
  await whenText(badr.doc, 'clean');
});
