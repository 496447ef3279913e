import type { CommandAnswer } from '@parley/contracts';
import { isOnBoard, lockThatHolds, type EntryOf } from '@parley/model/ledger';
import { assessorsOf } from '../rounds/assessors.ts';
import { screenedIn, type Screened } from '../rounds/screenings.ts';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { accepted, appended, refused } from './outcome.ts';

type ScreeningHandlers = Pick<
  CommandHandlers,
  | 'lock-criteria'
  | 'unlock-criteria'
  | 'open-screening'
  | 'score'
  | 'finish-scoring'
  | 'reveal-screening'
  | 'cancel-screening'
  | 'note-screening'
>;

/**
 * Screening: criteria are locked before anybody is scored, and two people score without seeing each
 * other's scores, which wait sealed as ratings in blind rounds do.
 */
export const screeningCommands: ScreeningHandlers = {
  'lock-criteria': ({ criteria }, { ledger, entryId, stamp }) =>
    ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      const holds = lockThatHolds(entries.all('criteria-locked'), entries.all('criteria-unlocked'));
      if (holds !== null) return refused('closed');
      return appended(entryId, entries.append('criteria-locked', entryId, { criteria }, stamp));
    }),

  'unlock-criteria': ({ lock, reason }, { ledger, ids, place, stamp }) =>
    ledger((entries) => {
      // One end for a lock, whoever brings it.
      const end = ids.ofClosing(place.space.id, lock);
      if (entries.has(end)) return accepted(end);
      if (entries.get('criteria-locked', lock) === null) return refused('gone');
      return appended(end, entries.append('criteria-unlocked', end, { lock, reason }, stamp));
    }),

  async 'open-screening'({ title, participants, screeners }, context) {
    const { entryId, stamp, keepsNames, registry, place } = context;
    const asked = await assessorsOf(registry, place.space.id, { assessors: screeners });
    const areThere = await context.board((board) =>
      participants.every((id) => isOnBoard(board, { type: 'participant', id })),
    );
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      const lock = lockThatHolds(entries.all('criteria-locked'), entries.all('criteria-unlocked'));
      if (lock === null) return refused('invalid', ['lock']);
      if (asked.length < screeners.length) return refused('invalid', ['screeners']);
      if (!areThere) return refused('gone');
      const fields = { title, lock: lock.id, participants, screeners, named: keepsNames };
      return appended(entryId, entries.append('screening-opened', entryId, fields, stamp));
    });
  },

  async score({ screening, ...score }, context) {
    const open = await openFor(screening, context);
    if ('accepted' in open) return open;
    const { participant, criterion } = score;
    if (!open.participants.includes(participant)) return refused('invalid', ['participant']);
    const lock = await context.ledger((entries) => entries.get('criteria-locked', open.lock));
    if (!lock?.criteria.some(({ id }) => id === criterion)) {
      return refused('invalid', ['criterion']);
    }
    const { place, session, rounds } = context;
    const at = { spaceId: place.space.id, round: screening };
    await rounds.keep(at, session.person.id, [participant, criterion], score);
    return accepted(screening);
  },

  async 'finish-scoring'({ screening, finished }, context) {
    const open = await openFor(screening, context);
    if ('accepted' in open) return open;
    const { place, session, rounds, registry, live } = context;
    const spaceId = place.space.id;
    await rounds.finish({ spaceId, round: screening }, session.person.id, finished);
    const { finished: done, people } = await screenedIn(registry, rounds, spaceId, open);
    const progress = { finished: done.size, assessors: people.length };
    live.toSpace(spaceId, { kind: 'round-progress', spaceId, round: screening, ...progress });
    return accepted(screening);
  },

  async 'reveal-screening'({ screening }, context) {
    const { ids, place, registry, rounds, stamp } = context;
    const spaceId = place.space.id;
    const end = ids.ofClosing(spaceId, screening);
    const opened = await context.ledger((entries) => entries.get('screening-opened', screening));
    if (opened === null) return refused('gone');
    const screened = await screenedIn(registry, rounds, spaceId, opened);
    const answer = await context.ledger((entries) => {
      if (entries.get('screening-cancelled', end) !== null) return refused('closed');
      if (entries.has(end)) return accepted(end);
      for (const { id, by, fields } of revealed(opened, screened, context)) {
        const invalid = entries.append('screening-score', id, fields, { at: stamp.at, by });
        if (invalid.length > 0) throw new Error('A score was taken that no ledger takes.');
      }
      const scored = screened.given.filter(({ said }) => said.length > 0).length;
      const fields = { screening, scored, finished: screened.finished.size };
      return appended(end, entries.append('screening-revealed', end, fields, stamp));
    });
    // Only now: a stop in between leaves them for whoever asks next.
    if (answer.accepted) await rounds.destroy({ spaceId, round: screening });
    return answer;
  },

  async 'cancel-screening'({ screening }, context) {
    const { ids, place, rounds, stamp } = context;
    const spaceId = place.space.id;
    const end = ids.ofClosing(spaceId, screening);
    const answer = await context.ledger((entries) => {
      if (entries.get('screening-revealed', end) !== null) return refused('closed');
      if (entries.has(end)) return accepted(end);
      if (entries.get('screening-opened', screening) === null) return refused('gone');
      return appended(end, entries.append('screening-cancelled', end, { screening }, stamp));
    });
    if (answer.accepted) await rounds.destroy({ spaceId, round: screening });
    return answer;
  },

  async 'note-screening'({ screening, participant, text }, context) {
    const { entryId, ids, place, session, stamp } = context;
    const holds = context.may('hold-round');
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      const opened = entries.get('screening-opened', screening);
      if (opened === null) return refused('gone');
      if (!holds && !opened.screeners.includes(session.person.id)) return refused('not-allowed');
      // Before the reveal there is nothing to talk about: what stands in the ledger all can read.
      const end = ids.ofClosing(place.space.id, screening);
      if (entries.get('screening-revealed', end) === null) return refused('closed');
      if (!opened.participants.includes(participant)) return refused('invalid', ['participant']);
      const fields = { screening, participant, text };
      return appended(entryId, entries.append('screening-note', entryId, fields, stamp));
    });
  },
};

