import { unguardCell } from './formula-guard.ts';
import { beyondLimits, isFilled, prepareText, splitCells, type RefusedText } from './read-cells.ts';

export type PastedOutcome =
  | { readonly ok: true; readonly cells: readonly (readonly string[])[] }
  | ({ readonly ok: false } & RefusedText);

/**
 * Reads what was pasted onto a cell of a table: rows of cells, without a header. Blank
 * rows between others are kept, so that each cell stays beside its own row. Tabs alone separate cells, as on every spreadsheet's clipboard: a pasted `Hall, north wing` is
 * one cell. Rows may differ in length; what is missing is nothing to write. Never throws.
 */
export function readPastedCells(text: string): PastedOutcome {
  const prepared = prepareText(text);
  if ('refused' in prepared) return { ok: false, ...prepared.refused };
  const rows = pastedRows(prepared.text);
  const refused = beyondLimits(rows, 0);
  if (refused) return { ok: false, ...refused };
  return { ok: true, cells: rows };
}

/** Quotes wrap a cell, or belong to a text that was never a spreadsheet's: then they are kept. */
function pastedRows(text: string): string[][] {
  const quoted = splitCells(text, '\t');
  const rows = quoted.broken ? text.split('\n').map((row) => row.split('\t')) : quoted.rows;
  return rows.slice(0, rows.findLastIndex(isFilled) + 1).map((cells) => cells.map(unguardCell));
}
