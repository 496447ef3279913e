import { getLocale } from '#lib/paraglide/runtime.js';

/** Languages of dialogues (BCP 47): those of the United Nations, and of where mediators often work. */
const tags = [
  ...['ar', 'en', 'es', 'fr', 'ru', 'zh', 'am', 'az', 'bn', 'ckb', 'de', 'fa', 'ha', 'he', 'hi'],
  ...['hy', 'id', 'it', 'ka', 'kmr', 'ku', 'my', 'ne', 'nl', 'om', 'ps', 'pt', 'ro', 'rw', 'si'],
  ...['so', 'sq', 'sr', 'sv', 'sw', 'ta', 'ti', 'tl', 'tr', 'uk', 'ur', 'vi'],
];

/**
 * What a guest may choose from, each in its own words, as its speakers look for it.
 * @returns in the order of the Latin alphabet, other scripts after it
 */
export function guestLanguages(): { value: string; label: string; hint?: string }[] {
  return tags
    .map((value) => {
      const label = nameIn(value, value);
      const here = languageName(value);
      return { value, label, ...(here === label ? {} : { hint: here }) };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, getLocale()));
}

/** A language as the reader calls it; its tag where the browser has no word for it. */
export const languageName = (tag: string): string => nameIn(tag, getLocale());

const nameIn = (tag: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
