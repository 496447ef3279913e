import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import {
  any,
  anyOfBytes,
  collected,
  deleted,
  embed,
  format,
  item,
  json,
  ofKind,
  skipped,
  subdocument,
  text,
  textOfBytes,
  type,
  updateOf,
  type Deletions,
  type Run,
} from '../testing/update-writer.ts';
import { readUpdate, type UpdateRules } from './update-outline.ts';

const rules: UpdateRules = { depth: 16, rootTypes: null };
const malformed: unknown = expect.objectContaining({ code: closeCodes.malformed });

const run = (structs: Run['structs'], clock = 0, clientId = 7): Run => ({
  clientId,
  clock,
  structs,
});
const one = (content: Parameters<typeof item>[1], place: Parameters<typeof item>[0] = {}) =>
  updateOf([run([item(place, content)])]);
const deletions = (...ranges: Deletions['ranges']): Deletions => ({ clientId: 7, ranges });
/** A field, and not the prototype. */
const ownProto = Object.fromEntries([['__proto__', { admin: true }]]);
const letter = item({}, text('x'));

test('R4: an outline says what an update adds, what it builds on, and where its types are', () => {
  const update = updateOf(
    [
      run([item({ parent: [3, 4] }, type(1)), item({ left: [2, 8] }, text('añ😀'))], 5),
      run([item({ left: [7, 5], right: [2, 3] }, any(1, 'two', null))], 0, 6),
    ],
    [
      {
        clientId: 2,
        ranges: [
          [0, 2],
          [10, 5],
        ],
      },
    ],
  );
  expect(readUpdate(update, rules)).toMatchObject({
    added: new Map([
      [7, { from: 5, to: 10 }],
      [6, { from: 0, to: 3 }],
    ]),
    needs: new Map([
      [3, 5],
      [2, 15],
      [7, 6],
    ]),
    types: [{ clientId: 7, clock: 5 }],
  });
});

test.each<[string, Uint8Array]>([
  ['a run of 2³¹ structs of which none follows', updateOf([{ ...run([]), declared: 2 ** 31 }])],
  ['more client ids than there are bytes', new Uint8Array([200, 200, 3, 1, 7, 0])],
  [
    'more deletions than there are bytes',
    updateOf([], [{ ...deletions([0, 1]), declared: 9_999 }]),
  ],
  ['more values than there are bytes', one(anyOfBytes([117, 255, 255, 3]))],
  ['more fields than there are bytes', one(anyOfBytes([118, 255, 255, 3]))],
  ['a client id without structs', updateOf([run([])])],
  ['a client id that comes twice', updateOf([run([letter]), run([letter], 1)])],
  ['a gap between its structs', updateOf([run([letter, skipped(3), letter])])],
  ['an item that builds on itself', updateOf([run([item({ left: [7, 0] }, text('x'))])])],
  ['an item that builds on a later one', updateOf([run([item({ right: [7, 5] }, text('x'))])])],
  ['an empty text', one(text(''))],
  ['an empty list', one(any())],
  ['a deleted nothing', one(deleted(0))],
  ['a collected nothing', updateOf([run([collected(0)])])],
  ['a clock beyond 2⁵³ − 1', updateOf([run([letter, letter], Number.MAX_SAFE_INTEGER - 1)])],
  ['a length beyond 2⁵³ − 1', updateOf([run([letter, collected(Number.MAX_SAFE_INTEGER)])])],
  ['a client id that never ends', new Uint8Array([1, 1, ...Array<number>(300).fill(128), 0, 0, 0])],
  ['a client id of 9 bytes', new Uint8Array([1, 1, ...Array<number>(8).fill(255), 1, 0, 0, 1])],
  ['content of an unknown kind', one(ofKind(11))],
  ['a collected struct that claims a parent', one(ofKind(0))],
  ['a type that Yjs does not know', one(type(7))],
  ['a value that Yjs does not know', one(anyOfBytes([115]))],
  ['a subdocument', one(subdocument('other'))],
  ['a text that is not UTF-8', one(textOfBytes(new Uint8Array([0xc3, 0x28])))],
  ['a long text that is not UTF-8', one(textOfBytes(new Uint8Array(100).fill(0xff)))],
  ['half a character', one(textOfBytes(new Uint8Array([0xed, 0xa0, 0x80])))],
  ['an embed that is no JSON', one(embed('{'))],
  ['a value that is no JSON', one(json('1', 'two'))],
  ['deletions out of order', updateOf([], [deletions([5, 1], [0, 1])])],
  ['deletions that overlap', updateOf([], [deletions([0, 5], [4, 1])])],
  ['deletions without length', updateOf([], [deletions([0, 0])])],
  ['deletions of one client id twice', updateOf([], [deletions([0, 1]), deletions([1, 1])])],
  ['bytes after its end', new Uint8Array([0, 0, 0])],
])('R4: an update with %s is malformed', (_what, update) => {
  expect(() => readUpdate(update, rules)).toThrow(malformed);
});

test.each<[string, Uint8Array]>([
  ['the key of a map', one(text('x'), { key: '__proto__' })],
  ['a root type', one(text('x'), { parent: 'constructor' })],
  ['a field of a value', one(any({ a: [ownProto] }))],
  ['a field of older JSON', one(json('[{"prototype":1}]'))],
  ['a field of an embed', one(embed('{"a":{"__proto__":1}}'))],
  ['an escaped field of an embed', one(embed(String.raw`{"\u005f_proto__":1}`))],
  ['the name of a format', one(format('constructor', 'true'))],
  ['a field of a format', one(format('bold', '{"constructor":1}'))],
  ['the name of an element', one(type(3, '__proto__'))],
])('R4: %s that would reach a prototype is malformed', (_what, update) => {
  expect(() => readUpdate(update, rules)).toThrow(malformed);
});

