import * as v from 'valibot';

/* What the fields of commands are made from. */

export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Several lines, without control characters other than line ends and tabs. */
export const lines = (most: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(most), v.regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n])*$/u));
export const someLines = (most: number) => v.pipe(lines(most), v.minLength(1));

/** A word of a closed list of the model. */
export const Word = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z-]{0,39}$/));

export const Whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
