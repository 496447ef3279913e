import type * as v from 'valibot';
import { line, requiredLine } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/** One dialogue from its first idea to its end; holds spaces. Kept in the registry, not on a board. */
export const processType = defineRecord('process', {
  title: requiredLine(160),
  summary: line(500),
})({
  defaults: () => ({ summary: '' }),
});

export type Process = v.InferOutput<typeof processType.schema>;
