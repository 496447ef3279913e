import { boardRecordTypes, type RecordName, type RecordOf } from '../records/index.ts';

/*
 * Complete records for the tests of this folder: what a test does not say comes from the type's own
 * defaults, so that a test names only what it is about.
 */

/** A record without an order that people chose. */
export function aRecord<N extends RecordName>(
  name: N,
  values: Partial<RecordOf<N>> & { readonly id: string },
): RecordOf<N> {
  const record = { ...boardRecordTypes[name].defaults(), order: 'a0', ...values };
  return record as unknown as RecordOf<N>; // defaults leave out only names and links, which tests give
}

/** Agenda blocks of the day `day`, in the order given; each an hour unless said otherwise. */
export function blocksInOrder(
  ...list: readonly Partial<RecordOf<'agendaBlock'>>[]
): RecordOf<'agendaBlock'>[] {
  return list.map((values, index) =>
    aRecord('agendaBlock', {
      id: String(index),
      day: 'day',
      title: 'Block',
      order: `a${index}`,
      ...values,
    }),
  );
}

/** `count` participants with ids `<prefix>0`, `<prefix>1` …; confirmed unless said otherwise. */
export function someParticipants(
  count: number,
  prefix: string,
  values: Partial<RecordOf<'participant'>> = {},
): RecordOf<'participant'>[] {
  return Array.from({ length: count }, (_, index) =>
    aRecord('participant', { stage: 'confirmed', ...values, id: `${prefix}${index}` }),
  );
}
