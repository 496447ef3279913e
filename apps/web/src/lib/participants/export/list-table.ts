import { daysCell, idHeading } from '@parley/exchange';
import type { Participant } from '@parley/model';
import { textOf } from '#lib/table/cell-value.ts';
import type { PersonColumn } from '../column-makers.ts';

/** Whoever is in no delegation, or on no map, is not unknown. */
const links: ReadonlySet<string> = new Set(['delegation', 'actor']);

/**
 * People as a table in the words of the screen, its first row the headings.
 * @param unknown what stands for a value that nobody knows: a word, never an empty cell (P2)
 * @param ids whether the first column holds ids, so that the file can be brought back to the same people
 * @param daysAsDates whether days stand as files have them, to be read again, and not in words
 */
export function listTable(
  people: readonly Participant[],
  columns: readonly PersonColumn[],
  {
    unknown,
    ids = false,
    daysAsDates = false,
  }: { readonly unknown: string; readonly ids?: boolean; readonly daysAsDates?: boolean },
): readonly (readonly string[])[] {
  const cell = (column: PersonColumn, person: Participant) => {
    if (daysAsDates && column.id === 'availability') return daysCell(person);
    const text = textOf(column, person);
    return text === '' && column.kind === 'select' && !links.has(column.id) ? unknown : text;
  };
  return [
    [...(ids ? [idHeading] : []), ...columns.map(({ header }) => header)],
    ...people.map((person) => [
      ...(ids ? [person.id] : []),
      ...columns.map((column) => cell(column, person)),
    ]),
  ];
}
