import type { Actor, Tie } from '@parley/model';
import { nameById, notKnown, writeCsv } from './write-csv.ts';

/** The columns of a file of ties; `from` and `to` hold the names of actors. */
export const tieColumns = [
  'from',
  'to',
  'kind',
  'strength',
  'since',
  'until',
  'note',
  'source',
] as const;

/**
 * Writes ties as CSV, a row each, in the order given.
 * @param actors those that ties may name; a tie with any other is left out, for a name that is not
 *   given must not be found in the file
 */
export function writeTiesCsv(
  ties: readonly Tie[],
  actors: readonly Pick<Actor, 'id' | 'name'>[],
): string {
  const known = new Set(actors.map(({ id }) => id));
  const nameOf = nameById(actors);
  const shown = ties.filter(({ from, to }) => known.has(from) && known.has(to));
  return writeCsv(
    tieColumns,
    shown.map((tie) => [
      nameOf(tie.from),
      nameOf(tie.to),
      tie.kind,
      tie.strength === null ? notKnown : String(tie.strength),
      tie.since ?? '',
      tie.until ?? '',
      tie.note,
      tie.source,
    ]),
  );
}
