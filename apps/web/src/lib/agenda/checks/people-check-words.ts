import { peopleChecks, type PeopleCheck } from '@parley/model';
import { calledOf } from '#lib/names/called.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AgendaState } from '../agenda-state.svelte.ts';
import { dateInWords, dayInWords, languagesInWords, timeOf } from '../agenda-words.ts';
import { keyed, listed, type CheckInWords, type Said } from './check-in-words.ts';

/** People or sessions that a check names; more of them are counted. */
const mostNamed = 4;

/** What the agenda asks of people that cannot work, or is hard on them. */
export function peopleChecksInWords(agenda: AgendaState): readonly CheckInWords[] {
  const { live } = agenda.space;
  const plan = { ...agenda.settled, rooms: agenda.rooms, participants: live.list('participant') };
  const { settings } = agenda.space;
  // What was said while a process used a field is kept out of sight when it does so no more.
  const says = ({ kind }: PeopleCheck) =>
    kind !== 'cannot-come' || settings.participantFields.includes('availability');
  return keyed(peopleChecks(plan).filter(says), (check) => inWords(agenda, check));
}

/** @returns null when what it is about was removed in the meantime */
function inWords(agenda: AgendaState, check: PeopleCheck): Said | null {
  if (check.kind === 'cannot-come') return awayInWords(agenda, check);
  const ids = 'blocks' in check ? check.blocks : ([check.block, check.block] as const);
  const [first, second] = ids.map((id) => agenda.block(id)?.title);
  const at = agenda.timesOf(ids[1]);
  if (first === undefined || second === undefined || !at) return null;
  const day = dayInWords(agenda.days, at.day.day);
  const time = timeOf(at.times.startsAt, at.day.timeZone);
  const said = (
    tone: Said['tone'],
    fact: string,
    more: string = m.agenda_check_room_more({ first, second }),
  ): Said => ({ tone, fact, more, block: ids[1] });
  switch (check.kind) {
    case 'people-twice':
      return said('problem', m.agenda_check_people({ day, time, who: who(agenda, check.people) }));
    case 'lead-twice':
      return said('problem', m.agenda_check_lead({ day, time, name: check.name }));
    case 'interpreter-twice':
      return said('problem', m.agenda_check_interpreter({ day, time, name: check.name }));
    case 'room-too-small': {
      const { seats, people } = check;
      const room = agenda.space.live.get('room', check.room)?.name;
      if (room === undefined) return null;
      const fact = m.agenda_check_seats({ room, seats, people, title: first });
      return said('attention', fact, m.agenda_check_seats_more());
    }
    case 'not-understood':
      return said(
        'attention',
        m.agenda_check_language({ title: first, who: who(agenda, check.people) }),
        [
          check.missed.length === 0
            ? m.agenda_check_language_more()
            : m.agenda_check_pairs_more({ languages: languagesInWords(check.missed) }),
          ...(check.unknown === 0
            ? []
            : [m.agenda_check_language_unknown({ count: check.unknown })]),
        ].join(' '),
      );
    case 'no-break': {
      const people = who(agenda, check.people);
      const more =
        ids[0] === ids[1]
          ? m.agenda_check_break_one({ title: first, who: people })
          : m.agenda_check_break_more({ first, second, who: people });
      return said('attention', m.agenda_check_break({ day, count: check.minutes }), more);
    }
  }
}

function awayInWords(
  agenda: AgendaState,
  { date, blocks, people }: PeopleCheck & { readonly kind: 'cannot-come' },
): Said | null {
  const titles = blocks.flatMap((id) => agenda.block(id)?.title ?? []);
  const [block] = blocks;
  if (titles.length === 0 || block === undefined) return null;
  return {
    ...{ tone: 'attention', block },
    fact: m.availability_check({ who: who(agenda, people), date: dateInWords(date) }),
    more:
      titles.length > mostNamed
        ? m.availability_check_many({ count: titles.length })
        : m.availability_check_more({ sessions: listed(titles) }),
  };
}

/** Names where there are few, else how many. */
export function who(agenda: AgendaState, ids: readonly string[]): string {
  if (ids.length > mostNamed) return m.agenda_people_count({ count: ids.length });
  const names = ids.flatMap((id) => {
    const person = agenda.space.live.get('participant', id);
    return person ? [calledOf(person)] : [];
  });
  return listed(names);
}
