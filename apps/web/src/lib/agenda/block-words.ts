import type { AgendaBlock, BlockTimes, DayTimes } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { AgendaState } from './agenda-state.svelte.ts';
import { timeOf } from './agenda-words.ts';
import { formWords } from './form-words.ts';

/**
 * A block in one sentence, for readers of the screen: `One text, first reading, 14:15 to 15:45,
 * 90 min, Single text, Plenary hall`.
 */
export function blockInWords(
  agenda: AgendaState,
  block: AgendaBlock,
  times: BlockTimes,
  day: DayTimes,
): string {
  const room = block.room === null ? undefined : agenda.space.live.get('room', block.room)?.name;
  const said = m.agenda_said({
    title: block.title,
    start: timeOf(times.startsAt, day.timeZone),
    end: timeOf(times.endsAt, day.timeZone),
  });
  const late =
    times.late > 0 && block.fixedStart !== null
      ? m.agenda_late({ count: times.late, time: block.fixedStart })
      : undefined;
  const gap = times.gap > 0 ? m.agenda_said_gap({ count: times.gap }) : undefined;
  return [
    said,
    m.agenda_minutes({ count: block.duration }),
    formWords[block.form](),
    room,
    late,
    gap,
    block.buffer > 0 ? m.agenda_said_buffer({ count: block.buffer }) : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Who takes part: `Everybody`, `2 delegations, 3 people`, or that nobody is named yet. */
export function whoInWords(
  block: Pick<AgendaBlock, 'everyone' | 'delegations' | 'participants'>,
): string {
  if (block.everyone) return m.agenda_everyone();
  const { delegations, participants } = block;
  const parts = [
    ...(delegations.length > 0 ? [m.agenda_delegations_count({ count: delegations.length })] : []),
    ...(participants.length > 0 ? [m.agenda_people_count({ count: participants.length })] : []),
  ];
  return parts.join(', ') || m.agenda_nobody_named();
}
