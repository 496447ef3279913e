import { m } from '#lib/paraglide/messages.js';
import type { AgendaState } from '../agenda-state.svelte.ts';
import { agreedEndOf, dayInWords, timeOf } from '../agenda-words.ts';
import { timeChecks, type TimeCheck } from '../plan/time-checks.ts';
import { keyed, type CheckInWords, type Said } from './check-in-words.ts';

/** What is wrong with the times of an agenda. */
export const timeChecksInWords = (agenda: AgendaState): readonly CheckInWords[] =>
  keyed(timeChecks(agenda.settled.days, agenda.settled.blocks), (check) => inWords(agenda, check));

/** @returns null when what it is about was removed in the meantime */
function inWords(agenda: AgendaState, check: TimeCheck): Said | null {
  switch (check.kind) {
    case 'room-twice':
      return roomTwice(agenda, check);
    case 'overrun': {
      const day = agenda.settled.days.find((own) => own.day === check.day);
      const time = day && agreedEndOf(day);
      if (!day || !time) return null;
      return {
        tone: 'attention',
        fact: m.agenda_check_overrun({
          day: dayInWords(agenda.days, check.day),
          count: check.minutes,
        }),
        more: m.agenda_check_overrun_more({ time }),
        block: day.blocks.findLast(({ end }) => end === day.end)?.block ?? null,
      };
    }
    case 'late': {
      const block = agenda.block(check.block);
      if (!block?.fixedStart) return null;
      return {
        tone: 'attention',
        fact: m.agenda_check_late({ title: block.title, count: check.minutes }),
        more: m.agenda_check_late_more({ time: block.fixedStart }),
        block: check.block,
      };
    }
    case 'past-midnight': {
      const title = agenda.block(check.block)?.title;
      if (title === undefined) return null;
      return {
        tone: 'attention',
        fact: m.agenda_check_midnight({ day: dayInWords(agenda.days, check.day) }),
        more: m.agenda_check_midnight_more({ title }),
        block: check.block,
      };
    }
  }
}

function roomTwice(
  agenda: AgendaState,
  { room, blocks: [first, second] }: Extract<TimeCheck, { kind: 'room-twice' }>,
): Said | null {
  const name = agenda.space.live.get('room', room)?.name;
  const [one, other] = [agenda.block(first)?.title, agenda.block(second)?.title];
  const at = agenda.timesOf(second);
  if (name === undefined || one === undefined || other === undefined || !at) return null;
  return {
    tone: 'problem',
    fact: m.agenda_check_room({
      room: name,
      time: timeOf(at.times.startsAt, at.day.timeZone),
      day: dayInWords(agenda.days, at.day.day),
    }),
    more: m.agenda_check_room_more({ first: one, second: other }),
    block: second,
  };
}
