import type { Result } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { TableRecord } from './column.ts';
import type { GridState } from './grid-state.svelte.ts';
import { checkColumn, draftRow, headRow, type Place } from './place.ts';
import type { TableState } from './table-state.svelte.ts';

export type PasteOutcome =
  | { readonly kind: 'none' }
  /** Whole records, for the board to show what they would become. */
  | { readonly kind: 'rows'; readonly text: string }
  | { readonly kind: 'filled'; readonly result: Result<readonly string[]> }
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * Puts what was pasted where it belongs. Into a cell that is being edited, one line is text; several
 * cells fill the table from there on. Elsewhere several lines on the first column (which names the
 * records), or on no cell at all, are new records; on any other cell they fill from there.
 * @param takesRows whether the board can take whole records; else everything fills
 */
export async function pasteInto<R extends TableRecord>(
  event: ClipboardEvent,
  table: TableState<R>,
  grid: GridState<R>,
  takesRows: boolean,
): Promise<PasteOutcome> {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const isBlock = /[\t\n\r]/.test(text.trim());
  if (text.trim() === '') {
    if (grid.editing || !event.clipboardData?.files.length) return { kind: 'none' };
    event.preventDefault();
    return { kind: 'refused', sentence: m.table_paste_no_text() };
  }
  if (grid.editing && !isBlock) return { kind: 'none' };
  event.preventDefault();
  const place = cellOf(grid);
  const onIdentity = place === null || place.column === table.columns[0]?.id;
  const severalLines = /[\n\r]/.test(text.trim());
  if (takesRows && !grid.editing && severalLines && onIdentity) return { kind: 'rows', text };
  if (!place) return { kind: 'none' };
  // Cells need a parser, and words, that most visits never use.
  const { pasteCells } = await import('./paste-cells.ts');
  return pasteCells(text, table, grid, place);
}

/** The cell that a paste begins at; null when the keyboard is on no cell of a record. */
function cellOf<R extends TableRecord>(grid: GridState<R>): Place | null {
  const place = grid.editing ?? grid.active;
  if (!place || place.row === headRow || place.column === checkColumn) return null;
  return place.row === draftRow && !grid.editing ? null : place;
}
