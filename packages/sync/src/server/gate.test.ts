import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import {
  documentId,
  ourClient,
  whenOthers,
  whenSaved,
  whenState,
  whenText,
} from '../testing/clients.ts';
import { awarenessFrame, rawClient } from '../testing/raw-client.ts';
import { openStore, startServer } from '../testing/start.ts';
import { syncFrame, syncTypes } from '../wire.ts';
import { readClientFrame } from './gate.ts';
import { defaultLimits } from './limits.ts';
import { LoggedDocument, type Change } from './logged-document.ts';
import { Refusal } from './refusal.ts';

const emptyUpdate = new Uint8Array([0, 0]);

/** A document with every kind of thing in it, and an update on top of it. */
function rich(): { base: Uint8Array; update: Uint8Array } {
  const doc = new Y.Doc();
  const actors = doc.getMap<unknown>('actors');
  const notes = doc.getText('notes');
  doc.transact(() => {
    actors.set(
      'a',
      new Y.Map(Object.entries({ name: 'Union', weight: 2, tags: ['x', null, true] })),
    );
    notes.insert(0, 'one two three');
    notes.format(4, 3, { bold: true });
    doc.getArray('list').push([1, 'two', new Uint8Array([3]), { four: [5] }]);
  });
  const base = Y.encodeStateAsUpdate(doc);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => {
    actors.set('b', new Y.Map([['name', 'League']]));
    actors.delete('a');
    notes.delete(2, 4);
    notes.insertEmbed(3, { image: 'map' });
    doc.getArray('list').insert(1, [new Y.XmlElement('p'), 2 ** 40]);
  });
  return { base, update: Y.encodeStateAsUpdate(doc, before) };
}

test.each([
  ['nothing', new Uint8Array()],
  ['an unknown message type', new Uint8Array([9, 0])],
  ['an auth message', new Uint8Array([2, 0, 0])],
  ['an unknown sync type', new Uint8Array([0, 7, 2, 0, 0])],
  ['a length beyond the frame', new Uint8Array([0, 2, 200, 1, 0, 0])],
  ['bytes after the message', new Uint8Array([0, 2, 2, 0, 0, 1])],
  ['an update that is cut off', syncFrame(syncTypes.update, rich().update.slice(0, -2))],
  ['a state vector of more clocks than bytes', new Uint8Array([0, 0, 3, 200, 1, 0])],
  ['a state vector that goes on', new Uint8Array([0, 0, 2, 0, 0])],
  ['more presence states than bytes', new Uint8Array([1, 3, 200, 1, 0])],
  ['a presence state longer than its frame', new Uint8Array([1, 4, 1, 7, 1, 90])],
  ['a presence id that never ends', new Uint8Array([1, 60, 1, ...Array<number>(59).fill(128)])],
  ['a question with an answer in it', new Uint8Array([3, 1])],
])('R4: %s is malformed', (_what, frame) => {
  expect(() => readClientFrame(frame, defaultLimits)).toThrow(
    expect.objectContaining({ code: closeCodes.malformed }),
  );
});

test('R4: only a step 2 may be larger than 64 KiB, and none larger than 1 MiB', () => {
  const update = (bytes: number): Uint8Array => {
    const doc = new Y.Doc();
    doc.getText('notes').insert(0, 'x'.repeat(bytes));
    return Y.encodeStateAsUpdate(doc);
  };
  const read = (type: 1 | 2, bytes: number) => () =>
    readClientFrame(syncFrame(type, update(bytes)), defaultLimits).kind;
  expect(read(2, 60_000)()).toBe('update');
  expect(read(2, 70_000)).toThrow('at most 65536');
  expect(read(1, 1_000_000)()).toBe('step-two');
  expect(read(1, 1_100_000)).toThrow('at most 1048576');
});

test('R4: whatever passes the gate leaves a document that its log rebuilds', async () => {
  const { base, update } = rich();
  const store = openStore();
  await store.append(documentId, base);
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(damage(syncFrame(syncTypes.update, update)), async (frame) => {
      let read;
      try {
        read = readClientFrame(frame, defaultLimits);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        return;
      }
      if (read.kind !== 'update') return;
      const bytes = read.update;
      const live = await LoggedDocument.load(documentId, store);
      let effect;
      try {
        effect = live.apply([changeBy(bytes)]);
      } catch {
        return; // The room throws this copy away.
      }
      taken += 1;
      const rebuilt = await LoggedDocument.load(documentId, store);
      const { update: logged } = effect;
      if (logged !== null) rebuilt.apply([changeBy(logged)]);
      const nothing = new Uint8Array([0]);
      expect(rebuilt.difference(nothing)).toEqual(live.difference(nothing));
    }),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(100);
});

