import type { Round } from '@parley/model/ledger';
import { moment } from '#lib/frame/dates.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a round is called; one without a title by when it was opened. */
export const roundTitle = ({ opened }: Pick<Round, 'opened'>): string =>
  opened.title === '' ? m.rounds_untitled({ time: moment(opened.at) }) : opened.title;

export const roundState = ({ revealed, cancelled }: Round): string =>
  revealed
    ? m.rounds_state_revealed()
    : cancelled
      ? m.rounds_state_cancelled()
      : m.rounds_state_open();

export const isOpen = ({ revealed, cancelled }: Round): boolean => !revealed && !cancelled;

/** What the round of an id is called, by the entries that opened them. */
export function titleOfRound(all: readonly Round['opened'][], id: string): string {
  const opened = all.find((one) => one.id === id);
  return opened ? roundTitle({ opened }) : '';
}
