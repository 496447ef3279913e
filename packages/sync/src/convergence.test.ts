import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { UpdateStore } from './server/index.ts';
import { documentId, ourClient, whenDoc, whenSaved, type OurClient } from './testing/clients.ts';
import { openStore, startServer } from './testing/start.ts';

/** What one of three people does. */
const act = fc.record({
  who: fc.nat(2),
  what: fc.oneof(
    fc.record({
      kind: fc.constant('write' as const),
      at: fc.nat(40),
      text: fc.string({ minLength: 1, maxLength: 5 }),
    }),
    fc.record({
      kind: fc.constant('delete' as const),
      at: fc.nat(40),
      length: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({
      kind: fc.constant('set' as const),
      key: fc.constantFrom('a', 'b', 'c'),
      value: fc.integer(),
    }),
    fc.record({ kind: fc.constant('leave' as const) }),
    fc.record({ kind: fc.constant('return' as const) }),
    fc.record({ kind: fc.constant('wait' as const) }),
  ),
});

test('R6, R7: people who write, leave and return end with the same document, which is the stored one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 60 }), async (acts) => {
      const store = openStore();
      const { url, stop } = await startServer(store);
      const people = ['anna', 'badr', 'carla'].map((name) => ourClient(url, name));
      for (const { who, what } of acts) {
        const person = people[who];
        if (person !== undefined) await perform(person, what);
      }
      for (const { provider } of people) provider.connect();
      await Promise.all(people.map(whenSaved));
      // All is durable. What the others wrote last may still be on its way to somebody.
      const stored = await storedDocument(store);
      const expected = JSON.stringify(content(stored));
      await Promise.all(
        people.map(({ doc }) => whenDoc(doc, () => JSON.stringify(content(doc)) === expected)),
      );
      for (const { doc, provider } of people) {
        expect(doc.store.pendingStructs).toBeNull();
        provider.destroy();
      }
      await stop();
      expect(content(await storedDocument(store))).toEqual(JSON.parse(expected));
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

async function perform(
  { doc, text, provider }: OurClient,
  what: typeof act extends fc.Arbitrary<infer Act> ? (Act & { what: unknown })['what'] : never,
): Promise<void> {
  switch (what.kind) {
    case 'write':
      text.insert(Math.min(what.at, text.length), what.text);
      break;
    case 'delete': {
      const at = Math.min(what.at, text.length);
      text.delete(at, Math.min(what.length, text.length - at));
      break;
    }
    case 'set':
      doc.getMap('map').set(what.key, what.value);
      break;
    case 'leave':
      provider.disconnect();
      break;
    case 'return':
      provider.connect();
      break;
    case 'wait':
      await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What a person would see, and how much of whom the document holds. */
const content = (doc: Y.Doc): unknown => ({
  clocks: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
  notes: doc.getText('notes').toJSON(),
  map: Object.entries(doc.getMap('map').toJSON()).sort(([a], [b]) => (a < b ? -1 : 1)),
});

async function storedDocument(store: UpdateStore): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const { snapshot, updates } = await store.load(documentId);
  if (snapshot !== null) Y.applyUpdate(doc, snapshot);
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
