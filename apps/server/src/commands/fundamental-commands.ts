import type { CommandHandlers } from './command-context.ts';
import { accepted, appended, refused } from './outcome.ts';

/** What the team says to questions of the checklist of fundamentals. */
export const fundamentalCommands: Pick<CommandHandlers, 'answer-fundamental'> = {
  'answer-fundamental': ({ key, text, setAside, basis }, { ledger, entryId, stamp }) =>
    ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      // Whoever puts a question aside says why.
      if (setAside && text === '') return refused('invalid', ['text']);
      const fields = { key, text, setAside, basis };
      return appended(entryId, entries.append('fundamental-answered', entryId, fields, stamp));
    }),
};
