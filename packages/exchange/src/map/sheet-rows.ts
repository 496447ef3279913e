import type { Table, TableRow } from '../read-table.ts';

/**
 * What the columns are called. A heading that the row does not have is the nearest one above it, as
 * groups of columns have their name over the first of two rows of headings.
 * @param headerRow place among the table's rows, from 0; null: nothing names the columns
 */
export function headingsOf({ rows, columns }: Table, headerRow: number | null): readonly string[] {
  const above = headerRow === null ? [] : rows.slice(0, headerRow + 1).reverse();
  return Array.from({ length: columns }, (_, column) => {
    const cells = above.map((row) => row.cells[column] ?? '');
    return cells.find((cell) => cell.trim() !== '') ?? '';
  });
}

/** The rows below those that name the columns: what stands above them is a title, or names groups. */
export const rowsBelow = ({ rows }: Table, headerRow: number | null): readonly TableRow[] =>
  headerRow === null ? rows : rows.slice(headerRow + 1);
