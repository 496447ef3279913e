import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { item, text, updateOf } from '../testing/update-writer.ts';
import { fits, isInPlace, isTooDeep, newIn } from './update-fit.ts';
import { readUpdate } from './update-outline.ts';

const rules = { depth: 16, rootTypes: null };

/** A document as the server has it, which takes updates as it would. */
function server(): { doc: Y.Doc; take: (update: Uint8Array) => boolean } {
  const doc = new Y.Doc();
  const take = (update: Uint8Array): boolean => {
    const outline = readUpdate(update, rules);
    if (!fits(outline, doc)) return false;
    const added = newIn(outline, doc);
    let inPlace = false;
    doc.transact(() => {
      Y.applyUpdate(doc, update);
      inPlace = isInPlace(added, doc) && !isTooDeep(outline, doc, 16);
    });
    return inPlace;
  };
  return { doc, take };
}

test('R4: whatever people write apart, undo and do again fits and is in place', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 5, maxLength: 120 }), (deeds) => {
      const { doc, take } = server();
      const people = [person(), person(), person()] as const;
      const meet = ({ doc: own }: Person): void => {
        const news = Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc));
        expect(take(news)).toBe(true);
        Y.applyUpdate(own, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(own)), 'server');
      };
      for (const { who, act } of deeds) {
        if (act === null) meet(people[who]);
        else act(people[who]);
      }
      for (const one of people) meet(one);
    }),
    { numRuns: 400 },
  );
});

test('R4: neighbours in two lists, or the wrong way round, are out of place', () => {
  const { doc, take } = server();
  doc.clientID = 1;
  doc.getText('notes').insert(0, 'abc');
  doc.getMap('actors').set('a', 1);
  doc.getText('other').insert(0, 'x');
  const between = (left: number, right: number, clientId: number): Uint8Array =>
    updateOf([
      { clientId, clock: 0, structs: [item({ left: [1, left], right: [1, right] }, text('!'))] },
    ]);
  expect(take(between(0, 1, 10))).toBe(true);
  expect(take(between(0, 2, 11))).toBe(true);
  expect(take(between(2, 0, 12))).toBe(false);
  expect(take(between(0, 4, 13))).toBe(false);
  expect(take(between(0, 3, 14))).toBe(false);
});

interface Person {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
}

function person(): Person {
  const doc = new Y.Doc();
  const roots = [doc.getText('notes'), doc.getMap('actors'), doc.getArray('list')];
  return { doc, undo: new Y.UndoManager(roots, { captureTimeout: 0 }) };
}

/** Who does what; null is to meet the server. */
const deed = fc.record({
  who: fc.constantFrom(0, 1, 2),
  act: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constant(({ undo }: Person) => void undo.undo()) },
    { weight: 2, arbitrary: fc.constant(({ undo }: Person) => void undo.redo()) },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.nat(12), fc.constantFrom('a', 'words', '🕊️')).map(
        ([at, value]) =>
          ({ doc }: Person) =>
            doc.getText('notes').insert(Math.min(at, doc.getText('notes').length), value),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.nat(9), fc.nat(4)).map(([at, length]) => ({ doc }: Person) => {
        const notes = doc.getText('notes');
        if (at + length <= notes.length) notes.delete(at, length);
      }),
    },
    {
      weight: 1,
      arbitrary: fc.nat(9).map((at) => ({ doc }: Person) => {
        const notes = doc.getText('notes');
        if (at + 2 <= notes.length) notes.format(at, 2, { bold: true });
      }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('a', 'b').map(
        (key) =>
          ({ doc }: Person) =>
            void doc.getMap('actors').set(key, key),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('a', 'b').map(
        (key) =>
          ({ doc }: Person) =>
            void doc.getMap('actors').set(key, new Y.Map([['name', 'Union']])),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('a', 'b').map(
        (key) =>
          ({ doc }: Person) =>
            doc.getMap('actors').delete(key),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.nat(6).map(
        (at) =>
          ({ doc }: Person) =>
            doc.getArray('list').insert(Math.min(at, doc.getArray('list').length), [1, 2, 3]),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.nat(6).map((at) => ({ doc }: Person) => {
        if (at < doc.getArray('list').length) doc.getArray('list').delete(at, 1);
      }),
    },
  ),
});
