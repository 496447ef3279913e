import { refuseForbiddenKey, type ByteReader } from './byte-reader.ts';
import { malformed } from './refusal.ts';

/** What a struct of an update (V1) can hold, by the number that stands in its first byte. */
export const structKinds = {
  collected: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  text: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  subdocument: 9,
} as const;

/** Array, map, text, XML element, fragment, hook, XML text; elements and hooks have a name. */
const typeRefs = 7;
const namedTypeRefs: ReadonlySet<number> = new Set([3, 5]);

/**
 * Walks over the content of one item and returns how many clocks it takes.
 *
 * @param depth how deep the values in it may nest (R4)
 * @throws Refusal
 */
export function skipContent(reader: ByteReader, kind: number, depth: number): number {
  switch (kind) {
    case structKinds.deleted:
      return reader.varUint();
    case structKinds.json:
      return skipJsonValues(reader, depth);
    case structKinds.binary:
      reader.skipBytes();
      return 1;
    case structKinds.text:
      return reader.skipText();
    case structKinds.embed:
      checkJson(reader.text(), depth);
      return 1;
    case structKinds.format:
      reader.skipKey();
      checkJson(reader.text(), depth);
      return 1;
    case structKinds.type:
      skipType(reader);
      return 1;
    case structKinds.any:
      return skipAnyValues(reader, depth);
    case structKinds.subdocument:
      // Reading one builds a whole Y.Doc for a few bytes.
      throw malformed('subdocuments are not taken');
    default:
      throw malformed(`unknown kind of content ${kind}`);
  }
}

function skipJsonValues(reader: ByteReader, depth: number): number {
  const count = reader.count(1);
  for (let index = 0; index < count; index += 1) {
    const text = reader.text();
    // Yjs writes this for a value that JSON does not have.
    if (text !== 'undefined') checkJson(text, depth);
  }
  return count;
}

function skipAnyValues(reader: ByteReader, depth: number): number {
  const count = reader.count(1);
  for (let index = 0; index < count; index += 1) skipAny(reader, depth);
  return count;
}

function skipType(reader: ByteReader): void {
  const ref = reader.varUint();
  if (ref >= typeRefs) throw malformed(`unknown type ${ref}`);
  if (namedTypeRefs.has(ref)) reader.skipKey();
}

/** A value as Yjs writes it into maps and arrays; its first byte is its kind, 127 downwards. */
function skipAny(reader: ByteReader, depth: number): void {
  const kind = reader.byte();
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      skipVarInt(reader);
      return;
    case 124:
      reader.skip(4);
      return;
    case 123: // a double
    case 122: // a bigint
      reader.skip(8);
      return;
    case 119:
      reader.skipText();
      return;
    case 118:
      refuseBelow(depth);
      for (let fields = reader.count(2); fields > 0; fields -= 1) {
        reader.skipKey();
        skipAny(reader, depth - 1);
      }
      return;
    case 117:
      refuseBelow(depth);
      for (let items = reader.count(1); items > 0; items -= 1) skipAny(reader, depth - 1);
      return;
    case 116:
      reader.skipBytes();
      return;
    default:
      throw malformed(`unknown kind of value ${kind}`);
  }
}

/** 6 bits beside the sign in the first byte, 7 in each that follows. */
function skipVarInt(reader: ByteReader): void {
  if (reader.byte() > 127) reader.varUint();
}

function checkJson(text: string, depth: number): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed('content that is no JSON', { cause: error });
  }
  checkJsonValue(value, depth);
}

function checkJsonValue(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  refuseBelow(depth);
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) refuseForbiddenKey(key);
    checkJsonValue(inner, depth - 1);
  }
}

function refuseBelow(depth: number): void {
  if (depth === 0) throw malformed('a value nested too deep');
}
