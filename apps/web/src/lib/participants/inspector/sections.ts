import { m } from '#lib/paraglide/messages.js';
import type { PersonColumn } from '../column-makers.ts';

const longFields = ['accessNeeds', 'constraints', 'notes'] as const;
type LongFieldId = (typeof longFields)[number];

/** A field in the inspector: as the table knows it, or a long text. */
type SectionField =
  | (Exclude<PersonColumn, { kind: 'computed' }> & { readonly long?: never })
  | { readonly long: true; readonly id: LongFieldId; readonly header: string };

export interface Section {
  readonly label: string;
  readonly fields: readonly SectionField[];
}

/** The fields of a person in groups; only those that the process uses, no group without a field. */
export function sectionsOf(columns: readonly PersonColumn[]): readonly Section[] {
  const groups: readonly { label: string; ids: readonly string[] }[] = [
    {
      label: m.participants_section_place(),
      ids: ['delegation', 'party', 'capacity', 'modality', 'actor'],
    },
    {
      label: m.participants_section_about(),
      ids: ['gender', 'ageBand', 'region', 'sector', 'level', 'nominatedBy'],
    },
    {
      label: m.participants_section_own(),
      ids: columns.flatMap(({ id }) => (id.startsWith('custom:') ? [id] : [])),
    },
    {
      label: m.participants_section_needs(),
      ids: ['languages', 'interpretation', 'accessNeeds', 'constraints'],
    },
    { label: m.participants_section_consent(), ids: ['riskLevel', 'consents'] },
    { label: m.participants_section_notes(), ids: ['notes'] },
  ];
  return groups
    .map(({ label, ids }) => ({ label, fields: ids.flatMap((id) => fieldOf(columns, id)) }))
    .filter(({ fields }) => fields.length > 0);
}

function fieldOf(columns: readonly PersonColumn[], id: string): readonly SectionField[] {
  const column = columns.find((candidate) => candidate.id === id);
  if (!column) return [];
  const long = longFields.find((field) => field === id);
  if (long !== undefined) return [{ long: true, id: long, header: column.header }];
  return column.kind === 'computed' ? [] : [column];
}
