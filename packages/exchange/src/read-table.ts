import {
  asMeant,
  beyondLimits,
  isFilled,
  prepareText,
  splitCells,
  type RefusedText,
  type TableRow,
} from './read-cells.ts';

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
  const rows = asMeant(split.rows).filter(({ cells }) => isFilled(cells));
  const refused = beyondLimits(withoutEmptyEnd(rows), 1) ?? ragged(rows);
  if (refused) return { ok: false, ...refused };
  const filled = withoutEmptyEnd(rows);
  return {
    ok: true,
    table: {
      rows: filled,
      columns: filled[0]?.cells.length ?? 0,
      blankRows: (filled.at(-1)?.number ?? 0) - filled.length,
      damagedCells: filled.flatMap(({ cells }) => cells.filter((cell) => cell.includes('\uFFFD')))
        .length,
    },
  };
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
    const [first, ...rest] = rows.filter(isFilled);
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

function withoutEmptyEnd(rows: readonly TableRow[]): TableRow[] {
  const used = rows.reduce(
    (most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== '') + 1),
    0,
  );
  return rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, used) }));
}
