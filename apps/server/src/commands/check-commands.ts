import type { CommandHandlers } from './command-context.ts';
import { appended } from './outcome.ts';

/** What the team has seen of the agenda's checks, and leaves as it is. */
export const checkCommands: Pick<CommandHandlers, 'accept-check' | 'reopen-check'> = {
  'accept-check': ({ check, reason }, { ledger, entryId, stamp }) =>
    ledger((entries) =>
      appended(entryId, entries.append('check-accepted', entryId, { check, reason }, stamp)),
    ),

  'reopen-check': ({ check }, { ledger, entryId, stamp }) =>
    ledger((entries) =>
      appended(entryId, entries.append('check-reopened', entryId, { check }, stamp)),
    ),
};
