import type { Participant } from '@parley/model';
import { customId, type ColumnTarget, type ParticipantField } from './participant-columns.ts';
import type { ReadPerson } from './read-participant.ts';
import type { TableRow } from './read-table.ts';
import type { Remark } from './row-reader.ts';

/** The fields of somebody on the list that a row says otherwise. */
export type PersonPatch = Partial<ReadPerson>;

/** A change to somebody on the list, from the row with this number. */
export interface PlannedChange {
  readonly row: number;
  readonly id: string;
  readonly patch: PersonPatch;
  /** As they are on the list now. */
  readonly before: Participant;
}

/**
 * What a row changes of somebody who is on the list. An empty cell says nothing, nor does one that was not
 * understood. How far somebody is stays as it is: that is a step with a reason, in the ledger.
 */
export function patchFrom(
  before: Participant,
  {
    row,
    targets,
    person,
    remarks,
  }: {
    readonly row: TableRow;
    readonly targets: readonly ColumnTarget[];
    readonly person: ReadPerson;
    readonly remarks: readonly Remark[];
  },
): PersonPatch {
  const unread = new Set<ColumnTarget>(remarks.map(({ field }) => field));
  const fields = new Set<keyof ReadPerson>();
  const attributes = new Map(Object.entries(before.attributes));
  targets.forEach((target, index) => {
    if ((row.cells[index] ?? '').trim() === '') return;
    const own = customId(target);
    if (own !== null) {
      const value = person.attributes[own];
      if (value !== undefined) attributes.set(own, value);
      else if (!unread.has(target)) attributes.delete(own);
    } else if (target === 'givenName' || target === 'familyName') fields.add('name');
    // A delegation that is not on the map stands in words, where the row has no other.
    else if (target === 'delegation' && unread.has(target)) fields.add('party');
    else if (isField(target) && target !== 'stage' && !unread.has(target)) fields.add(target);
  });
  const said: PersonPatch = {
    ...Object.fromEntries([...fields].map((field) => [field, person[field]])),
    attributes: Object.fromEntries(attributes),
  };
  return Object.fromEntries(
    Object.entries(said).filter(
      ([field, value]) => !isSame(before[field as keyof Participant], value), // a field of the patch is one of theirs
    ),
  );
}

const isField = (target: ColumnTarget): target is ParticipantField =>
  target !== 'id' && target !== 'ignore' && customId(target) === null;

/** Values of one field: texts, sorted lists, or attributes in whatever order. */
const isSame = (a: unknown, b: unknown): boolean => inOrder(a) === inOrder(b);

const inOrder = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);
