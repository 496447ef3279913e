import { unguardCell } from './formula-guard.ts';
import { beyondLimits, isFilled, prepareText, splitCells, type RefusedText } from './read-cells.ts';

/** One row of a table. */
export interface TableRow {
  /** Counted from 1, blank rows included: the number that a spreadsheet shows beside it. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A rectangular table, a header perhaps among its rows. */
export interface Table {
  /** Rows that hold anything, each with `columns` cells. */
  readonly rows: readonly TableRow[];
  readonly columns: number;
  /** Rows that held nothing and were left out. */
  readonly blankRows: number;
  /** Cells with characters that were lost before (U+FFFD): the file was not UTF-8. */
  readonly damagedCells: number;
}

export type TableOutcome =
  { readonly ok: true; readonly table: Table } | ({ readonly ok: false } & RefusedText);

/**
 * Reads a CSV file or a block copied from a spreadsheet. Commas, semicolons, tabs and bars separate
 * cells, whichever fits; quotes, a byte order mark and any line ends are understood; empty columns
 * at the end are left out. Never throws.
 * @param text what the file or the clipboard held, decoded as UTF-8
 */
export function readTable(text: string): TableOutcome {
  const prepared = prepareText(text);
  if ('refused' in prepared) return { ok: false, ...prepared.refused };
  const split = splitCells(prepared.text, guessDelimiter(prepared.text));
  if (split.broken) return { ok: false, ...split.broken };
  const rows = filledRows(split.rows);
  // What is too large is said first: a fault in its rows would be found in vain.
  const refused = beyondLimits(rows.map(withoutEmptyEnd), 1) ?? ragged(rows);
  return refused ? { ok: false, ...refused } : tableOf(rows);
}

/**
 * Makes a table of rows that a workbook had, where cells have places of their own and no row can be
 * too short.
 * @param rows those that hold anything
 */
export function tableOfRows(rows: readonly TableRow[]): TableOutcome {
  const unguarded = rows.map(({ number, cells }) => ({ number, cells: cells.map(unguardCell) }));
  const refused = beyondLimits(unguarded.map(withoutEmptyEnd), 1);
  return refused ? { ok: false, ...refused } : tableOf(unguarded);
}

function tableOf(rows: readonly TableRow[]): TableOutcome {
  const columns = Math.max(...rows.map((row) => withoutEmptyEnd(row).length));
  return {
    ok: true,
    table: {
      rows: rows.map(({ number, cells }) => ({ number, cells: padded(cells, columns) })),
      columns,
      blankRows: (rows.at(-1)?.number ?? 0) - rows.length,
      damagedCells: rows.flatMap(({ cells }) => cells.filter((cell) => cell.includes('\uFFFD')))
        .length,
    },
  };
}

/** Exactly so many cells. */
const padded = (cells: readonly string[], columns: number): readonly string[] =>
  cells.length >= columns
    ? cells.slice(0, columns)
    : [...cells, ...Array<string>(columns - cells.length).fill('')];

/** Rows that hold anything, with their numbers, their cells as they were meant. */
function filledRows(rows: readonly (readonly string[])[]): TableRow[] {
  const filled: TableRow[] = [];
  rows.forEach((cells, index) => {
    if (isFilled(cells)) filled.push({ number: index + 1, cells: cells.map(unguardCell) });
  });
  return filled;
}

function withoutEmptyEnd({ cells }: TableRow): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** A text that nothing separates has one column; no text that people write holds this one. */
const nothing = '\u001f';

/** Rows that a delimiter is judged by. */
const preview = 100;

/**
 * The delimiter that makes the most columns of equal length; where none makes equal rows, the one
 * that cuts the first row into most cells, so that the fault is named where it is.
 */
function guessDelimiter(text: string): string {
  const candidates = ['\t', ',', ';', '|'].flatMap((delimiter) => {
    const { rows, broken } = splitCells(text, delimiter, preview);
    const filled = rows.filter(isFilled);
    const [first, ...rest] = filled.length > 0 ? filled : rows;
    const columns = first?.length ?? 0;
    if (columns < 2) return [];
    const even = !broken && rest.every((cells) => cells.length === columns);
    return [{ delimiter, columns, even }];
  });
  const [best] = candidates.sort(
    (a, b) => Number(b.even) - Number(a.even) || b.columns - a.columns,
  );
  return best?.delimiter ?? nothing;
}

/** The first row that is longer or shorter than the first one; empty cells at its end do no harm. */
function ragged(rows: readonly TableRow[]): RefusedText | null {
  const width = rows[0]?.cells.length ?? 0;
  for (const { number, cells } of rows) {
    const fault =
      cells.length < width
        ? 'too-few-cells'
        : cells.slice(width).some((cell) => cell.trim() !== '')
          ? 'too-many-cells'
          : null;
    if (fault) return { reason: 'broken', row: number, fault };
  }
  return null;
}
