import * as v from 'valibot';
import * as Y from 'yjs';
import { Id } from '../fields.ts';
import { migrate, type Migration, type FieldKinds } from '../record-type.ts';
import { done, refused, type Problem, type Result } from './result.ts';

/** The part of a record type that reading and writing need, whatever its fields are. */
export interface AnyRecordType {
  readonly name: string;
  readonly version: number;
  readonly schema: v.ObjectSchema<v.ObjectEntries, undefined>;
  readonly kinds: FieldKinds;
  readonly unsaid: Readonly<Plain>;
  readonly migrations: readonly Migration[];
}

export type Plain = Record<string, unknown>;
export type StoredRecord = Y.Map<unknown>;

/** Key of a stored record that holds the version of its type at the time of writing. */
export const versionKey = 'version';

export type Decoded =
  | { readonly ok: true; readonly record: Plain & { readonly id: string } }
  | { readonly ok: false; readonly reason: UnreadableReason };

/** Why a record cannot be shown: another Parley wrote it, or it does not hold what its type says. */
export type UnreadableReason = 'newer' | 'invalid';

/**
 * Reads one stored record. Never throws, whatever stands there: it comes from other people's devices.
 */
export function decodeRecord(type: AnyRecordType, id: string, stored: unknown): Decoded {
  try {
    if (!(stored instanceof Y.Map) || !v.is(Id, id)) return { ok: false, reason: 'invalid' };
    const version: unknown = stored.get(versionKey);
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
      return { ok: false, reason: 'invalid' };
    }
    if (version > type.version) return { ok: false, reason: 'newer' };
    // Opening a board waits for all of its records, and nearly all are of this version.
    const older =
      version < type.version ? migrate(type, readPlain(type.kinds, stored), version) : null;
    const valueOf = (field: string) =>
      older ? older[field] : readValue(type.kinds, field, stored.get(field));
    const record = readFields(type, id, valueOf);
    return record === null ? { ok: false, reason: 'invalid' } : { ok: true, record };
  } catch {
    return { ok: false, reason: 'invalid' };
  }
}

function readPlain(kinds: FieldKinds, stored: StoredRecord): Plain {
  // Without a prototype: a field that somebody named `__proto__` is a field like any other.
  const plain = Object.create(null) as Plain; // an empty object is a plain one
  stored.forEach((value, field) => {
    if (field !== versionKey) plain[field] = readValue(kinds, field, value);
  });
  return plain;
}

function readValue(kinds: FieldKinds, field: string, value: unknown): unknown {
  if (value instanceof Y.Text) return value.toJSON();
  if (!(value instanceof Y.Map)) return value;
  return kinds.sets?.includes(field) ? [...value.keys()].sort() : value.toJSON();
}

/**
 * Checks what was stored against its schema and fills in what was not: that is the type's own and needs no
 * check. Most fields of most records are not stored.
 * @param valueOf reads a field; undefined: it was not stored
 * @returns null when a field does not hold what its type says
 */
function readFields(
  { schema, unsaid }: AnyRecordType,
  id: string,
  valueOf: (field: string) => unknown,
): (Plain & { readonly id: string }) | null {
  const record: Plain & { id: string } = { id };
  for (const field in schema.entries) {
    const value = valueOf(field);
    const entry = schema.entries[field];
    if (value === undefined && Object.hasOwn(unsaid, field)) record[field] = unsaid[field];
    else if (entry) {
      const parsed = v.safeParse(entry, value);
      if (!parsed.success) return null;
      record[field] = parsed.output;
    }
  }
  return record;
}

/** Makes the stored form of a validated record, without the plain fields that hold their default. */
export function encodeRecord(type: AnyRecordType, record: Plain): StoredRecord {
  const stored = new Y.Map<unknown>();
  stored.set(versionKey, type.version);
  for (const [field, value] of Object.entries(record)) {
    if (field === 'id' || isUnsaid(type, field, value)) continue;
    stored.set(field, encodeField(type.kinds, field, value));
  }
  return stored;
}

/** Whether nothing has to be stored for a field to be read as this value. */
const isUnsaid = (type: AnyRecordType, field: string, value: unknown): boolean =>
  Object.hasOwn(type.unsaid, field) && sameJson(type.unsaid[field], value);

