import {
  optionalParticipantFields,
  type OptionalParticipantField,
  type Settings,
} from '@parley/model';
import { foldTerm } from './fold.ts';
import { headings } from './headings.ts';
import type { Table } from './read-table.ts';

/** The fields of a participant that files carry, under these names, in this order. */
export const participantFields = [
  'name',
  'pseudonym',
  'delegation',
  'party',
  'actor',
  'capacity',
  'gender',
  'ageBand',
  'region',
  'sector',
  'level',
  'languages',
  'interpretation',
  'accessNeeds',
  'constraints',
  'nominatedBy',
  'riskLevel',
  'consents',
  'stage',
  'modality',
  'availability',
  'notes',
] as const;
export type ParticipantField = (typeof participantFields)[number];

/** A field, or an attribute of the process's own by its id. */
export type ParticipantColumn = ParticipantField | `custom:${string}`;

/** What a column of a table becomes; given and family name together make the name, `id` finds who is on the list. */
export type ColumnTarget = ParticipantColumn | 'id' | 'givenName' | 'familyName' | 'ignore';

/** Heading under which files carry the ids of people. */
export const idHeading = 'ID';

/**
 * What words of a file mean, as somebody said it for the import: by column, a folded cell → the value's own
 * name, or `''` where it stays unknown.
 */
export type ValueMeanings = ReadonlyMap<ParticipantColumn, ReadonlyMap<string, string>>;

/** How a table is read: whether its first row names the columns, and what each of them becomes. */
export interface ColumnMapping {
  readonly hasHeader: boolean;
  /** As many as the table has columns. */
  readonly columns: readonly ColumnTarget[];
  readonly meanings?: ValueMeanings;
}

/** The part of a process's settings that decides which columns exist in it. */
export type ColumnSettings = Pick<Settings, 'participantFields' | 'attributes'>;

/** The columns that exist in a process: fields that it has not switched on are in no file. */
export function columnsInUse(settings: ColumnSettings): readonly ParticipantColumn[] {
  const used = new Set(settings.participantFields);
  return [
    ...participantFields.filter((field) => !isOptional(field) || used.has(field)),
    ...Object.keys(settings.attributes).map((id): ParticipantColumn => `custom:${id}`),
  ];
}

function isOptional(field: ParticipantField): field is ParticipantField & OptionalParticipantField {
  return optionalParticipantFields.some((optional) => optional === field);
}

/**
 * Guesses what each column of a table becomes, from its heading. Each target is given once, to the
 * first column that asks for it; what is not known or not used in this process is `ignore`.
 */
export function guessColumns(
  header: readonly string[],
  settings: ColumnSettings,
): readonly ColumnTarget[] {
  const known = knownHeadings(settings);
  const taken = new Set<ColumnTarget>();
  return header.map((heading) => {
    const target = targetOf(heading, known);
    if (target === 'ignore' || taken.has(target)) return 'ignore';
    taken.add(target);
    return target;
  });
}

/**
 * Guesses how a table is read. A first row with any heading that is known is a header; without one,
 * the first column holds the names.
 */
export function guessMapping(table: Table, settings: ColumnSettings): ColumnMapping {
  const columns = guessColumns(table.rows[0]?.cells ?? [], settings);
  if (columns.some((target) => target !== 'ignore')) return { hasHeader: true, columns };
  return { hasHeader: false, columns: columns.map((_, index) => (index > 0 ? 'ignore' : 'name')) };
}

/**
 * The heading that a file has for a column: the field's name, an attribute's label where that leads
 * back to the attribute, else `custom:<id>`.
 */
export function headingOf(column: ParticipantColumn, settings: ColumnSettings): string {
  const label = settings.attributes[customId(column) ?? '']?.label;
  return label !== undefined && targetOf(label, knownHeadings(settings)) === column
    ? label
    : column;
}

/** The attribute's id of a column for one of the process's own; null for a field. */
export function customId(target: ColumnTarget): string | null {
  return target.startsWith('custom:') ? target.slice('custom:'.length) : null;
}

/** Folded heading → target. A field's own names win over an attribute that is called the same. */
function knownHeadings(settings: ColumnSettings): ReadonlyMap<string, ColumnTarget> {
  const known = new Map<string, ColumnTarget>();
  const add = (heading: string, target: ColumnTarget) => {
    const folded = foldTerm(heading);
    if (folded !== '' && !known.has(folded)) known.set(folded, target);
  };
  const columns = columnsInUse(settings);
  add(idHeading, 'id');
  for (const target of [...columns, 'givenName', 'familyName'] as const) {
    if (customId(target) === null) add(target, target);
  }
  for (const [target, words] of headings) {
    if (target === 'givenName' || target === 'familyName' || columns.includes(target)) {
      for (const word of words) add(word, target);
    }
  }
  for (const [id, { label }] of Object.entries(settings.attributes)) {
    // Unfolded: no folded heading has a colon, so nothing else can be found under this one.
    known.set(`custom:${id}`, `custom:${id}`);
    add(label, `custom:${id}`);
  }
  return known;
}

function targetOf(heading: string, known: ReadonlyMap<string, ColumnTarget>): ColumnTarget {
  const withoutBrackets = heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  return (
    known.get(heading.trim()) ??
    known.get(foldTerm(heading)) ??
    known.get(foldTerm(withoutBrackets)) ??
    'ignore'
  );
}
