import type { CommandAnswer, CommandRefusal } from '@parley/contracts';
import type { InvalidFields } from '@parley/model/ledger';

export const accepted = (entry: string): CommandAnswer => ({ accepted: true, entry });

export const refused = (reason: CommandRefusal, fields?: InvalidFields): CommandAnswer => ({
  accepted: false,
  reason,
  ...(fields === undefined ? {} : { fields: [...fields] }),
});

/** What appending an entry comes to. */
export const appended = (entry: string, invalid: InvalidFields): CommandAnswer =>
  invalid.length === 0 ? accepted(entry) : refused('invalid', invalid);
