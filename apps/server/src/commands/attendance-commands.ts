import type { CommandAnswer } from '@parley/contracts';
import {
  isOnBoard,
  type Commentable,
  type EntryFields,
  type EntryKind,
} from '@parley/model/ledger';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { lastDay } from './last-day.ts';
import { accepted, refused } from './outcome.ts';

type AttendanceHandlers = Pick<
  CommandHandlers,
  'record-attendance' | 'record-speaking-time' | 'record-invitation' | 'record-reply'
>;

/** What is put on record of many people at once: that they were invited, what they answered, where they came, how long they spoke. */
export const attendanceCommands: AttendanceHandlers = {
  'record-attendance': ({ block, participants, came }, context) =>
    forEach('attendance', participants, context, [{ type: 'agendaBlock', id: block }], {
      block,
      came,
    }),

  async 'record-speaking-time'({ block, participant, seconds, source: word }, context) {
    // The model says how it can be known; a word that is none of these is refused by it.
    const source = word as EntryFields<'speaking-time'>['source'];
    const session = [{ type: 'agendaBlock' as const, id: block }];
    return forEach('speaking-time', [participant], context, session, { block, seconds, source });
  },

  async 'record-invitation'({ participants, on, channel: word, language }, context) {
    if (on > lastDay(context.stamp.at)) return refused('invalid', ['on']);
    // The model says which channels there are; a word that is none is refused by it.
    const channel = word as EntryFields<'invitation-sent'>['channel'];
    return forEach('invitation-sent', participants, context, [], { on, channel, language });
  },

  async 'record-reply'({ participants, on, reply: word, said }, context) {
    if (on > lastDay(context.stamp.at)) return refused('invalid', ['on']);
    // As above: a word that is no reply is refused by the model.
    const reply = word as EntryFields<'invitation-reply'>['reply'];
    return forEach('invitation-reply', participants, context, [], { on, reply, said });
  },
};

type OfPeople = Extract<
  EntryKind,
  'attendance' | 'speaking-time' | 'invitation-sent' | 'invitation-reply'
>;

/** An entry for each of these people, or for nobody: then it says why. */
async function forEach<K extends OfPeople>(
  kind: K,
  people: readonly string[],
  { board, ledger, partId, stamp }: CommandContext,
  needed: readonly { readonly type: Commentable; readonly id: string }[],
  said: Omit<EntryFields<K>, 'participant'>,
): Promise<CommandAnswer> {
  const participants = [...new Set(people)];
  const areThere = await board((doc) =>
    [...needed, ...participants.map((id) => ({ type: 'participant' as const, id }))].every((one) =>
      isOnBoard(doc, one),
    ),
  );
  const first = partId(participants[0] ?? '');
  return ledger((entries) => {
    if (entries.has(first)) return accepted(first);
    if (!areThere) return refused('gone');
    for (const participant of participants) {
      // Its own fields and whom it is about are all the fields that a kind of these has.
      const fields = { ...said, participant } as EntryFields<K>;
      const invalid = entries.append(kind, partId(participant), fields, stamp);
      // What one of them does not take, none does: they differ in whom they are about alone.
      if (invalid.length > 0) return refused('invalid', invalid);
    }
    return accepted(first);
  });
}
