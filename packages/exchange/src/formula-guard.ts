/*
 * A cell that begins like a formula is run by the spreadsheet that opens it: a name such as
 * `=HYPERLINK(…)` could send the rest of the list away. A leading apostrophe makes it text. Cells
 * that begin with apostrophes in front of such a beginning get one more, so that reading is exact.
 */
const guarded = /^'*(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u;

/** Makes a cell safe to open in a spreadsheet. */
export function guardCell(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** Takes the guard off again: `unguardCell(guardCell(text))` is `text`. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
}
