import {
  foldTerm,
  type ParticipantColumn,
  type Remark,
  type ValueMeanings,
} from '@parley/exchange';

/** A word of the file that is no value of the field, folded. */
export interface UnreadWord {
  readonly field: ParticipantColumn;
  readonly word: string;
  /** As it is first written. */
  readonly written: string;
  /** Their numbers, as a spreadsheet shows them. */
  readonly rows: readonly number[];
}

/**
 * The words whose meaning may be said: those that were not understood, the most frequent first, and of those
 * met before the ones that have a meaning by now.
 */
export function meantValues(
  met: readonly UnreadWord[],
  remarks: readonly Remark[],
  meanings: ValueMeanings,
): readonly UnreadWord[] {
  const unread = remarks.filter(
    ({ reason, field, value }) =>
      // Days are no words of a closed list.
      reason === 'not-understood' && field !== 'availability' && foldTerm(value) !== '',
  );
  const groups = Map.groupBy(unread, ({ field, value }) => `${field} ${foldTerm(value)}`);
  const open = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? [
          {
            field: first.field,
            word: foldTerm(first.value),
            written: first.value,
            rows: group.map(({ row }) => row),
          },
        ]
      : [];
  });
  const said = met.filter(({ field, word }) => meanings.get(field)?.has(word));
  const isNew = ({ field, word }: UnreadWord) =>
    !said.some((one) => one.field === field && one.word === word);
  return [...said, ...open.filter(isNew).toSorted((a, b) => b.rows.length - a.rows.length)];
}
