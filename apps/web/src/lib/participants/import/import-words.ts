import type { ColumnTarget, ParticipantColumn, Remark, SkippedRow } from '@parley/exchange';
import { m } from '#lib/paraglide/messages.js';
import type { PersonColumn } from '../column-makers.ts';
import type { RefusedFile } from '#lib/table/tables-of.ts';
import { count } from '../targets/target-words.ts';

/** Why nothing was read, and what to do. */
export function refusedWords(refused: RefusedFile): string {
  switch (refused.reason) {
    case 'unreadable':
      return m.participants_import_unreadable();
    case 'not-a-workbook':
      return m.import_not_a_workbook();
    case 'unpacks-too-large':
      return m.import_unpacks();
    case 'empty':
      return m.participants_import_empty();
    case 'not-text':
      return m.participants_import_not_text();
    case 'too-large':
      return m.participants_import_too_large({ most: Math.floor(refused.most / 1024 / 1024) });
    case 'too-many-rows':
      return m.participants_import_too_many_rows({
        rows: count(refused.rows),
        most: count(refused.most),
      });
    case 'too-many-columns':
      return m.participants_import_too_many_columns({
        columns: refused.columns,
        most: refused.most,
      });
    case 'broken':
      return brokenWords[refused.fault]({ row: refused.row });
  }
}

const brokenWords = {
  'open-quote': m.participants_import_open_quote,
  'stray-quote': m.participants_import_stray_quote,
  'too-few-cells': m.participants_import_too_few,
  'too-many-cells': m.participants_import_too_many,
} as const;

/** What a column of the file becomes, in words. */
export function targetName(target: ColumnTarget, columns: readonly PersonColumn[]): string {
  switch (target) {
    case 'ignore':
      return m.participants_import_ignore();
    case 'id':
      return m.import_id();
    case 'givenName':
      return m.participants_import_given_name();
    case 'familyName':
      return m.participants_import_family_name();
    default:
      return columns.find(({ id }) => id === target)?.header ?? target;
  }
}

/** Something about rows of the file, with the numbers that a spreadsheet shows beside them. */
export interface RowsNote {
  readonly rows: readonly number[];
  readonly text: string;
}

/** Why rows are left out; rows left out for one reason stand together. */
export function skippedNotes(skipped: readonly SkippedRow[]): readonly RowsNote[] {
  return together(skipped, (row) => {
    const value = row.value?.slice(0, 80) ?? '';
    switch (row.reason) {
      case 'no-name':
        return m.participants_import_skip_no_name();
      case 'too-long':
        return m.participants_import_skip_too_long({ value });
      case 'already-there':
        return m.participants_import_skip_there({ value });
      case 'several-there':
        return m.import_skip_several({ value });
      case 'repeated':
        return m.participants_import_skip_repeated({ value });
    }
  });
}

/** What was read in another way than it is written. */
export function remarkNotes(
  remarks: readonly Remark[],
  columns: readonly PersonColumn[],
): readonly RowsNote[] {
  return together(remarks, (remark) => remarkWords(remark, columns));
}

function remarkWords({ reason, field, value }: Remark, columns: readonly PersonColumn[]): string {
  const words = { field: fieldName(field, columns), value: value.slice(0, 80) };
  const keptAsParty = field === 'delegation';
  switch (reason) {
    case 'not-understood':
      return m.participants_import_not_understood(words);
    case 'too-long':
      return m.participants_import_cell_too_long(words);
    case 'no-such-actor':
      return keptAsParty
        ? m.participants_import_no_actor(words)
        : m.participants_import_no_actor_plain(words);
    case 'several-actors':
      return keptAsParty
        ? m.participants_import_several_actors(words)
        : m.participants_import_several_actors_plain(words);
  }
}

const fieldName = (field: ParticipantColumn, columns: readonly PersonColumn[]) =>
  columns.find(({ id }) => id === field)?.header ?? field;

export function together<Item extends { readonly row: number }>(
  items: readonly Item[],
  words: (item: Item) => string,
): readonly RowsNote[] {
  return [...Map.groupBy(items, words)].map(([text, group]) => ({
    rows: group.map(({ row }) => row),
    text,
  }));
}

/** `Row 4` or `Rows 4, 7, 9 …`. */
export function rowsWords(rows: readonly number[]): string {
  const most = 8;
  const numbers = rows.slice(0, most).join(', ') + (rows.length > most ? ' …' : '');
  return rows.length === 1
    ? m.participants_import_row({ row: numbers })
    : m.participants_import_rows({ rows: numbers });
}
