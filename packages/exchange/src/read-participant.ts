import type { Participant } from '@parley/model';
import type { ActorNames } from './actor-names.ts';
import {
  customId,
  type ColumnSettings,
  type ColumnTarget,
  type ValueMeanings,
} from './participant-columns.ts';
import type { TableRow } from './read-table.ts';
import { RowReader, type Remark } from './row-reader.ts';

/** A person as a row describes them, complete; only the length of their names is unchecked. */
export type ReadPerson = Omit<Participant, 'id' | 'order'>;

/** Reads one row as a person; what it does not say has the value of a new record. */
export function readParticipant(
  row: TableRow,
  targets: readonly ColumnTarget[],
  settings: ColumnSettings,
  names: ActorNames,
  meanings?: ValueMeanings,
): { readonly person: ReadPerson; readonly remarks: readonly Remark[] } {
  const cells = new RowReader(row, targets, meanings);
  const delegation = cells.actor('delegation', names);
  const party = cells.fittingLine('party');
  const person: ReadPerson = {
    name: fullName(cells),
    pseudonym: cells.line('pseudonym'),
    actor: cells.actor('actor', names).id,
    delegation: delegation.id,
    // A delegation that is not on the map is kept in words.
    party: party === '' && delegation.id === null ? delegation.name.slice(0, 160) : party,
    capacity: cells.value('capacity') ?? 'representative',
    gender: cells.value('gender') ?? 'undisclosed',
    ageBand: cells.value('ageBand') ?? 'undisclosed',
    region: cells.fittingLine('region'),
    sector: cells.fittingLine('sector'),
    level: cells.value('level'),
    languages: cells.set('languages'),
    interpretation: cells.set('interpretation'),
    accessNeeds: cells.text('accessNeeds'),
    constraints: cells.text('constraints'),
    nominatedBy: cells.fittingLine('nominatedBy'),
    riskLevel: cells.value('riskLevel'),
    consents: cells.values('consents'),
    stage: cells.value('stage') ?? 'longlisted',
    modality: cells.value('modality'),
    attributes: attributesOf(cells, targets, settings),
    availability: cells.days('availability'),
    // Files have days only.
    availabilityNote: '',
    notes: cells.text('notes'),
  };
  return { person, remarks: cells.remarks };
}

function fullName(cells: RowReader): string {
  const name = cells.line('name');
  if (name !== '') return name;
  return [cells.line('givenName'), cells.line('familyName')]
    .filter((part) => part !== '')
    .join(' ');
}

function attributesOf(
  cells: RowReader,
  targets: readonly ColumnTarget[],
  settings: ColumnSettings,
): Record<string, string> {
  const values = targets.flatMap((target) => {
    const id = customId(target);
    const value = id === null ? null : cells.ownValue(id, settings);
    return id === null || value === null ? [] : [[id, value] as const];
  });
  return Object.fromEntries(values);
}
