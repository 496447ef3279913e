import Papa from 'papaparse';
import { importLimits } from './limits.ts';

/** Why a text is not read; the words belong to the web. */
export type RefusedText =
  | { readonly reason: 'empty' | 'not-text' }
  /** `bytes` of UTF-8. */
  | { readonly reason: 'too-large'; readonly bytes: number; readonly most: number }
  /** `rows` that hold anything, a header among them; `most` does not count the header. */
  | { readonly reason: 'too-many-rows'; readonly rows: number; readonly most: number }
  | { readonly reason: 'too-many-columns'; readonly columns: number; readonly most: number }
  /** `row` is counted from 1, as a spreadsheet does. */
  | {
      readonly reason: 'broken';
      readonly row: number;
      readonly fault: 'open-quote' | 'stray-quote' | 'too-few-cells' | 'too-many-cells';
    };

/** Brings a text to the form that is read: no byte order mark, `\n` line ends; or says why not. */
export function prepareText(text: string): { readonly text: string } | { refused: RefusedText } {
  const most = importLimits.bytes;
  // A UTF-16 unit takes one to three bytes: only texts in between need counting.
  const bytes = text.length > most ? text.length : new TextEncoder().encode(text).length;
  if (bytes > most) return { refused: { reason: 'too-large', bytes, most } };
  const prepared = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (prepared.trim() === '') return { refused: { reason: 'empty' } };
  return isBinary(prepared) ? { refused: { reason: 'not-text' } } : { text: prepared };
}

/** Pictures and office files that were read as text: NUL bytes, or a tenth of it unprintable. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let odd = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd || (code < 0x20 && code !== 0x09 && code !== 0x0a)) odd += 1;
  }
  return odd > text.length / 10;
}

/** The rows of a prepared text, at most `preview` of them, blank ones as they are. */
export function splitCells(text: string, delimiter: string, preview = 0) {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    preview,
    // Papa's fast mode cuts the whole text before it counts to `preview`.
    ...(preview > 0 ? { fastMode: false } : {}),
  });
  const [error] = errors;
  const broken: RefusedText | null = error
    ? {
        reason: 'broken',
        row: (error.row ?? 0) + 1,
        fault: error.code === 'MissingQuotes' ? 'open-quote' : 'stray-quote',
      }
    : null;
  return { rows: data, broken };
}

/** Whether a row holds anything. */
export function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

/** Holds what was read against the limits; rows of nothing but quotes are empty too. */
export function beyondLimits(
  rows: readonly (readonly string[])[],
  header: 0 | 1,
): RefusedText | null {
  if (rows.length === 0) return { reason: 'empty' };
  if (rows.length > importLimits.rows + header) {
    return { reason: 'too-many-rows', rows: rows.length, most: importLimits.rows };
  }
  const columns = Math.max(...rows.map((cells) => cells.length));
  return columns > importLimits.columns
    ? { reason: 'too-many-columns', columns, most: importLimits.columns }
    : null;
}
