import { groupsByValue, sessionsByDay } from '../../indicators/session-groups.ts';
import { assessTarget } from '../../indicators/inclusion.ts';
import { partiesInBlock } from '../../indicators/parties.ts';
import { speakingTimesOf } from '../../ledger/speaking-times.ts';
import { declinedIn } from '../../ledger/stages-on-day.ts';
import type { Known } from '../known.ts';
import { asked, listed, subject, type Found } from '../question.ts';

const assessed = ({ list, entries, settings }: Known) => {
  const { countedAs, seats, freeSeats } = settings;
  const context = {
    ...{ participants: list('participant'), blocks: list('agendaBlock'), actors: list('actor') },
    ...{ countedAs, seats, freeSeats, speakingTimes: speakingTimesOf(entries('speaking-time')) },
  };
  return list('inclusionTarget').map((target) => ({ target, held: assessTarget(target, context) }));
};

/** Figures of a whole; of rows: how many hold, of how many. */
const figuresOf = (held: ReturnType<typeof assessed>[number]['held']): Found =>
  'count' in held ? { count: held.count, of: held.needed } : { count: held.met, of: held.total };

export const inclusivity = [
  asked('target-missed', (known) =>
    assessed(known)
      .filter(({ held }) => held.verdict === 'missed' || held.verdict === 'at-risk')
      .map(({ target, held }) => ({
        about: [subject('inclusionTarget', target.id)],
        ...figuresOf(held),
      })),
  ),
  /** Not known is not met, and not missed either (P2). */
  asked('target-open', (known) =>
    assessed(known)
      .filter(({ held }) => held.reason === 'unknowns-decide')
      .map(({ target, held }) => ({
        about: [subject('inclusionTarget', target.id)],
        ...figuresOf(held),
      })),
  ),
  /** A good average never hides a session with zero (P6). */
  asked('session-zero', ({ list, settings, attendance }) => {
    if (!settings.participantFields.includes('gender')) return [];
    const participants = list('participant');
    const meetings = { participants, blocks: list('agendaBlock'), days: list('agendaDay') };
    return sessionsByDay(groupsByValue('gender', participants), { ...meetings, attendance })
      .flatMap(({ sessions }) => sessions)
      .flatMap(({ block, zeros, expected, came }) =>
        zeros
          .filter(({ group }) => group === 'gender=woman' || group === 'gender=man')
          .map(({ group, of, unknowns }): Found => ({
            about: [subject('agendaBlock', block), subject('group', group)],
            count: unknowns,
            of: of === 'came' ? came.length : expected.length,
          })),
      );
  }),
  asked('nobody-of', ({ list, parties, atTable }) => {
    const people = list('participant');
    const sitting = new Set([
      ...atTable.map(({ id }) => id),
      ...people.flatMap(({ actor, delegation }) => [actor ?? [], delegation ?? []].flat()),
    ]);
    if (people.length === 0) return [];
    const without = parties.filter(({ id }) => !sitting.has(id)).map(({ id }) => id);
    return listed('actor', without, { of: parties.length });
  }),
  asked('why-not-asked', ({ list, entries }) => {
    const away = list('participant').filter(
      ({ stage }) => stage === 'declined' || stage === 'withdrawn',
    );
    const said = new Set(
      declinedIn(entries('stage-change'))
        .filter(({ barriers }) => barriers.length > 0)
        .map(({ participant }) => participant),
    );
    const count = away.filter(({ id }) => !said.has(id)).length;
    return count === 0 ? [] : [{ count, of: away.length }];
  }),
  /** A party was to be in a session that is on record, and nobody of it is on record as there. */
  asked('party-absent', ({ list, attendance, atTable }) => {
    const parties = atTable.map(({ id }) => id);
    const people = list('participant');
    return list('agendaBlock').flatMap((block): Found[] => {
      const recorded = attendance.get(block.id);
      if (!recorded || ![...recorded.values()].includes(true)) return [];
      return partiesInBlock(block, parties, people)
        .filter((party) => {
          const theirs = people.filter(({ delegation }) => delegation === party);
          const words = theirs.flatMap(({ id }) => recorded.get(id) ?? []);
          return words.length > 0 && !words.includes(true);
        })
        .map((party) => ({ about: [subject('agendaBlock', block.id), subject('actor', party)] }));
    });
  }),
] as const;
