import { m } from '#lib/paraglide/messages.js';
import type { AgendaState } from './agenda-state.svelte.ts';
import { agreedEndOf, dayInWords, timeOf } from './agenda-words.ts';
import type { TimeCheck } from './plan/time-checks.ts';

/** A check as the inspector says it. */
export interface CheckInWords {
  readonly key: string;
  readonly tone: 'problem' | 'attention';
  /** The fact, in one sentence. */
  readonly fact: string;
  /** What it is about, or what to do. */
  readonly more: string;
  /** Id of the block to look at. */
  readonly block: string | null;
}

/** @returns null when what it is about was removed in the meantime */
export function checkInWords(agenda: AgendaState, check: TimeCheck): CheckInWords | null {
  switch (check.kind) {
    case 'room-twice':
      return roomTwice(agenda, check);
    case 'overrun': {
      const day = agenda.settled.days.find((own) => own.day === check.day);
      const time = day && agreedEndOf(day);
      if (!day || !time) return null;
      return {
        key: `overrun ${check.day}`,
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
        key: `late ${check.block}`,
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
        key: `midnight ${check.day}`,
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
): CheckInWords | null {
  const name = agenda.space.live.get('room', room)?.name;
  const [one, other] = [agenda.block(first)?.title, agenda.block(second)?.title];
  const at = agenda.timesOf(second);
  if (name === undefined || one === undefined || other === undefined || !at) return null;
  return {
    key: `room ${first} ${second}`,
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
