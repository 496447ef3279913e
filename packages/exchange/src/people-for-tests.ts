import {
  actorType,
  optionalParticipantFields,
  participantType,
  settingsType,
  tieType,
  type Actor,
  type NewRecord,
  type Participant,
  type Tie,
} from '@parley/model';
import * as v from 'valibot';
import type { ColumnSettings } from './participant-columns.ts';
import { readTable, type Table } from './read-table.ts';

/** Settings of a process that uses every field and has an attribute of its own. */
export const everyField: ColumnSettings = {
  participantFields: [...optionalParticipantFields],
  attributes: {
    bank: { label: 'Side of the lake', values: { up: 'Upstream', down: 'Downstream' } },
  },
};

/** Settings of a new process. */
export const fewFields: ColumnSettings = {
  participantFields: settingsType.defaults().participantFields ?? [],
  attributes: {},
};

export const someActors: readonly Pick<Actor, 'id' | 'name'>[] = [
  { id: 'union', name: 'Upland Water Union' },
  { id: 'league', name: 'Delta Farmers’ League' },
  { id: 'guard-1', name: 'Guard' },
  { id: 'guard-2', name: 'Guard' },
];

/** A table that must be readable. */
export function tableOf(text: string): Table {
  const outcome = readTable(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.table;
}

/** A participant with the defaults of a new one where nothing is given. */
export function person(values: NewRecord<'participant'>, id = 'person'): Participant {
  const record = { ...participantType.defaults(), order: 'a0', ...values };
  return { ...v.parse(participantType.schema, record), id };
}

/** An actor with the defaults of a new one. */
export function actor(id: string, name: string): Actor {
  const record = { ...actorType.defaults(), order: 'a0', name };
  return { ...v.parse(actorType.schema, record), id };
}

/** A tie with the defaults of a new one. */
export function tie(values: NewRecord<'tie'>): Tie {
  return { ...v.parse(tieType.schema, { ...tieType.defaults(), ...values }), id: 'tie' };
}
