import Papa from 'papaparse';
import { guardCell } from './formula-guard.ts';

/** What a file says of a value that is not known: a word, never an empty cell or a zero (P2). */
export const notKnown = 'unknown';

/**
 * Writes a CSV file that spreadsheets open as UTF-8 and never run: byte order mark, commas, Windows
 * line ends, cells guarded against being read as formulas.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => guardCell(plainText(cell))));
  // With every cell in quotes, a reader that guesses the delimiter cannot take a semicolon in one for it.
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n', quotes: true })}\r\n`;
}

/** Line ends as `\n`, without the control characters that no file of text may hold. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}

/** A long list in one cell. */
export const joined = (items: readonly string[]) => items.join('; ');

/** Id → name of those that are there; a tie or a delegation whose actor is gone names nobody. */
export function nameById(actors: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
}
