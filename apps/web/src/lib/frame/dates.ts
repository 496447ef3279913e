import { getLocale } from '#lib/paraglide/runtime.js';

/** English here is not American: a day stands before its month, and hours run to 24. */
const variants: Record<string, string> = { en: 'en-GB' };

const language = () => variants[getLocale()] ?? getLocale();

/** @param time ms since 1970 */
export const day = (time: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(time);

/** @param time ms since 1970; said in the reader's own time zone */
export const moment = (time: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