/** The screening, if it is open and this person is asked; else why they cannot give anything in it. */
async function openFor(
  screening: string,
  { ids, place, session, ledger }: CommandContext,
): Promise<EntryOf<'screening-opened'> | CommandAnswer> {
  return ledger((entries) => {
    const opened = entries.get('screening-opened', screening);
    if (opened === null) return refused('gone');
    if (entries.has(ids.ofClosing(place.space.id, screening))) return refused('closed');
    return opened.screeners.includes(session.person.id) ? opened : refused('not-allowed');
  });
}

/** The entries that the scores become, in the order of their ids, which tells nothing of who gave them. */
function revealed(
  { id: screening, named }: EntryOf<'screening-opened'>,
  { people, given }: Screened,
  { ids, place, keepsNames }: CommandContext,
) {
  const spaceId = place.space.id;
  // Whoever was promised that names are not stored, when it began or now, is not named.
  const names = new Map(
    named && keepsNames ? people.map(({ id, displayName }) => [id, displayName]) : [],
  );
  const entries = given.flatMap(({ personId, said }) => {
    const name = names.get(personId);
    const by = name === undefined ? null : { person: personId, name };
    return said.map((score) => {
      const { participant, criterion } = score;
      const about = `${screening} ${participant}`;
      const voice = by === null ? ids.ofVoice(spaceId, about, criterion, personId) : null;
      const id = ids.ofRevealed(spaceId, screening, personId, participant, criterion);
      return { id, by, fields: { ...score, screening, voice } };
    });
  });
  return entries.sort((one, other) => (one.id < other.id ? -1 : 1));
}
