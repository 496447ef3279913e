import { participantType, type Actor, type NewRecord, type Participant } from '@parley/model';
import * as v from 'valibot';
import { ActorNames } from './actor-names.ts';
import { foldName } from './fold.ts';
import { columnsInUse, type ColumnMapping, type ColumnSettings } from './participant-columns.ts';
import { PeopleKnown } from './people-known.ts';
import { patchFrom, type PlannedChange } from './planned-change.ts';
import { readParticipant } from './read-participant.ts';
import type { Table, TableRow } from './read-table.ts';
import type { Remark } from './row-reader.ts';

/** What an import is planned against. */
export interface ImportContext {
  readonly settings: ColumnSettings;
  readonly actors: readonly Pick<Actor, 'id' | 'name'>[];
  /** Who is on the list already. */
  readonly participants: readonly Participant[];
  /** What becomes of rows that name them; they are left out when nothing is said. */
  readonly whenThere?: WhenThere;
}

/** Whether rows about people who are on the list are left out, or change what they say otherwise. */
export type WhenThere = 'skip' | 'update';

/** A person to be created, from the row with this number. */
export interface PlannedRow {
  readonly row: number;
  readonly record: NewRecord<'participant'>;
}

/**
 * A row that is not imported:
 * - `no-name`: it has neither a name nor a pseudonym;
 * - `too-long`: the name or pseudonym in `value` is longer than a record holds;
 * - `already-there`: somebody of this name and delegation is on the list;
 * - `several-there`: more than one are, and nothing says which of them is meant;
 * - `repeated`: an earlier row of the table is the same person.
 */
export interface SkippedRow {
  readonly row: number;
  readonly reason: 'no-name' | 'too-long' | 'already-there' | 'several-there' | 'repeated';
  readonly field?: 'name' | 'pseudonym';
  readonly value?: string;
}

/** A delegation that the table names and the map does not have. */
export interface MissingDelegation {
  /** As it is first written. */
  readonly name: string;
  /** Numbers of the rows to be created that name it. */
  readonly rows: readonly number[];
}

/** What an import would do. Every record in it is valid: `board.createAll` takes them all. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly changes: readonly PlannedChange[];
  /** Rows about somebody on the list that say nothing new. */
  readonly unchanged: number;
  readonly skipped: readonly SkippedRow[];
  /** Cells of rows that are not left out which could not be taken over as they are. */
  readonly remarks: readonly Remark[];
  /** Rows with nothing in any column that is read. */
  readonly emptyRows: number;
  /** In the order in which the table names them; their rows keep the name as `party`. */
  readonly missingDelegations: readonly MissingDelegation[];
}

/**
 * Plans the import of people from a table; changes nothing. The same input makes the same plan.
 * Columns that the process has not switched on are not read, whatever the mapping says.
 *
 * People are told apart by name (pseudonym where there is none) and delegation; two of one name and
 * delegation are different people when both have pseudonyms and these differ.
 */
export function planImport(
  table: Table,
  mapping: ColumnMapping,
  { settings, actors, participants, whenThere = 'skip' }: ImportContext,
): ImportPlan {
  const inUse = new Set<string>([...columnsInUse(settings), 'id', 'givenName', 'familyName']);
  const targets = mapping.columns.map((target) => (inUse.has(target) ? target : 'ignore'));
  const names = new ActorNames(actors);
  const there = new PeopleKnown(participants);
  const byId = new Map(participants.map((person) => [person.id, person]));
  const earlier = new PeopleKnown();
  const met = new Set<string>();
  const changes: PlannedChange[] = [];
  let unchanged = 0;
  const rows: PlannedRow[] = [];
  const skipped: SkippedRow[] = [];
  const remarks: Remark[] = [];
  let emptyRows = table.blankRows;
  const idColumn = targets.indexOf('id');

  for (const row of mapping.hasHeader ? table.rows.slice(1) : table.rows) {
    if (isEmpty(row, targets)) {
      emptyRows += 1;
      continue;
    }
    const read = readParticipant(row, targets, settings, names, mapping.meanings);
    const { person } = read;
    const known = byId.get((row.cells[idColumn] ?? '').trim());
    const found = known ? new Set([known.id]) : there.find(person);
    const [id = ''] = found;
    const before = byId.get(id);
    const refused = nameRefused(row.number, person, known !== undefined);
    const skip = (reason: SkippedRow['reason']) =>
      skipped.push({ row: row.number, reason, ...shownName(person) });
    if (refused) {
      skipped.push(refused);
    } else if (before && whenThere === 'skip') {
      skip('already-there');
    } else if (found.size > 1) {
      skip('several-there');
    } else if (before ? met.has(id) : earlier.find(person).size > 0) {
      skip('repeated');
    } else if (before) {
      met.add(id);
      const patch = patchFrom(before, { row, targets, ...read });
      if (Object.keys(patch).length === 0) unchanged += 1;
      else changes.push({ row: row.number, id, patch, before });
      remarks.push(...read.remarks);
    } else {
      earlier.add(person, String(row.number));
      rows.push({ row: row.number, record: person });
      remarks.push(...read.remarks);
    }
  }
  const missing = missingDelegations(remarks);
  return { rows, changes, unchanged, skipped, remarks, emptyRows, missingDelegations: missing };
}

type Named = Readonly<Record<'name' | 'pseudonym', string>>;

function isEmpty({ cells }: TableRow, targets: readonly string[]): boolean {
  return targets.every(
    (target, index) => target === 'ignore' || (cells[index] ?? '').trim() === '',
  );
}

/** @param known whether its id says who is meant */
function nameRefused(row: number, person: Named, known: boolean): SkippedRow | null {
  if (!known && person.name === '' && person.pseudonym === '') return { row, reason: 'no-name' };
  for (const field of ['name', 'pseudonym'] as const) {
    const value = person[field];
    if (!v.is(participantType.schema.entries[field], value)) {
      return { row, reason: 'too-long', field, value };
    }
  }
  return null;
}

function shownName({ name, pseudonym }: Named) {
  return name === ''
    ? ({ field: 'pseudonym', value: pseudonym } as const)
    : ({ field: 'name', value: name } as const);
}

function missingDelegations(remarks: readonly Remark[]): MissingDelegation[] {
  const named = remarks.filter(
    ({ field, reason }) => field === 'delegation' && reason === 'no-such-actor',
  );
  return [...Map.groupBy(named, ({ value }) => foldName(value)).values()].map((group) => ({
    name: group[0]?.value ?? '',
    rows: group.map(({ row }) => row),
  }));
}
