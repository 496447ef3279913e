/** Id of the row that holds the headings; no record has it, ids of records hold no space. */
export const headRow = 'head row';

/** Id of the row at the foot in which a new record is typed. */
export const draftRow = 'draft row';

/** Id of the column that holds the checkboxes. */
export const checkColumn = 'check column';

/** A cell of a grid by what it shows, so that it is the same cell after sorting and other people's changes. */
export interface Place {
  readonly row: string;
  readonly column: string;
}

/** What there is to go to: rows with the heading row first, columns with the checkboxes first. */
export interface Extent {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a?.row === b?.row && a?.column === b?.column;
}

/** The place so many rows and columns from another, stopped at the edges; null in an empty grid. */
export function placeAt(
  extent: Extent,
  from: Place | null,
  rows: number,
  columns: number,
): Place | null {
  const row = from ? extent.rows.indexOf(from.row) : -1;
  const column = from ? extent.columns.indexOf(from.column) : -1;
  const nextRow = extent.rows[clamp((row < 0 ? 0 : row) + rows, extent.rows.length)];
  const nextColumn =
    extent.columns[clamp((column < 0 ? 0 : column) + columns, extent.columns.length)];
  return nextRow === undefined || nextColumn === undefined
    ? null
    : { row: nextRow, column: nextColumn };
}

const clamp = (index: number, length: number) => Math.max(0, Math.min(length - 1, index));

/** Where each row stands among those shown, from 0. */
export function placesOf(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.map((id, index) => [id, index]));
}

/** Whether every row shown is selected. */
export function allSelected(rows: readonly string[], selected: readonly string[]): boolean {
  const chosen = new Set(selected);
  return rows.length > 0 && rows.every((id) => chosen.has(id));
}

/** Ids from one to another in the order shown, both included; only the second when the first is gone. */
export function idsBetween(
  rows: readonly string[],
  from: string | null,
  to: string,
): readonly string[] {
  const end = rows.indexOf(to);
  const start = from === null ? end : rows.indexOf(from);
  if (end < 0) return [];
  if (start < 0) return [to];
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1);
}
