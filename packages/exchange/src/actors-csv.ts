import type { Actor } from '@parley/model';
import { notKnown, writeCsv } from './write-csv.ts';

/** The fields of an actor that files carry, under these names, in this order. */
export const actorColumns = [
  'name',
  'pseudonym',
  'kind',
  'role',
  'level',
  'track',
  'sector',
  'interests',
  'positions',
  'needs',
  'alternative',
  'followers',
  'expression',
  'notes',
  'x',
  'y',
] as const;
export type ActorColumn = (typeof actorColumns)[number];

/**
 * Writes actors as CSV, a row each, in the order given.
 * @param columns in the order wanted; `x` and `y` are the centre on the map, in map units
 */
export function writeActorsCsv(
  actors: readonly Actor[],
  columns: readonly ActorColumn[] = actorColumns,
): string {
  return writeCsv(
    columns,
    actors.map((actor) => columns.map((column) => cellOf(actor, column))),
  );
}

function cellOf(actor: Actor, column: ActorColumn): string {
  switch (column) {
    case 'x':
    case 'y':
      return actor.at === null ? '' : String(actor.at[column]);
    case 'level':
    case 'track':
    case 'expression':
      return actor[column] ?? notKnown;
    default:
      return actor[column];
  }
}
