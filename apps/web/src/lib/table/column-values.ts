import { compareKeys, valuesOf } from './cell-value.ts';
import { labelOf, optionsOf, type Column, type TableRecord } from './column.ts';

/** A value that stands in a column, with how many rows have it. */
export interface ValueCount {
  /** As stored; empty when the cell is empty. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The values of a column: options in their own order, other texts alphabetically, empty cells last. */
export function countValues<R extends TableRecord>(
  column: Column<R>,
  records: readonly R[],
): readonly ValueCount[] {
  const options = optionsOf(column);
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const value of valuesOf(column, record)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const place = (value: string) => {
    if (value === '') return Number.MAX_SAFE_INTEGER;
    const found = options.findIndex((option) => option.value === value);
    return found < 0 ? options.length : found;
  };
  return [...counts]
    .map(([value, count]): ValueCount => ({ value, label: labelOf(options, value), count }))
    .sort((a, b) => place(a.value) - place(b.value) || compareKeys(a.label, b.label));
}
