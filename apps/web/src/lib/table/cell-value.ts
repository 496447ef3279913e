import { labelOf, type Column, type Option, type TableRecord } from './column.ts';

/** Joins and parts the values of a set in one cell. */
const separator = ', ';

/** A cell in words: what is shown, searched, copied and read aloud. Empty when there is nothing. */
export function textOf<R extends TableRecord>(column: Column<R>, record: R): string {
  switch (column.kind) {
    case 'text':
      return column.read(record);
    case 'number':
    case 'computed': {
      const value = column.read(record);
      return typeof value === 'number' ? numbers.format(value) : (value ?? '');
    }
    case 'select': {
      const value = column.read(record);
      return value === null ? '' : labelOf(column.options, value);
    }
    case 'set':
      return column
        .read(record)
        .map((value) => labelOf(column.options, value))
        .join(separator);
  }
}

/** The stored values that a filter of the column can pick; the empty string stands for "empty". */
export function valuesOf<R extends TableRecord>(column: Column<R>, record: R): readonly string[] {
  if (column.kind === 'set') {
    const values = column.read(record);
    return values.length === 0 ? [''] : values;
  }
  if (column.kind === 'select') return [column.read(record) ?? ''];
  if (column.kind === 'computed' && column.picks) return column.picks.of(record);
  return [textOf(column, record).trim()];
}

/**
 * What a row is sorted by: options in their own order, numbers by size, everything else by its text.
 * Undefined when the cell is empty: unknown is neither first nor last, it stands at the end (P2).
 */
export function sortKeyOf<R extends TableRecord>(
  column: Column<R>,
  record: R,
): string | number | undefined {
  if (column.kind === 'number' || column.kind === 'computed') {
    const value = column.read(record);
    if (typeof value === 'number') return value;
  }
  if (column.kind === 'select') {
    const value = column.read(record);
    const place = column.options.findIndex((option) => option.value === value);
    if (place >= 0) return place;
  }
  const text = textOf(column, record).trim();
  return text === '' ? undefined : text;
}

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const numbers = new Intl.NumberFormat();

/** Orders two sort keys of one column. */
export function compareKeys(
  a: string | number | undefined,
  b: string | number | undefined,
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byText.compare(String(a ?? ''), String(b ?? ''));
}

/** All cells of a row as one text to search in; see `hasWords`. */
export function searchTextOf<R extends TableRecord>(
  columns: readonly Column<R>[],
  record: R,
): string {
  return folded(columns.map((column) => textOf(column, record)).join('\n'));
}

/** A single text as it is searched in. */
export const searchTextOfWords = (text: string) => folded(text.trim());

/** Whether a search text holds every word of what was typed; without regard to case and accents. */
export function hasWords(searchText: string, typed: string): boolean {
  return folded(typed)
    .split(/\s+/)
    .every((word) => searchText.includes(word));
}

const folded = (text: string) =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** Why a text cannot stand in a cell. */
export type InputProblem =
  | { readonly reason: 'fixed' }
  | { readonly reason: 'too-long'; readonly most: number }
  | { readonly reason: 'no-number' }
  | { readonly reason: 'no-option'; readonly options: readonly Option[] };

export type Input<R> =
  | { readonly ok: true; readonly patch: (record: Partial<R>) => Partial<R> }
  | { readonly ok: false; readonly problem: InputProblem };

/**
 * Reads what was typed or pasted into a cell. Options are found by what they are called or by their
 * stored value, without regard to case; an empty text empties the cell where that is possible.
 */
export function readInput<R extends TableRecord>(column: Column<R>, input: string): Input<R> {
  const text = input.replaceAll(/\p{Cc}+/gu, ' ').trim();
  switch (column.kind) {
    case 'computed':
      return refuse({ reason: 'fixed' });
    case 'text': {
      const { patch, most } = column;
      if (!patch) return refuse({ reason: 'fixed' });
      if (text.length > most) return refuse({ reason: 'too-long', most });
      return { ok: true, patch: (record) => patch(text, record) };
    }
    case 'number': {
      const { patch } = column;
      if (!patch) return refuse({ reason: 'fixed' });
      const value = text === '' ? null : Number(text.replace(',', '.'));
      if (value !== null && !Number.isFinite(value)) return refuse({ reason: 'no-number' });
      return { ok: true, patch: (record) => patch(value, record) };
    }
    case 'select': {
      const { patch, options } = column;
      if (!patch) return refuse({ reason: 'fixed' });
      if (text === '' && column.clearable) return { ok: true, patch: (r) => patch(null, r) };
      const value = optionNamed(options, text);
      if (value === undefined) return refuse({ reason: 'no-option', options });
      return { ok: true, patch: (record) => patch(value, record) };
    }
    case 'set': {
      const { patch, options } = column;
      if (!patch) return refuse({ reason: 'fixed' });
      const values: string[] = [];
      for (const part of text.split(/[,;]/).map((item) => item.trim())) {
        if (part === '') continue;
        const value = optionNamed(options, part) ?? (column.open ? part : undefined);
        if (value === undefined) return refuse({ reason: 'no-option', options });
        values.push(value);
      }
      const set = [...new Set(values)].sort();
      return { ok: true, patch: (record) => patch(set, record) };
    }
  }
}

const refuse = <R>(problem: InputProblem): Input<R> => ({ ok: false, problem });

function optionNamed(options: readonly Option[], text: string): string | undefined {
  const wanted = folded(text);
  return options.find(({ label, value }) => folded(label) === wanted || folded(value) === wanted)
    ?.value;
}
