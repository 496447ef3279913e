import type { CommandRefusal } from '@parley/contracts';
import { m } from '#lib/paraglide/messages.js';

const sentences: Readonly<Record<CommandRefusal, () => string>> = {
  'not-allowed': m.ledger_refused_not_allowed,
  invalid: m.ledger_refused_invalid,
  gone: m.ledger_refused_gone,
  closed: m.ledger_refused_closed,
  'keeps-no-names': m.ledger_refused_keeps_no_names,
  'too-many': m.ledger_refused_too_many,
  'not-stored': m.ledger_refused_not_stored,
};

/**
 * Why the server did not take a command, in a sentence.
 * @param fields the fields of it that are at fault, where these are known
 */
export const refusalSentence = (
  reason: CommandRefusal | undefined,
  fields: readonly string[] = [],
): string =>
  reason === 'invalid' && fields.includes('asOf')
    ? m.ledger_refused_later_day()
    : sentences[reason ?? 'invalid']();
