const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** A text without the characters that XML 1.0 has no place for, its line ends as `\n`. */
export function xmlCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/**
 * A text as XML holds it, in an element or in an attribute: nothing in it can end either. Characters
 * that XML 1.0 has no place for are left out.
 */
export function escapeXml(text: string): string {
  return xmlCharacters(text).replace(/[&<>"'\n\t]/g, (character) => escapes[character] ?? '');
}
