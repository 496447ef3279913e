/*
 * Two writings of one thing are compared in a folded form, which is never shown or stored.
 */

/**
 * Folds a name: letter case, spaces, the shape of apostrophes and dashes make no difference. Accents
 * do: two people may be told apart by one.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Folds a term, such as a heading or the name of a value, to its words: case, accents, punctuation
 * and camelCase make no difference. `Non-binary`, `non_binary` and `nonBinary` are one term.
 */
export function foldTerm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
