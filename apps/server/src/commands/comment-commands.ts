import { commentedRecord, isOnBoard } from '@parley/model/ledger';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { accepted, appended, refused } from './outcome.ts';

type CommentHandlers = Pick<CommandHandlers, 'comment' | 'resolve-thread' | 'reopen-thread'>;

/** Threads about records. */
export const commentCommands: CommentHandlers = {
  async comment({ about: named, text, thread, mentions }, context) {
    const { stamp, entryId, place } = context;
    const about = commentedRecord(named);
    if (about === null) return refused('invalid', ['about.type']);
    const isThere = await context.board((board) => isOnBoard(board, about));
    const members = await context.registry.membersOf(place.space.id);
    const called = members
      .map(({ personId }) => personId)
      .filter((personId) => mentions.includes(personId));
    const { answer, isNew } = await context.ledger((ledger) => {
      if (ledger.has(entryId)) return { answer: accepted(entryId), isNew: false };
      if (!isThere) return { answer: refused('gone'), isNew: false };
      const first = thread === null ? null : ledger.get('comment', thread);
      const isThread = first?.thread === null && first.about.id === about.id;
      if (thread !== null && !isThread) return { answer: refused('gone'), isNew: false };
      const fields = { about, text, thread, mentions: called };
      const answer = appended(entryId, ledger.append('comment', entryId, fields, stamp));
      return { answer, isNew: answer.accepted };
    });
    if (isNew) callUpon(called, context);
    return answer;
  },

  'resolve-thread': ({ thread }, context) => settle(thread, true, context),
  'reopen-thread': ({ thread }, context) => settle(thread, false, context),
};

/** Tells those whom a comment calls upon, wherever they have Parley open. */
function callUpon(members: readonly string[], { place, session, stamp, live }: CommandContext) {
  const { space, process } = place;
  for (const personId of members) {
    if (personId === session.person.id) continue;
    live.toPerson(personId, {
      kind: 'mentioned',
      processId: process.id,
      spaceId: space.id,
      title: space.title,
      by: stamp.by?.name ?? '',
    });
  }
}

function settle(thread: string, resolved: boolean, { ledger, entryId, stamp }: CommandContext) {
  return ledger((entries) => {
    if (entries.get('comment', thread)?.thread !== null) return refused('gone');
    return appended(entryId, entries.append('thread-state', entryId, { thread, resolved }, stamp));
  });
}
