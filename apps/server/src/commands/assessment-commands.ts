import { assessmentEntry, isOnBoard, isReachKind } from '@parley/model/ledger';
import * as v from 'valibot';
import { fieldsOf, lacksAlternative } from './assessment-fields.ts';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { lastDay } from './last-day.ts';
import { matterOfAssessment } from './matters.ts';
import { accepted, appended, refused } from './outcome.ts';

/** How people read actors: one entry for each reading, under the name of who gave it or a voice of theirs. */
export const assessmentCommands: Pick<CommandHandlers, 'assess'> = {
  async assess({ subject, of, level, asOf, ...said }, context) {
    const { entryId, stamp } = context;
    // Access and influence are said in a convening link, with where they come from, or in a round.
    if (isReachKind(of)) return refused('invalid', ['of']);
    const fields = { ...said, subject, asOf, reading: { of, level }, round: null, voice: null };
    const parsed = v.safeParse(assessmentEntry.fields, fields);
    if (!parsed.success) return refused('invalid', fieldsOf(parsed.issues));
    const assessment = { ...parsed.output, voice: voiceOf(context, parsed.output) };
    if (asOf > lastDay(stamp.at)) return refused('invalid', ['asOf']);
    if (lacksAlternative(assessment)) return refused('invalid', ['alternative']);
    const isThere = await context.board((board) =>
      isOnBoard(board, { type: 'actor', id: subject }),
    );
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!isThere) return refused('gone');
      return appended(entryId, entries.append('assessment', entryId, assessment, stamp));
    });
  },
};

const voiceOf = (
  { keepsNames, ids, place, session }: CommandContext,
  assessment: Parameters<typeof matterOfAssessment>[0],
) =>
  keepsNames
    ? null
    : ids.ofVoice(place.space.id, ...matterOfAssessment(assessment), session.person.id);
