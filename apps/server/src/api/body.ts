import type { Request, Response } from 'express';
import * as v from 'valibot';
import { refuse } from './refusal.ts';

/** The body as the schema says, or null after it was refused with the names of the bad fields. */
export function readBody<const S extends v.GenericSchema>(
  schema: S,
  req: Request,
  res: Response,
): v.InferOutput<S> | null {
  const read = v.safeParse(schema, req.body);
  if (read.success) return read.output;
  const fields = new Set(read.issues.map((issue) => v.getDotPath(issue)));
  // An unknown field is the sender's own word: it is refused, not repeated.
  const known = 'entries' in schema ? Object.keys(Object(schema.entries)) : [];
  refuse(
    res,
    'invalid',
    known.filter((field) => fields.has(field)),
  );
  return null;
}
