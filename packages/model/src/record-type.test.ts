import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { completeRecord, decodeRecord, encodeRecord, writeField } from './board/codec.ts';
import { line, LongText, StringSet } from './fields.ts';
import { defineRecord, migrate } from './record-type.ts';

/*
 * A type of the test's own, as it was first written and as it is after two migrations: `label` became
 * `title`; then a field for tags came.
 */
const first = defineRecord('note', { label: line(20), body: LongText })({
  defaults: () => ({ body: '' }),
  kinds: { texts: ['body'] },
});
const third = defineRecord('note', { title: line(20), body: LongText, tags: StringSet })({
  defaults: () => ({ body: '', tags: [] }),
  kinds: { texts: ['body'], sets: ['tags'] },
  migrations: [
    { to: 2, up: ({ label, ...record }) => ({ ...record, title: label }) },
    { to: 3, up: (record) => ({ ...record, tags: ['untagged'] }) },
  ],
});

/** A stored record that lies in a document, as all do. */
function lying(stored: Y.Map<unknown>): Y.Map<unknown> {
  new Y.Doc().getMap('note').set('id', stored);
  return stored;
}

describe('a record type', () => {
  test('has the version that its migrations lead to', () => {
    expect([first.version, third.version]).toEqual([1, 3]);
  });

  test('is refused when a version is left out', () => {
    const define = defineRecord('note', { title: line(20) });
    const up = (record: Record<string, unknown>) => record;
    expect(() => define({ defaults: () => ({}), migrations: [{ to: 3, up }] })).toThrow(
      'note: migration 1 must lead to version 2',
    );
    expect(() =>
      define({ defaults: () => ({}), migrations: [2, 2].map((to) => ({ to, up })) }),
    ).toThrow('migration 2 must lead to version 3');
  });

  test('knows whether its records stand in an order', () => {
    expect(first.ordered).toBe(false);
    const ordered = defineRecord('item', { order: line() })({ defaults: () => ({}) });
    expect(ordered.ordered).toBe(true);
  });
});

describe('migration', () => {
  test('runs the steps that a record has not had, and leaves the given record alone', () => {
    const old = { label: 'Minutes', body: '' };
    expect(migrate(third, old, 1)).toEqual({ title: 'Minutes', body: '', tags: ['untagged'] });
    expect(migrate(third, { title: 'T', body: '' }, 2)).toMatchObject({ tags: ['untagged'] });
    expect(migrate(third, { title: 'T', body: '', tags: [] }, 3)).toMatchObject({ tags: [] });
    expect(old).toEqual({ label: 'Minutes', body: '' });
  });

  test('reads what an older Parley stored, and does not write while reading', () => {
    const stored = lying(encodeRecord(first, { label: 'Minutes', body: 'Text.' }));
    expect(decodeRecord(third, 'id', stored)).toEqual({
      ok: true,
      record: { id: 'id', title: 'Minutes', body: 'Text.', tags: ['untagged'] },
    });
    expect([...stored.keys()].sort()).toEqual(['body', 'label', 'version']);
  });

  test('shows what a newer Parley stored as newer, not as broken', () => {
    const stored = lying(encodeRecord(third, { title: 'Minutes', body: '', tags: [] }));
    expect(decodeRecord(first, 'id', stored)).toEqual({ ok: false, reason: 'newer' });
  });

  test('that fails leaves the record unreadable, and nothing else', () => {
    const failing = defineRecord('note', { title: line(20) })({
      defaults: () => ({}),
      migrations: [
        {
          to: 2,
          up: () => {
            throw new Error('cannot lift this');
          },
        },
      ],
    });
    const stored = lying(encodeRecord(first, { label: 'Minutes', body: '' }));
    expect(decodeRecord(failing, 'id', stored)).toEqual({ ok: false, reason: 'invalid' });
  });

  test('whose result does not hold what the type says is not shown', () => {
    const stored = lying(encodeRecord(first, { label: 'x'.repeat(40), body: '' }));
    expect(decodeRecord(third, 'id', stored)).toEqual({ ok: false, reason: 'invalid' });
  });
});

test('a record of an older version is completed as a whole: the two versions’ fields do not mix', () => {
  const stored = lying(encodeRecord(first, { label: 'Minutes', body: 'Text.' }));
  stored.delete('label');
  completeRecord(third, stored, { id: 'id', title: 'Before', body: 'Before.', tags: ['a'] });
  expect(decodeRecord(third, 'id', stored)).toMatchObject({
    record: { title: 'Before', body: 'Before.', tags: ['a'] },
  });
});

test('a record of the same version is given what it lacks and keeps the rest', () => {
  const stored = lying(encodeRecord(third, { title: 'Now', body: 'Now.', tags: [] }));
  stored.delete('title');
  completeRecord(third, stored, { id: 'id', title: 'Before', body: 'Before.', tags: ['a'] });
  expect(decodeRecord(third, 'id', stored)).toMatchObject({
    record: { title: 'Before', body: 'Now.', tags: [] },
  });
});

test('a field that a migration made a text or a set becomes one when it is next written', () => {
  const stored = lying(new Y.Map<unknown>([['body', 'plain']]));
  writeField(third, stored, 'body', 'Typed.');
  writeField(third, stored, 'tags', ['a']);
  expect(stored.get('body')).toBeInstanceOf(Y.Text);
  expect(stored.get('tags')).toBeInstanceOf(Y.Map);
});
