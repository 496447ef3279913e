import type { GridIntent } from '#lib/table/grid-keys.ts';

/** A place in the matrix: row and column, from 0; the headers are the first of both. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads, kept within the matrix; null where it is no key that leads anywhere. */
export function walk(
  { row, column }: Place,
  intent: GridIntent | null,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Place | null {
  const within = (at: Place): Place => ({
    row: Math.min(Math.max(at.row, 0), rows - 1),
    column: Math.min(Math.max(at.column, 0), columns - 1),
  });
  if (intent?.kind === 'move') {
    return within({ row: row + intent.rows, column: column + intent.columns });
  }
  if (intent?.kind !== 'jump') return null;
  switch (intent.to) {
    case 'row-start':
      return within({ row, column: 0 });
    case 'row-end':
      return within({ row, column: columns - 1 });
    case 'first':
      return within({ row: 0, column: 0 });
    case 'last':
      return within({ row: rows - 1, column: columns - 1 });
  }
}
