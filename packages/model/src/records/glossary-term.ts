import * as v from 'valibot';
import { line, OrderKey, requiredLine } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

const mostLanguages = 40;
/** As `languages` of a participant has it: a tag such as `ar`, or a name that is written out. */
const Language = v.pipe(v.string(), v.maxLength(120), v.regex(/^[^\p{Cc}]+$/u));

/** A word of one trade or one side that not all in the room understand, in plain words (seed H §2). */
export const glossaryTermType = defineRecord('glossaryTerm', {
  term: requiredLine(160),
  /** Whose word it is: a profession, an office, one of the parties, the team. */
  usedBy: line(160),
  /** Language → what one can say instead. */
  plain: v.pipe(
    v.record(Language, requiredLine(600)),
    v.check((words) => Object.keys(words).length <= mostLanguages, 'are too many'),
  ),
  order: OrderKey,
})({
  defaults: () => ({ usedBy: '', plain: {} }),
  kinds: { maps: ['plain'] },
});
