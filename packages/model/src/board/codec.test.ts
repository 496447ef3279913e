import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { participantType } from '../records/index.ts';
import { Board } from './board.ts';
import { decodeRecord, sameJson, writeField } from './codec.ts';
import { rootOf } from './roots.ts';

/** A board with one participant, and that participant's stored record. */
function onePerson() {
  const doc = new Y.Doc();
  const board = new Board(doc);
  const result = board.create('participant', {
    name: 'A',
    languages: ['ar'],
    attributes: { status: 'displaced' },
  });
  const stored = result.ok ? rootOf(doc, 'participant').get(result.value) : undefined;
  if (!result.ok || !stored) throw new Error('The participant was not written');
  return { doc, board, id: result.value, stored };
}

describe('what a hostile client may store', () => {
  test.each<readonly [string, string, () => unknown]>([
    ['a number for a name', 'name', () => 5],
    ['a map for a name', 'name', () => new Y.Map()],
    ['a list for a text', 'notes', () => new Y.Array()],
    ['a text longer than any', 'notes', () => new Y.Text('x'.repeat(20_001))],
    ['a text for a set', 'languages', () => new Y.Text('ar')],
    ['a set larger than any', 'languages', () => new Y.Map(range(1_001).map((key) => [key, true]))],
    ['a set with a key longer than any', 'languages', () => new Y.Map([['x'.repeat(121), true]])],
    ['a map with values of the wrong type', 'attributes', () => new Y.Map([['status', 1]])],
    ['lists in lists in lists', 'name', () => range(2_000).reduce<unknown>((list) => [list], [])],
    ['bytes', 'name', () => new Uint8Array(8)],
    ['a document', 'name', () => new Y.Doc()],
    ['a key that nothing can be appended to', 'order', () => 'z'.repeat(27)],
    ['no version', 'version', () => null],
    ['a version before the first', 'version', () => 0],
    ['half a version', 'version', () => 1.5],
  ])('%s makes that record unreadable and no other', (_, field, value) => {
    const { board, stored, id } = onePerson();
    board.create('participant', { name: 'B' });
    stored.set(field, value());
    expect(board.get('participant', id)).toBeUndefined();
    expect(board.unreadable).toEqual([{ type: 'participant', id, reason: 'invalid' }]);
    expect(board.list('participant').map(({ name }) => name)).toEqual(['B']);
  });

  test('maps in maps in maps make that record unreadable, however deep they go', () => {
    const { doc, board, stored, id } = onePerson();
    let innermost = stored;
    doc.transact(() => {
      for (const field of ['attributes', ...range(20_000)]) {
        const deeper = new Y.Map<unknown>();
        innermost.set(field, deeper);
        innermost = deeper;
      }
    });
    expect(board.unreadable).toEqual([{ type: 'participant', id, reason: 'invalid' }]);
  });

  test('an unreadable record is kept, cannot be changed, and can be removed', () => {
    const { board, doc, stored, id } = onePerson();
    stored.set('name', 5);
    expect(board.change('participant', id, { name: 'B' })).toMatchObject({
      ok: false,
      problems: [{ reason: 'unreadable' }],
    });
    expect(rootOf(doc, 'participant').get(id)?.get('name')).toBe(5);
    board.remove('participant', [id]);
    expect(board.unreadable).toEqual([]);
  });

  test('fields that no type has are not read, whatever they are called', () => {
    const { board, stored, id } = onePerson();
    stored.set('secret', 'x');
    stored.set('__proto__', new Y.Map([['polluted', true]]));
    stored.set('constructor', 'x');
    const record = board.get('participant', id);
    expect(Object.keys(record ?? {}).sort()).toEqual(
      ['id', ...Object.keys(participantType.schema.entries)].sort(),
    );
    expect(record).not.toHaveProperty('polluted');
  });

  test('a missing field is not found on a prototype of somebody’s making', () => {
    const { board, stored, id } = onePerson();
    stored.delete('order');
    stored.set('__proto__', new Y.Map([['order', 'a0']]));
    expect(board.get('participant', id)).toBeUndefined();
  });

  test('an id that could not be in an address is not shown', () => {
    const { stored } = onePerson();
    expect(decodeRecord(participantType, '../secret', stored)).toEqual({
      ok: false,
      reason: 'invalid',
    });
  });
});

describe('writing', () => {
  test('stores no plain field that holds its default; reading fills it in', () => {
    const { board, stored, id } = onePerson();
    expect([stored.has('name'), stored.has('region'), stored.has('stage')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(board.get('participant', id)).toMatchObject({ region: '', stage: 'longlisted' });
    // Two can type in a text, or add to a set, before anything stands there: those lie there at once.
    expect([stored.get('notes'), stored.get('languages')]).toEqual([
      expect.any(Y.Text),
      expect.any(Y.Map),
    ]);

    board.change('participant', id, { region: 'Coast' });
    board.change('participant', id, { region: '' });
    expect(stored.get('region')).toBe('');
  });

  test('writes what the type has and nothing else', () => {
    const { board, stored, id } = onePerson();
    const more = { name: 'B', secret: 'x' };
    expect(board.change('participant', id, more).ok).toBe(true);
    expect([stored.get('name'), stored.has('secret')]).toEqual(['B', false]);
  });

  test('takes objects without a prototype, as Object.groupBy makes them', () => {
    const { board, id } = onePerson();
    const attributes = Object.assign(Object.create(null) as Record<string, string>, {
      status: 'x',
    });
    board.change('participant', id, { attributes });
    expect(board.get('participant', id)?.attributes).toEqual({ status: 'x' });
    expect(board.create('participant', { name: 'C', attributes }).ok).toBe(true);
  });

  // Of the pairs, two begin alike (😀 😁) and two end alike (😀 𐈀).
  const alphabet = fc.constantFrom('a', 'b', '😀', '😁', '\u{10200}', 'ع', 'é');

  test('any text turns into any other, one stretch at a time, and no character is cut', () => {
    const text = fc.string({
      unit: alphabet,
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { doc, stored } = onePerson();
        writeField(participantType, stored, 'notes', before);
        let deltas = 0;
        const notes = stored.get('notes');
        if (notes instanceof Y.Text) notes.observe(() => (deltas += 1));
        doc.transact(() => {
          writeField(participantType, stored, 'notes', after);
        });
        expect(String(notes)).toBe(after);
        expect(deltas).toBe(before === after ? 0 : 1);
        const copy = new Y.Doc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        expect(new Board(copy).list('participant')[0]?.notes).toBe(after);
      }),
    );
  });

  test('a set written over another is that set, sorted', () => {
    const languages = fc.uniqueArray(fc.constantFrom('ar', 'en', 'fr', 'ku', '__proto__'));
    fc.assert(
      fc.property(languages, languages, (before, after) => {
        const { board, id } = onePerson();
        board.change('participant', id, { languages: before });
        board.change('participant', id, { languages: after });
        expect(board.get('participant', id)?.languages).toEqual([...after].sort());
      }),
    );
  });
});

test('two JSON values are the same exactly when they mean the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(sameJson(a, structuredClone(a))).toBe(true);
      expect(sameJson(a, b)).toBe(isDeepStrictEqual(a, b));
    }),
  );
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect([sameJson([1], [1, 2]), sameJson({ a: 1 }, { a: 1, b: 1 }), sameJson([], {})]).toEqual([
    false,
    false,
    false,
  ]);
});

const range = (count: number) => Array.from({ length: count }, (_, index) => String(index));
