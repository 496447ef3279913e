import { textOf } from './cell-value.ts';
import type { TableRecord } from './column.ts';
import type { GridState } from './grid-state.svelte.ts';
import type { TableState } from './table-state.svelte.ts';

/** Puts the active cell, or all selected rows as they are shown, on the clipboard. */
export function onCopy<R extends TableRecord>(
  event: ClipboardEvent,
  table: TableState<R>,
  grid: GridState<R>,
) {
  if (grid.editing || !grid.active) return;
  const chosen = new Set(table.source.session.selection.ids);
  const rows = table.rows.filter(({ id }) => chosen.has(id));
  const columns = table.visibleColumns;
  const record = table.byId.get(grid.active.row);
  const column = columns.find(({ id }) => id === grid.active?.column);
  let text: string;
  if (rows.length > 1) {
    text = rows.map((row) => columns.map((one) => textOf(one, row)).join('\t')).join('\n');
  } else if (record && column) text = textOf(column, record);
  else return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
}
