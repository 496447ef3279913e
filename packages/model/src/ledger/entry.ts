import * as v from 'valibot';
import { Id, line } from '../fields.ts';

/**
 * Who said it, as the server knew them then; null in a space under non-attribution: a participant, and
 * nothing anywhere says which.
 */
export const Author = v.nullable(v.object({ person: Id, name: line(80) }));
export type Author = v.InferOutput<typeof Author>;

/** What the server puts on every entry. */
const stamp = {
  /** The place in the ledger, from 1; two servers may once give the same one, ids decide then. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Milliseconds since 1970 (UTC), by the server's clock. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  by: Author,
};

/**
 * Defines a kind of entry by the fields that are its own. A field that comes later is optional: what
 * was appended once is never written again.
 */
export function defineEntry<const Kind extends string, E extends v.ObjectEntries>(
  kind: Kind,
  fields: E,
) {
  return {
    kind,
    fields: v.object(fields),
    schema: v.object({ kind: v.literal(kind), ...stamp, ...fields }),
  };
}

/** Several lines of text that hold something, without other control characters. */
export const paragraphs = (most: number) =>
  v.pipe(v.string(), v.maxLength(most), v.regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n])*$/u));

export const requiredParagraphs = (most: number) =>
  v.pipe(paragraphs(most), v.regex(/\S/, 'must not be empty'));
