import type { CommandAnswer } from '@parley/contracts';
import { isOnBoard, isReachKind, type EntryOf, type LedgerDraft } from '@parley/model/ledger';
import * as v from 'valibot';
import { assessorsOf } from '../rounds/assessors.ts';
import { Rating, type Given } from '../rounds/blind-rounds.ts';
import { fieldsOf, lacksAlternative } from './assessment-fields.ts';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { lastDay } from './last-day.ts';
import { matterOfAssessment } from './matters.ts';
import { accepted, appended, refused } from './outcome.ts';

type RoundHandlers = Pick<
  CommandHandlers,
  'open-round' | 'rate' | 'finish-rating' | 'reveal-round' | 'cancel-round'
>;

/**
 * Blind rounds: the ledger says that one is open, and what it was once it is over. In between ratings
 * wait sealed in the database; all that is told of them is how many people have finished.
 */
export const roundCommands: RoundHandlers = {
  async 'open-round'({ title, subjects, assessors, closesAt, asOf, follows, ...wish }, context) {
    const { entryId, stamp, keepsNames, registry, place } = context;
    const convener = wish.kinds.some(isReachKind) ? (wish.convener ?? null) : null;
    if (wish.kinds.some(isReachKind) && (convener === null || subjects.includes(convener))) {
      return refused('invalid', ['convener']);
    }
    const members = await registry.membersOf(place.space.id);
    const areThere = await context.board((board) =>
      [...subjects, ...(convener === null ? [] : [convener])].every((id) =>
        isOnBoard(board, { type: 'actor', id }),
      ),
    );
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      const ids = new Set(members.map(({ personId }) => personId));
      if (assessors?.some((id) => !ids.has(id))) return refused('invalid', ['assessors']);
      if (closesAt !== null && closesAt <= stamp.at) {
        return refused('invalid', ['closesAt']);
      }
      if (asOf > lastDay(stamp.at)) return refused('invalid', ['asOf']);
      if (!areThere) return refused('gone');
      if (follows !== null && entries.get('round-opened', follows) === null) {
        return refused('gone');
      }
      // The model says which kinds there are; a word that is none is refused by it.
      const kinds = wish.kinds as EntryOf<'round-opened'>['kinds'];
      const said = { title, subjects, kinds, convener, assessors, closesAt, asOf, follows };
      const fields = { ...said, named: keepsNames };
      return appended(entryId, entries.append('round-opened', entryId, fields, stamp));
    });
  },

  async rate({ round, subject, of, level, ...said }, context) {
    const parsed = v.safeParse(Rating, { ...said, subject, reading: { of, level } });
    if (!parsed.success) return refused('invalid', fieldsOf(parsed.issues));
    const rating = parsed.output;
    if (lacksAlternative(rating)) return refused('invalid', ['alternative']);
    const open = await openFor(round, context);
    if ('accepted' in open) return open;
    if (!open.subjects.includes(subject)) return refused('invalid', ['subject']);
    if (!open.kinds.includes(rating.reading.of)) return refused('invalid', ['of']);
    const { place, session, rounds } = context;
    await rounds.rate({ spaceId: place.space.id, round }, session.person.id, rating);
    return accepted(round);
  },

  async 'finish-rating'({ round, finished }, context) {
    const open = await openFor(round, context);
    if ('accepted' in open) return open;
    const { place, session, rounds, registry, live } = context;
    const spaceId = place.space.id;
    await rounds.finish({ spaceId, round }, session.person.id, finished);
    const people = (await assessorsOf(registry, spaceId, open)).map(({ id }) => id);
    const done = await rounds.finished({ spaceId, round }, people);
    const progress = { finished: done.size, assessors: people.length };
    live.toSpace(spaceId, { kind: 'round-progress', spaceId, round, ...progress });
    return accepted(round);
  },

  async 'reveal-round'({ round }, context) {
    const { ids, place, registry, rounds, stamp, keepsNames } = context;
    const spaceId = place.space.id;
    const revealing = ids.ofClosing(spaceId, round);
    const opened = await context.ledger((entries) => entries.get('round-opened', round));
    if (opened === null) return refused('gone');
    const people = await assessorsOf(registry, spaceId, opened);
    const personIds = people.map(({ id }) => id);
    const given = await rounds.given({ spaceId, round }, personIds);
    const finished = await rounds.finished({ spaceId, round }, personIds);
    // Whoever was promised that names are not stored, when it began or now, is not named.
    const names = new Map(
      opened.named && keepsNames ? people.map(({ id, displayName }) => [id, displayName]) : [],
    );
    const answer = await context.ledger((entries) => {
      if (entries.get('round-cancelled', revealing) !== null) return refused('closed');
      if (entries.has(revealing)) return accepted(revealing);
      for (const { id, by, fields } of revealed(opened, given, names, context)) {
        const invalid = entries.append('assessment', id, fields, { at: stamp.at, by });
        if (invalid.length > 0) throw new Error('A rating was taken that no ledger takes.');
      }
      const gave = given.filter(({ ratings }) => ratings.length > 0).length;
      const fields = { round, assessors: gave, finished: finished.size };
      return appended(revealing, entries.append('round-revealed', revealing, fields, stamp));
    });
    // Only now: a stop in between leaves them for whoever asks next.
    if (answer.accepted) await rounds.destroy({ spaceId, round });
    return answer;
  },

  async 'cancel-round'({ round }, context) {
    const { ids, place, rounds, stamp } = context;
    const spaceId = place.space.id;
    const end = ids.ofClosing(spaceId, round);
    const answer = await context.ledger((entries) => {
      if (entries.get('round-revealed', end) !== null) return refused('closed');
      if (entries.has(end)) return accepted(end);
      if (entries.get('round-opened', round) === null) return refused('gone');
      return appended(end, entries.append('round-cancelled', end, { round }, stamp));
    });
    if (answer.accepted) await rounds.destroy({ spaceId, round });
    return answer;
  },
};

