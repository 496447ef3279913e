import { conveningLinkEntry, isOnBoard } from '@parley/model/ledger';
import * as v from 'valibot';
import type { CommandHandlers } from './command-context.ts';
import { lastDay } from './last-day.ts';
import { matterOfLink } from './matters.ts';
import { accepted, appended, refused } from './outcome.ts';

/** What people say of who can bring whom: one entry for each convener, party and source of power. */
export const conveningCommands: Pick<CommandHandlers, 'state-convening'> = {
  async 'state-convening'(said, context) {
    const { entryId, stamp, keepsNames, ids, place, session } = context;
    const parsed = v.safeParse(conveningLinkEntry.fields, { ...said, voice: null });
    if (!parsed.success) return refused('invalid', fieldsOf(parsed.issues));
    const { convener, party, asOf } = parsed.output;
    if (convener === party) return refused('invalid', ['party']);
    if (asOf > lastDay(stamp.at)) return refused('invalid', ['asOf']);
    const voice = keepsNames
      ? null
      : ids.ofVoice(place.space.id, ...matterOfLink(parsed.output), session.person.id);
    const areThere = await context.board((board) =>
      [convener, party].every((id) => isOnBoard(board, { type: 'actor', id })),
    );
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!areThere) return refused('gone');
      const link = { ...parsed.output, voice };
      return appended(entryId, entries.append('convening-link', entryId, link, stamp));
    });
  },
};

const fieldsOf = (issues: Parameters<typeof v.getDotPath>[0][]): string[] => [
  ...new Set(issues.map((issue) => v.getDotPath(issue) ?? '')),
];
