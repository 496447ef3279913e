import { decisionTypes } from '@parley/model/ledger';
import type { CommandHandlers } from './command-context.ts';
import { appended, refused } from './outcome.ts';

/** What was decided about the process. */
export const decisionCommands: Pick<CommandHandlers, 'record-decision'> = {
  'record-decision'(command, { ledger, entryId, stamp }) {
    const { what, principle, alternatives, consulted, decidedBy, date } = command;
    const type = decisionTypes.find((known) => known === command.type);
    if (type === undefined) return Promise.resolve(refused('invalid', ['type']));
    return ledger((entries) =>
      appended(
        entryId,
        entries.append(
          'decision',
          entryId,
          { type, what, principle, alternatives, consulted, decidedBy, date },
          stamp,
        ),
      ),
    );
  },
};
