import { m } from '#lib/paraglide/messages.js';
import type { JournalEntry } from './journal-store.ts';

/**
 * A journal as a plain text file, the oldest entry first.
 * @param moment says when an entry was written
 */
export function journalText(
  entries: readonly JournalEntry[],
  moment: (time: number) => string,
): string {
  const parts = entries
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, question, text }) =>
      [moment(at), ...(question === '' ? [] : [question]), '', text].join('\n'),
    );
  return `${[m.journal_title(), ...parts].join('\n\n---\n\n')}\n`;
}