/** The round, if it is open and this person is asked; else why they cannot give anything in it. */
async function openFor(
  round: string,
  { ids, place, session, stamp, ledger }: CommandContext,
): Promise<EntryOf<'round-opened'> | CommandAnswer> {
  return ledger((entries: LedgerDraft) => {
    const opened = entries.get('round-opened', round);
    if (opened === null) return refused('gone');
    if (entries.has(ids.ofClosing(place.space.id, round))) return refused('closed');
    if (opened.closesAt !== null && opened.closesAt < stamp.at) return refused('closed');
    const isAsked = opened.assessors === null || opened.assessors.includes(session.person.id);
    return isAsked ? opened : refused('not-allowed');
  });
}

/**
 * The entries that the ratings become, in the order of their ids. These come from a key and not from
 * a clock or a person, so that neither order nor time tells which ratings are of one person.
 */
function revealed(
  { id: round, asOf, convener: whose = null }: EntryOf<'round-opened'>,
  given: readonly Given[],
  names: ReadonlyMap<string, string>,
  { ids, place }: CommandContext,
) {
  const spaceId = place.space.id;
  const entries = given.flatMap(({ personId, ratings }) => {
    const name = names.get(personId);
    const by = name === undefined ? null : { person: personId, name };
    return ratings.map((rating) => {
      const { subject, reading } = rating;
      const convener = isReachKind(reading.of) ? whose : null;
      const matter = matterOfAssessment({ ...rating, convener });
      const voice = by === null ? ids.ofVoice(spaceId, ...matter, personId) : null;
      const fields = { ...rating, convener, asOf, round, voice };
      return { id: ids.ofRevealed(spaceId, round, personId, subject, reading.of), by, fields };
    });
  });
  return entries.sort((one, other) => (one.id < other.id ? -1 : 1));
}
