import type { Participant } from '@parley/model';
import type { PersonColumn } from '../column-makers.ts';

/** Columns where nothing is a fact, and no gap: not everybody needs an interpreter. */
const mayBeEmpty: ReadonlySet<string> = new Set([
  'name',
  'party',
  'actor',
  'notes',
  'interpretation',
  'accessNeeds',
  'constraints',
  'consents',
]);

/**
 * What is not known of somebody among the fields that the process uses, in the order of the columns.
 * What was not disclosed is not known (P2).
 */
export const unknownFields = (
  person: Participant,
  columns: readonly PersonColumn[],
): readonly PersonColumn[] =>
  columns.filter((column) => !mayBeEmpty.has(column.id) && isUnknown(column.read(person)));

function isUnknown(value: ReturnType<PersonColumn['read']>): boolean {
  if (value === null || value === 'undisclosed') return true;
  if (typeof value === 'number') return false;
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}