test('R4: a change that builds on what is not there is refused, and nothing of it is kept', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const { append } = store.counts;

  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('notes').insert(0, 'a');
  doc.getText('notes').insert(1, 'b');
  const mallory = await rawClient(url);
  mallory.send(syncFrame(syncTypes.stepTwo, emptyUpdate));
  mallory.send(syncFrame(syncTypes.update, updates[1] ?? emptyUpdate));
  expect(await mallory.closed).toBe(closeCodes.malformed);
  expect(store.counts.append).toBe(append);
  await whenState(anna, ({ connection }) => connection === 'connected');
});

test('R4: a frame above the limit is answered by 4413, and a text frame by 4400', async () => {
  const { url } = await startServer(openStore());
  const large = await rawClient(url);
  large.send(new Uint8Array(70_000).fill(1));
  expect(await large.closed).toBe(closeCodes.tooLarge);
  const text = await rawClient(url);
  text.send('hello');
  expect(await text.closed).toBe(closeCodes.malformed);
});

test('R10: a slow reader is closed with 1013 and the others do not notice', async () => {
  const { url, sync } = await startServer(openStore(), { limits: { bufferedBytes: 200_000 } });
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  const slow = await rawClient(url, 'as=slow');
  slow.send(syncFrame(syncTypes.stepOne, new Uint8Array([0])));
  await slow.frame(([type, sync]) => type === 0 && sync === syncTypes.stepTwo);
  await Promise.all([whenSaved(anna), whenSaved(badr)]);
  slow.stall();

  // What the network buffers is not known, so: until it is full.
  while (sync.stats().connections === 3) {
    anna.text.insert(0, 'x'.repeat(50_000));
    await whenSaved(anna);
    anna.text.delete(0, 50_000);
  }
  anna.text.insert(0, 'done');
  await whenText(badr.doc, 'done');
  expect(sync.stats().connections).toBe(2);
});

test('R10: a document far larger than the limit is not held against who opens it', async () => {
  const { url, sync } = await startServer(openStore(), { limits: { bufferedBytes: 100_000 } });
  const report = 'a very long report, '.repeat(1_000_000);
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, report));
  const anna = ourClient(url, 'anna');
  await whenText(anna.doc, report);

  const slow = await rawClient(url, 'as=slow');
  slow.stall();
  slow.send(syncFrame(syncTypes.stepOne, new Uint8Array([0])));
  slow.send(awarenessFrame([{ id: 3, clock: 1, state: { mark: 1 } }]));
  await whenOthers(anna, (others) => others.some(({ mark }) => mark === 1));
  await sync.transact(documentId, (doc) => doc.getText('other').insert(0, 'meanwhile'));
  slow.read();
  const came = slow.frame((frame) => frame[1] === syncTypes.update && frame.length < 100);
  await Promise.race([came, slow.closed.then((code) => expect(code).toBe('still open'))]);
});

const changeBy = (update: Uint8Array): Change => ({
  admit: () => undefined,
  change: (doc) => Y.applyUpdate(doc, update),
});

/** Some bytes of a frame changed, taken out or put in. */
function damage(frame: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.nat(frame.length - 1),
    remove: fc.nat(2),
    insert: fc.uint8Array({ maxLength: 2 }),
  });
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    let bytes = [...frame];
    for (const { at, remove, insert } of changes) {
      bytes = [...bytes.slice(0, at), ...insert, ...bytes.slice(at + remove)];
    }
    return lengthCorrected(bytes);
  });
}

/** Most damage should get past the length, to the content. */
function lengthCorrected(bytes: readonly number[]): Uint8Array {
  const [type = 0, sync = 0] = bytes;
  if (type !== 0) return new Uint8Array(bytes);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint8Array(encoder, new Uint8Array(bytes.slice(frameHead(bytes))));
  });
}

/** Bytes before the payload: message type, sync type, and the length as a varUint. */
function frameHead(bytes: readonly number[]): number {
  let at = 2;
  while ((bytes[at] ?? 0) > 127) at += 1;
  return at + 1;
}