test('R4: such a name is taken where it is no key', () => {
  for (const word of ['__proto__', 'constructor', 'prototype']) {
    expect(() => readUpdate(one(text(word)), rules)).not.toThrow();
    expect(() => readUpdate(one(any(word, [word], { word })), rules)).not.toThrow();
    expect(() => readUpdate(one(embed(JSON.stringify([word]))), rules)).not.toThrow();
  }
});

test('R4: values nest 16 deep and no deeper', () => {
  const nested = (depth: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { value };
    return value;
  };
  for (const content of [
    (value: unknown) => any(value as never), // whatever JSON can say, lib0 can
    (value: unknown) => json(JSON.stringify(value)),
    (value: unknown) => embed(JSON.stringify(value)),
  ]) {
    expect(() => readUpdate(one(content(nested(16))), rules)).not.toThrow();
    expect(() => readUpdate(one(content(nested(17))), rules)).toThrow(malformed);
  }
  const abyss = '['.repeat(30_000) + ']'.repeat(30_000);
  expect(() => readUpdate(one(embed(abyss)), rules)).toThrow(malformed);
  const hole = Array.from({ length: 60_000 }, (_, index) => (index % 2 === 0 ? 117 : 1));
  expect(() => readUpdate(one(anyOfBytes(hole)), rules)).toThrow(malformed);
});

test('R4: where root types are named, no other is taken', () => {
  const named = { ...rules, rootTypes: new Set(['notes', 'actors']) };
  expect(() => readUpdate(one(text('x'), { parent: 'notes' }), named)).not.toThrow();
  expect(() => readUpdate(one(text('x'), { parent: 'other' }), named)).toThrow(malformed);
  expect(() => readUpdate(one(text('x'), { parent: 'other' }), rules)).not.toThrow();
});

test('R4: an update in the V2 encoding is malformed', () => {
  const doc = new Y.Doc();
  expect(() => readUpdate(Y.encodeStateAsUpdateV2(doc), rules)).toThrow(malformed);
  doc.getText('notes').insert(0, 'agreed');
  doc.getMap('actors').set('a', new Y.Map([['name', 'Union']]));
  expect(() => readUpdate(Y.encodeStateAsUpdateV2(doc), rules)).toThrow(malformed);
  doc.getText('notes').delete(0, 3);
  expect(() => readUpdate(Y.encodeStateAsUpdateV2(doc), rules)).toThrow(malformed);
});

test('R4: whatever Yjs writes is taken, and understood as Yjs understands it', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 30 }), (edits) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
      const updates: Uint8Array[] = [];
      for (const doc of docs) doc.on('update', (update: Uint8Array) => updates.push(update));
      for (const [who, change] of edits) {
        change(docs[who]);
        if (who === 0) for (const doc of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[1]));
      }
      updates.push(...docs.map((doc) => Y.encodeStateAsUpdate(doc)));
      updates.push(Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc))));
      for (const update of updates) {
        const { added } = readUpdate(update, rules);
        const { from, to } = Y.parseUpdateMeta(update);
        expect(new Map([...added].map(([id, range]) => [id, range.from]))).toEqual(from);
        expect(new Map([...added].map(([id, range]) => [id, range.to]))).toEqual(to);
      }
    }),
    { numRuns: 300 },
  );
});

/** Who makes a change, and which. */
const edit = fc.tuple(
  fc.constantFrom(0, 1, 2),
  fc.oneof(
    fc
      .record({ at: fc.nat(20), value: fc.string({ unit: 'binary', minLength: 1 }) })
      .map(({ at, value }) => (doc: Y.Doc) => {
        const notes = doc.getText('notes');
        notes.insert(Math.min(at, notes.length), value);
      }),
    fc.record({ at: fc.nat(20), length: fc.nat(5) }).map(({ at, length }) => (doc: Y.Doc) => {
      const notes = doc.getText('notes');
      if (at + length < notes.length) notes.delete(at, length);
    }),
    fc.record({ at: fc.nat(9), length: fc.nat(5) }).map(({ at, length }) => (doc: Y.Doc) => {
      const notes = doc.getText('notes');
      if (at + length < notes.length) notes.format(at, length, { bold: true, tint: { c: 1 } });
    }),
    fc
      .record({ key: fc.constantFrom('a', 'b', 'ключ'), value: fc.jsonValue({ maxDepth: 4 }) })
      .filter(({ value }) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)))
      .map(
        ({ key, value }) =>
          (doc: Y.Doc) =>
            doc.getMap('actors').set(key, value),
      ),
    fc.constant((doc: Y.Doc) => doc.getMap('actors').delete('a')),
    fc.constant((doc: Y.Doc) => {
      const record = new Y.Map<unknown>([['name', 'Union']]);
      doc.getMap('actors').set('b', record);
      record.set('texts', new Y.Array());
    }),
    fc
      .oneof(fc.integer(), fc.double(), fc.bigInt({ min: 0n, max: 2n ** 60n }), fc.uint8Array())
      .map((value) => (doc: Y.Doc) => doc.getArray<unknown>('list').push([{ value }, [value]])),
    fc.constant((doc: Y.Doc) => {
      const element = new Y.XmlElement('p');
      element.setAttribute('class', 'lead');
      doc.getXmlFragment('page').insert(0, [element, new Y.XmlText('word')]);
    }),
  ),
);
