import * as v from 'valibot';
import { withoutHidden } from '../hidden-characters.ts';

/**
 * Text on one line without control characters, trimmed, of 1 to `most` characters. What nobody would
 * see in it is taken out: it could pass for another text, or turn the line around it.
 */
export const oneLine = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most * 4),
    v.transform((text) => withoutHidden(text.normalize('NFC'))),
    v.trim(),
    v.minLength(1),
    v.maxLength(most),
    v.regex(/^[^\p{Cc}\p{Cs}]*$/u),
  );

export const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
export const DisplayName = oneLine(80);
export const Title = oneLine(160);
export const Email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());
/** A password as it is asked for: one made under other rules must still be accepted. */
export const GivenPassword = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const Password = v.pipe(v.string(), v.minLength(12), v.maxLength(200));
/** A language by its BCP 47 tag, such as `ar` or `pt-BR`; empty where nobody chose. */
export const Language = v.pipe(
  v.string(),
  v.maxLength(16),
  v.regex(/^([a-z]{2,3}(-[A-Za-z]{2,8})*)?$/),
);
