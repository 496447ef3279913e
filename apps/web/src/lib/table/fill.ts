import { readInput, textOf, type InputProblem } from './cell-value.ts';
import { isEditable, type Column, type TableRecord } from './column.ts';

export interface FillTarget<R extends TableRecord> {
  /** The columns shown, from the one that is pasted into. */
  readonly columns: readonly Column<R>[];
  /** The rows shown, from the one that is pasted into. */
  readonly rows: readonly R[];
  /** Whether lines beyond the last row become new records. */
  readonly grows: boolean;
}

export type FillProblem =
  | { readonly reason: 'too-wide'; readonly columns: number }
  | { readonly reason: 'too-long'; readonly rows: number }
  | {
      readonly reason: 'input';
      readonly problem: InputProblem;
      readonly text: string;
      readonly column: string;
      /** Line of what was pasted, from 1. */
      readonly line: number;
    };

export type FillPlan<R extends TableRecord> =
  | {
      readonly ok: true;
      readonly changes: readonly { readonly id: string; readonly patch: Partial<R> }[];
      readonly additions: readonly Partial<R>[];
    }
  | { readonly ok: false; readonly problem: FillProblem };

/**
 * Plans what pasted cells change, from one cell to the right and down. The plan is whole or not at all:
 * the first cell that cannot be read is the problem, and nothing is to be written. Cells beyond the
 * last column may only be empty; a line that is shorter leaves the rest of its row as it is.
 */
export function planFill<R extends TableRecord>(
  { columns, rows, grows }: FillTarget<R>,
  cells: readonly (readonly string[])[],
): FillPlan<R> {
  if (!grows && cells.length > rows.length) {
    return { ok: false, problem: { reason: 'too-long', rows: rows.length } };
  }
  const changes: { id: string; patch: Partial<R> }[] = [];
  const additions: Partial<R>[] = [];
  for (const [index, line] of cells.entries()) {
    if (line.slice(columns.length).some((text) => text.trim() !== '')) {
      return { ok: false, problem: { reason: 'too-wide', columns: columns.length } };
    }
    const record = rows[index];
    let patch: Partial<R> = {};
    for (const [at, text] of line.entries()) {
      const column = columns[at];
      if (!column || isUntouched(column, record, text)) continue;
      const input = readInput(column, text);
      if (!input.ok) {
        const { problem } = input;
        return {
          ok: false,
          problem: { reason: 'input', problem, text, column: column.header, line: index + 1 },
        };
      }
      // Two columns may change one field of the record: each sees what those before it changed.
      patch = { ...patch, ...input.patch({ ...record, ...patch }) };
    }
    if (record) changes.push({ id: record.id, patch });
    else if (Object.keys(patch).length > 0) additions.push(patch);
  }
  return { ok: true, changes, additions };
}

/** A cell that would say what it says already, or say nothing where nothing can be emptied. */
function isUntouched<R extends TableRecord>(
  column: Column<R>,
  record: R | undefined,
  text: string,
): boolean {
  const fixed = !isEditable(column) || (column.kind === 'select' && !column.clearable);
  if (text.trim() === '' && (fixed || !record)) return true;
  return record !== undefined && textOf(column, record) === text;
}
