import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { splitUpdate } from './split-update.ts';

const nothingPending = ({ store }: Y.Doc): boolean =>
  store.pendingStructs === null && store.pendingDs === null;

/** Applies parts in their order and expects of each that it builds on nothing still to come. */
function applyInOrder(parts: readonly Uint8Array[], to = new Y.Doc()): Y.Doc {
  for (const part of parts) {
    Y.applyUpdate(to, part);
    expect(nothingPending(to)).toBe(true);
  }
  return to;
}

const everything = (doc: Y.Doc): unknown => ({
  clocks: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
  deleted: deletedClocks(doc),
  notes: doc.getText('notes').toDelta() as unknown, // plain JSON
  list: doc.getArray('list').toJSON(),
  map: doc.getMap('map').toJSON(),
});

const deletedClocks = (doc: Y.Doc): unknown =>
  [...Y.createDeleteSetFromStructStore(doc.store).clients]
    .sort(([a], [b]) => a - b)
    .map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])]);

const act = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom('write', 'erase', 'push', 'set', 'nest', 'bold', 'meet'),
  at: fc.nat(60),
  text: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
});

function perform(doc: Y.Doc, { kind, at, text }: { kind: string; at: number; text: string }): void {
  const notes = doc.getText('notes');
  const where = Math.min(at, notes.length);
  if (kind === 'write') notes.insert(where, text);
  else if (kind === 'erase') notes.delete(where, Math.min(5, notes.length - where));
  else if (kind === 'bold') notes.format(where, Math.min(5, notes.length - where), { bold: true });
  else if (kind === 'push') doc.getArray('list').insert(0, [text, at, { text }]);
  else if (kind === 'set') doc.getMap('map').set(String(at % 3), text);
  else doc.getMap('map').set(String(at % 3), new Y.Map([[text, new Y.Array()]]));
}

test('R4: parts of any size, applied in their order, make the same document without a gap', () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 8, max: 200 }),
      fc.integer({ min: 0, max: 80 }),
      (acts, mostBytes, before) => {
        // Three devices that meet now and then, so that each builds on what the others wrote.
        const docs = [1, 2, 3].map((client) => {
          const doc = new Y.Doc();
          doc.clientID = client;
          return doc;
        });
        const [first = new Y.Doc()] = docs;
        const meet = (): void => {
          for (const from of docs) {
            for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
          }
        };
        let known = Y.encodeStateAsUpdate(new Y.Doc());
        acts.forEach((each, index) => {
          if (index === before) {
            meet();
            known = Y.encodeStateAsUpdate(first);
          }
          if (each.kind === 'meet') meet();
          else perform(docs[each.who] ?? first, each);
        });
        meet();

        const server = new Y.Doc();
        Y.applyUpdate(server, known);
        const update = Y.encodeStateAsUpdate(first, Y.encodeStateVector(server));
        applyInOrder(splitUpdate(update, mostBytes), server);
        expect(everything(server)).toEqual(everything(first));
      },
    ),
    { numRuns: 300 },
  );
});

test('R4: one long text is cut into parts of the size asked for, between characters', () => {
  const doc = new Y.Doc();
  doc.getText('notes').insert(0, 'x' + '🌊'.repeat(100_000));
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc), 10_000);
  expect(parts.length).toBeGreaterThan(40);
  expect(Math.max(...parts.map((part) => part.byteLength))).toBeLessThan(10_100);
  expect(applyInOrder(parts).getText('notes').toJSON()).toBe(doc.getText('notes').toJSON());
});

test('R4: many deletions are spread over parts of their own, after what they delete', () => {
  const doc = new Y.Doc({ gc: false });
  const text = doc.getText('notes');
  text.insert(0, 'ab'.repeat(1_500));
  for (let at = 0; at < text.length; at += 1) text.delete(at, 1);
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc), 1_000);
  expect(Math.max(...parts.map((part) => part.byteLength))).toBeLessThan(1_100);
  expect(applyInOrder(parts).getText('notes').toJSON()).toBe(text.toJSON());
});

test('R4: an update that is small enough is passed on as it is', () => {
  const doc = new Y.Doc();
  doc.getText('notes').insert(0, 'short');
  const update = Y.encodeStateAsUpdate(doc);
  expect(splitUpdate(update, 1_000)).toEqual([update]);
});
