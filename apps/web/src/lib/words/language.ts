import { getLocale } from '#lib/paraglide/runtime.js';

/** English here is not American: a day stands before its month, and hours run to 24. */
const variants: Record<string, string> = { en: 'en-GB' };

/** The language that dates, numbers and lists are written in (BCP 47). */
export const language = (): string => variants[getLocale()] ?? getLocale();

/**
 * One of the `Intl` formatters, made when it is first asked for in a language and kept: making one
 * takes longer than all that a row of a table says with it.
 */
export function perLanguage<T>(make: (language: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const current = language();
    const known = made.get(current);
    if (known !== undefined) return known;
    const fresh = make(current);
    made.set(current, fresh);
    return fresh;
  };
}
