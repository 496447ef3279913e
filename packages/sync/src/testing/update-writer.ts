import * as encoding from 'lib0/encoding';

/*
 * Updates (V1) written by hand, so that they can say what Yjs never would. The format is that of
 * yjs 13.6, `src/utils/encoding.js`.
 */

type Write = (encoder: encoding.Encoder) => void;

/** The id of a struct, as client id and clock. */
type Id = readonly [clientId: number, clock: number];

export interface Run {
  readonly clientId: number;
  readonly clock: number;
  readonly structs: readonly Write[];
  /** What the update says of their number, if not the truth. */
  readonly declared?: number;
}

export interface Deletions {
  readonly clientId: number;
  readonly ranges: readonly (readonly [clock: number, length: number])[];
  readonly declared?: number;
}

export function updateOf(
  runs: readonly Run[],
  deletions: readonly Deletions[] = [],
): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length);
    for (const { clientId, clock, structs, declared } of runs) {
      encoding.writeVarUint(encoder, declared ?? structs.length);
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      for (const write of structs) write(encoder);
    }
    encoding.writeVarUint(encoder, deletions.length);
    for (const { clientId, ranges, declared } of deletions) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, declared ?? ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

export interface Place {
  readonly left?: Id;
  readonly right?: Id;
  /** A root type by its name, or the item of a type; read only when there are no neighbours. */
  readonly parent?: string | Id;
  readonly key?: string;
}

interface Content {
  readonly kind: number;
  readonly write: Write;
}

export function item({ left, right, parent = 'notes', key }: Place, content: Content): Write {
  return (encoder) => {
    const bits = (left ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
    encoding.writeUint8(encoder, content.kind | bits);
    if (left) writeId(encoder, left);
    if (right) writeId(encoder, right);
    if (!left && !right) {
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
      else writeId(encoder, parent);
      if (key !== undefined) encoding.writeVarString(encoder, key);
    }
    content.write(encoder);
  };
}

export const collected =
  (length: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
  };

export const skipped =
  (length: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 10);
    encoding.writeVarUint(encoder, length);
  };

const contentOf =
  <Values extends readonly unknown[]>(
    kind: number,
    write: (encoder: encoding.Encoder, ...values: Values) => void,
  ) =>
  (...values: Values): Content => ({ kind, write: (encoder) => write(encoder, ...values) });

export const deleted = contentOf(1, (encoder, length: number) =>
  encoding.writeVarUint(encoder, length),
);
export const json = contentOf(2, (encoder, ...texts: string[]) => {
  encoding.writeVarUint(encoder, texts.length);
  for (const value of texts) encoding.writeVarString(encoder, value);
});
export const text = contentOf(4, (encoder, value: string) =>
  encoding.writeVarString(encoder, value),
);
/** Its bytes need not be text. */
export const textOfBytes = contentOf(4, (encoder, bytes: Uint8Array) =>
  encoding.writeVarUint8Array(encoder, bytes),
);
export const embed = contentOf(5, (encoder, value: string) =>
  encoding.writeVarString(encoder, value),
);
export const format = contentOf(6, (encoder, key: string, value: string) => {
  encoding.writeVarString(encoder, key);
  encoding.writeVarString(encoder, value);
});
/** 0 array, 1 map, 2 text; 3, an element, has a name. */
export const type = contentOf(7, (encoder, ref: number, name?: string) => {
  encoding.writeVarUint(encoder, ref);
  if (name !== undefined) encoding.writeVarString(encoder, name);
});
export const any = contentOf(8, (encoder, ...values: encoding.AnyEncodable[]) => {
  encoding.writeVarUint(encoder, values.length);
  for (const value of values) encoding.writeAny(encoder, value);
});
/** One value given as the bytes that stand for it. */
export const anyOfBytes = contentOf(8, (encoder, bytes: readonly number[]) => {
  encoding.writeVarUint(encoder, 1);
  encoding.writeUint8Array(encoder, new Uint8Array(bytes));
});
export const subdocument = contentOf(9, (encoder, guid: string) => {
  encoding.writeVarString(encoder, guid);
  encoding.writeAny(encoder, {});
});
export const ofKind = (kind: number): Content => contentOf(kind, () => undefined)();

function writeId(encoder: encoding.Encoder, [clientId, clock]: Id): void {
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
}
