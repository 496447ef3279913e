import type { Actor, OptionalParticipantField, Participant, Settings, Stage } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { Option } from '#lib/table/column.ts';
import {
  closedColumn,
  closedOrUnknownColumn,
  lineColumn,
  longTextColumn,
  ownColumn,
  type PersonColumn,
} from './column-makers.ts';
import { fieldLabels } from './field-words.ts';
import {
  ageBandWords,
  capacityWords,
  consentWords,
  genderWords,
  languageName,
  levelWords,
  modalityWords,
  optionsOf,
  riskWords,
  stageOptions,
  stageWords,
} from './participant-words.ts';

export type ActorName = Pick<Actor, 'id' | 'name'>;

/** What the columns are made from. */
export interface ColumnContext {
  readonly settings: Pick<Settings, 'participantFields' | 'attributes'>;
  /** Actors that can be somebody's delegation. */
  readonly delegations: readonly ActorName[];
  /** Actors that somebody on the list can be themselves. */
  readonly persons: readonly ActorName[];
  /** Languages that somebody on the list speaks or needs. */
  readonly languages: readonly string[];
  /** The column of who can come when, once it was fetched. */
  readonly availability: PersonColumn | null;
  /** The stage that somebody was put at here and the server does not know of yet. */
  readonly stageUnderWay: (person: string) => Stage | null | undefined;
}

/**
 * The columns of a process, the pseudonym first and the real name after it. A field that the process
 * has not switched on has no column: it exists nowhere.
 */
export function participantColumns(context: ColumnContext): readonly PersonColumn[] {
  const { settings, availability } = context;
  const used = new Set(settings.participantFields);
  const optional = optionalColumns(context);
  const [pseudonym, name, delegation, capacity, stage, ...rest] = fixedColumns(context);
  const columns = [
    ...[pseudonym, name, delegation, capacity],
    ...optional.filter(({ id }) => used.has(id) && early.has(id)),
    stage,
    ...optional.filter(({ id }) => used.has(id) && !early.has(id)),
    ...(availability && used.has(availability.id) ? [availability] : []),
    ...Object.entries(settings.attributes).map(([id, attribute]) => ownColumn(id, attribute)),
    ...rest,
  ];
  return columns.filter((column) => column !== undefined);
}

/** Optional fields that stand before the stage: who somebody is before how far they are. */
const early: ReadonlySet<string> = new Set<OptionalParticipantField>(['gender', 'ageBand']);

const optionOf = ({ id, name }: ActorName): Option => ({ value: id, label: name });

function fixedColumns({
  delegations,
  persons,
  stageUnderWay,
}: ColumnContext): readonly PersonColumn[] {
  return [
    lineColumn(
      {
        id: 'pseudonym',
        header: m.participants_field_pseudonym(),
        width: 9,
        blank: m.participants_no_pseudonym(),
      },
      160,
      (person) => person.pseudonym,
      (pseudonym) => ({ pseudonym }),
    ),
    lineColumn(
      { id: 'name', header: m.participants_field_name(), width: 7 },
      160,
      (person) => person.name,
      (name) => ({ name }),
    ),
    {
      id: 'delegation',
      header: m.participants_field_delegation(),
      kind: 'select',
      options: delegations.map(optionOf),
      clearable: true,
      width: 9.5,
      grow: 1.3,
      read: (person) => person.delegation,
      patch: (delegation) => ({ delegation }),
    },
    closedColumn(
      { id: 'capacity', header: m.participants_field_capacity(), width: 7.5, quiet: true },
      capacityWords,
      (person) => person.capacity,
      (capacity) => ({ capacity }),
    ),
    closedColumn(
      {
        id: 'stage',
        header: m.participants_field_stage(),
        width: 6.75,
        underWay(person) {
          const stage = stageUnderWay(person.id);
          return stage ? stageWords[stage]() : undefined;
        },
      },
      stageWords,
      (person) => person.stage,
      (stage) => ({ stage }),
      stageOptions(),
    ),
    lineColumn(
      { id: 'party', header: m.participants_field_party(), width: 9, quiet: true, hidden: true },
      160,
      (person) => person.party,
      (party) => ({ party }),
    ),
    {
      id: 'actor',
      header: m.participants_field_actor(),
      kind: 'select',
      options: persons.map(optionOf),
      clearable: true,
      width: 9,
      quiet: true,
      hidden: true,
      read: (person) => person.actor,
      patch: (actor) => ({ actor }),
    },
    longTextColumn(
      { id: 'notes', header: m.participants_field_notes(), width: 12, quiet: true, hidden: true },
      (person) => person.notes,
    ),
  ];
}

/** In the order in which they stand in the table; each has the id of its field. */
function optionalColumns({ languages }: ColumnContext): readonly PersonColumn[] {
  const look = (id: OptionalParticipantField, width: number) => ({
    id,
    header: fieldLabels[id](),
    width,
  });
  return [
    closedColumn(
      look('gender', 6.25),
      genderWords,
      (person) => person.gender,
      (gender) => ({ gender }),
    ),
    closedColumn(
      look('ageBand', 6.25),
      ageBandWords,
      (person) => person.ageBand,
      (ageBand) => ({ ageBand }),
    ),
    lineColumn(
      { ...look('nominatedBy', 8), quiet: true },
      160,
      (person) => person.nominatedBy,
      (nominatedBy) => ({ nominatedBy }),
    ),
    lineColumn(
      look('region', 7),
      120,
      (person) => person.region,
      (region) => ({ region }),
    ),
    lineColumn(
      look('sector', 7),
      80,
      (person) => person.sector,
      (sector) => ({ sector }),
    ),
    closedOrUnknownColumn(
      look('level', 8),
      levelWords,
      (person) => person.level,
      (level) => ({ level }),
    ),
    closedOrUnknownColumn(
      { ...look('modality', 11), quiet: true },
      modalityWords,
      (person) => person.modality,
      (modality) => ({ modality }),
    ),
    setOfLanguages(look('languages', 8), languages, 'languages'),
    setOfLanguages(look('interpretation', 8), languages, 'interpretation'),
    closedOrUnknownColumn(
      look('riskLevel', 5.5),
      riskWords,
      (person) => person.riskLevel,
      (riskLevel) => ({ riskLevel }),
    ),
    {
      ...look('consents', 9),
      kind: 'set',
      quiet: true,
      options: optionsOf(consentWords),
      read: (person) => person.consents,
      patch: (consents) => ({ consents: [...consents] }),
    },
    longTextColumn({ ...look('accessNeeds', 10), quiet: true }, (person) => person.accessNeeds),
    longTextColumn({ ...look('constraints', 10), quiet: true }, (person) => person.constraints),
  ];
}

function setOfLanguages(
  look: Pick<PersonColumn, 'id' | 'header' | 'width'>,
  languages: readonly string[],
  field: 'languages' | 'interpretation',
): PersonColumn {
  return {
    ...look,
    kind: 'set',
    open: true,
    quiet: true,
    options: languages.map((value): Option => ({ value, label: languageName(value) })),
    read: (person: Participant) => person[field],
    patch: (values) => ({ [field]: [...values] }),
  };
}