function encodeField(kinds: FieldKinds, field: string, value: unknown): unknown {
  if (kinds.texts?.includes(field) && typeof value === 'string') return new Y.Text(value);
  if (kinds.sets?.includes(field) && Array.isArray(value)) {
    return new Y.Map(value.map((key) => [String(key), true]));
  }
  if (kinds.maps?.includes(field) && isPlain(value)) return new Y.Map(Object.entries(value));
  return value;
}

/**
 * Writes one field so that as little as possible is replaced: a text by its one changed stretch, a set
 * or map key by key. What others change at the same time in the same field stays.
 */
export function writeField(
  type: AnyRecordType,
  stored: StoredRecord,
  field: string,
  value: unknown,
) {
  const current = stored.get(field);
  if (current instanceof Y.Text && typeof value === 'string') spliceText(current, value);
  else if (current instanceof Y.Map && type.kinds.sets?.includes(field) && Array.isArray(value)) {
    writeKeys(current, Object.fromEntries(value.map((key) => [String(key), true])));
  } else if (current instanceof Y.Map && isPlain(value)) writeKeys(current, value);
  else if (!sameJson(current, value)) stored.set(field, encodeField(type.kinds, field, value));
}

/** Whether a field of `record` would be read as something else, or as nothing, since it is not stored. */
export const lacksFields = (type: AnyRecordType, stored: StoredRecord, record: Plain): boolean =>
  Object.entries(record).some(
    ([field, value]) => field !== 'id' && !stored.has(field) && !isUnsaid(type, field, value),
  );

/**
 * Gives a stored record the fields that it lacks: those of `record`, and all of them where the stored
 * ones are of another version and cannot be mixed with these.
 */
export function completeRecord(type: AnyRecordType, stored: StoredRecord, record: Plain) {
  const sameVersion = stored.get(versionKey) === type.version;
  for (const [field, value] of Object.entries(record)) {
    if (field === 'id' || (sameVersion && stored.has(field))) continue;
    writeField(type, stored, field, value);
  }
  if (!sameVersion) stored.set(versionKey, type.version);
}

function spliceText(text: Y.Text, next: string) {
  const previous = text.toJSON();
  if (previous === next) return;
  const shorter = Math.min(previous.length, next.length);
  let start = 0;
  while (start < shorter && previous[start] === next[start]) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    previous[previous.length - 1 - end] === next[next.length - 1 - end]
  ) {
    end += 1;
  }
  // Never cut a surrogate pair in half: Yjs would store a broken character.
  if (start > 0 && isHighSurrogate(previous, start - 1)) start -= 1;
  if (end > 0 && isLowSurrogate(previous, previous.length - end)) end -= 1;
  const removed = previous.length - start - end;
  if (removed > 0) text.delete(start, removed);
  const inserted = next.slice(start, next.length - end);
  if (inserted !== '') text.insert(start, inserted);
}

const isHighSurrogate = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLowSurrogate = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

function writeKeys(map: Y.Map<unknown>, next: Plain) {
  for (const key of [...map.keys()]) if (!Object.hasOwn(next, key)) map.delete(key);
  for (const [key, value] of Object.entries(next)) {
    if (!sameJson(map.get(key), value)) map.set(key, value);
  }
}

/** Deep equality of two JSON values, without regard to the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

function isPlain(value: unknown): value is Plain {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/**
 * Validates a record that somebody wants to write.
 * @returns the record with its type's fields and no others, as plain objects; or problems that name fields
 */
export function checkRecord(type: AnyRecordType, record: Plain, index = 0): Result<Plain> {
  const parsed = v.safeParse(type.schema, record);
  if (parsed.success) return done(parsed.output);
  return refused(
    ...parsed.issues.map((issue) => {
      const field = issue.path?.[0]?.key;
      return { field: typeof field === 'string' ? field : '', reason: reasonOf(issue), index };
    }),
  );
}

function reasonOf(issue: v.BaseIssue<unknown>): Problem['reason'] {
  if (issue.type === 'max_length') return 'too-long';
  if (issue.message === 'must not be empty') return 'empty';
  if (issue.message === 'must be one line of text') return 'not-one-line';
  return 'not-allowed';
}
