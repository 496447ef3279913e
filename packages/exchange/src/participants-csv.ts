import type { Actor, Participant } from '@parley/model';
import { daysCell } from './days-cell.ts';
import { ownValueName } from './own-values.ts';
import {
  columnsInUse,
  customId,
  headingOf,
  idHeading,
  type ColumnSettings,
  type ParticipantColumn,
  type ParticipantField,
} from './participant-columns.ts';
import { joined, nameById, notKnown, writeCsv } from './write-csv.ts';

/** What a file of participants is written from. */
export interface ParticipantsExport {
  readonly settings: ColumnSettings;
  readonly actors: readonly Pick<Actor, 'id' | 'name'>[];
  /** Columns in the order wanted; those that the process does not use are left out. */
  readonly columns: readonly ParticipantColumn[];
  /** Whether the first column holds ids, so that the file can be read back as changes to the same people. */
  readonly ids?: boolean;
}

/**
 * Writes participants as CSV, a row each, in the order given, under the names that the fields have in
 * the model. Read back by `readTable` and `planImport` it makes the same people. What is secret stays
 * so by the choice of columns: the file holds the names of people if `name` is one of them.
 */
export function writeParticipantsCsv(
  participants: readonly Participant[],
  { settings, actors, columns, ids = false }: ParticipantsExport,
): string {
  const used = new Set(columnsInUse(settings));
  const written = columns.filter((column) => used.has(column));
  const nameOf = nameById(actors);
  return writeCsv(
    [...(ids ? [idHeading] : []), ...written.map((column) => headingOf(column, settings))],
    participants.map((person) => [
      ...(ids ? [person.id] : []),
      ...written.map((column) => {
        const id = customId(column);
        return id === null
          ? cellOf(person, column as ParticipantField, nameOf) // what is no custom column is a field
          : attributeCell(person, id, settings);
      }),
    ]),
  );
}

function cellOf(
  person: Participant,
  field: ParticipantField,
  nameOf: (actor: string | null) => string,
): string {
  switch (field) {
    case 'actor':
    case 'delegation':
      return nameOf(person[field]);
    case 'level':
    case 'riskLevel':
    case 'modality':
      return person[field] ?? notKnown;
    case 'languages':
    case 'interpretation':
    case 'consents':
      return joined(person[field]);
    case 'availability':
      return daysCell(person);
    default:
      return person[field];
  }
}

function attributeCell(person: Participant, id: string, { attributes }: ColumnSettings): string {
  const value = person.attributes[id];
  return value === undefined ? notKnown : ownValueName(attributes[id]?.values ?? {}, value);
}
