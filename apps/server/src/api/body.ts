import type { Request } from 'express';
import * as v from 'valibot';
import { refusal, type Reply } from './reply.ts';

export type Body<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Reply };

/** The body as the schema says, or the refusal that names the fields of ours that are wrong. */
export function readBody<const S extends v.StrictObjectSchema<v.ObjectEntries, undefined>>(
  schema: S,
  req: Request,
): Body<v.InferOutput<S>> {
  const read = v.safeParse(schema, req.body);
  if (read.success) return { ok: true, value: read.output };
  const wrong = new Set(read.issues.map((issue) => v.getDotPath(issue)));
  // A field that we do not know is the sender's own word: it is refused, not repeated.
  const fields = Object.keys(schema.entries).filter((field) => wrong.has(field));
  return { ok: false, refusal: refusal('invalid', fields) };
}
