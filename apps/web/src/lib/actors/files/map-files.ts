import type { Table } from '@parley/exchange';
import {
  guessSheet,
  rowsBelow,
  type MapContext,
  type MapPlan,
  type SheetMapping,
} from '@parley/exchange/map';
import type { NamedTable, RefusedFile } from '#lib/table/tables-of.ts';

/** A sheet whose rows stay where they were read: what one has to see of it to say how it is read. */
export interface SheetToRead {
  readonly name: string;
  /** Its first rows, and of every column the first cell that holds anything. */
  readonly sample: Table;
  /** How many rows it has. */
  readonly rows: number;
  readonly mapping: SheetMapping;
}

/** What is asked of the worker: to read files, then to plan with what was read last. */
export type FilesOrder =
  | { readonly ask: 'read'; readonly files: readonly File[] }
  | {
      readonly ask: 'plan';
      readonly mappings: readonly SheetMapping[];
      readonly context: MapContext;
    };

export type ReadOutcome =
  | { readonly ok: true; readonly sheets: readonly SheetToRead[] }
  | { readonly ok: false; readonly refused: RefusedFile };

/** How far it is: files that were read, or rows that were looked through. */
export interface FilesProgress {
  readonly done: number;
  readonly total: number;
}

/** Progress as often as it comes, then one answer to each order. */
export type FilesReport =
  | { readonly tells: 'progress'; readonly progress: FilesProgress }
  | { readonly tells: 'read'; readonly outcome: ReadOutcome }
  | { readonly tells: 'plan'; readonly plan: MapPlan };

/** Rows at the top that one chooses the row with the headings from. */
export const topRows = 6;

export const toRead = ({ name, table }: NamedTable, alone: boolean): SheetToRead => ({
  ...{ name, sample: sampleOf(table), rows: table.rows.length },
  mapping: guessSheet(name, table, alone),
});

/** So few rows that a page takes them at once. */
function sampleOf(table: Table): Table {
  const rows = table.rows.slice(0, topRows);
  const below = rowsBelow(table, topRows - 1);
  for (let column = 0; column < table.columns; column += 1) {
    const holds = ({ cells }: (typeof rows)[number]) => (cells[column] ?? '').trim() !== '';
    // One of them may become the heading, so that two make an example.
    if (rows.filter(holds).length > 1) continue;
    const example = below.find(holds);
    if (example && !rows.includes(example)) rows.push(example);
  }
  return { ...table, rows };
}
