import { readPastedCells } from '@parley/exchange';
import { m } from '#lib/paraglide/messages.js';
import type { TableRecord } from './column.ts';
import { planFill, type FillProblem } from './fill.ts';
import type { GridState } from './grid-state.svelte.ts';
import type { PasteOutcome } from './paste.ts';
import type { Place } from './place.ts';
import { inputSentence } from './sentences.ts';
import type { TableState } from './table-state.svelte.ts';

/** Fills the table from a place on with the cells of what was pasted. */
export function pasteCells<R extends TableRecord>(
  text: string,
  table: TableState<R>,
  grid: GridState<R>,
  place: Place,
): PasteOutcome {
  const read = readPastedCells(text);
  if (!read.ok) return { kind: 'refused', sentence: m.table_paste_unreadable() };
  if (grid.editing) grid.cancel();
  return fill(table, place, read.cells);
}

function fill<R extends TableRecord>(
  table: TableState<R>,
  place: Place,
  cells: readonly (readonly string[])[],
): PasteOutcome {
  const columns = table.visibleColumns;
  const plan = planFill(
    {
      columns: columns.slice(columns.findIndex(({ id }) => id === place.column)),
      rows: table.rows.slice(table.places.get(place.row) ?? table.rows.length),
      // A line that makes a record must say what it is called.
      grows: place.column === columns[0]?.id,
    },
    cells,
  );
  if (!plan.ok) return { kind: 'refused', sentence: fillSentence(plan.problem) };
  return { kind: 'filled', result: table.source.writer.save(plan.changes, plan.additions) };
}

function fillSentence(problem: FillProblem): string {
  switch (problem.reason) {
    case 'too-wide':
      return m.table_paste_too_wide({ count: problem.columns });
    case 'too-long':
      return m.table_paste_too_many_rows({ count: problem.rows });
    case 'input':
      return m.table_paste_refused({
        text: problem.text.slice(0, 60),
        line: problem.line,
        column: problem.column,
        reason: inputSentence(problem.problem),
      });
  }
}
