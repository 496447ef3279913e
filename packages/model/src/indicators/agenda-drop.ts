import type { AgendaBlock } from '../records/index.ts';
import { addMinutes, clockAt } from './agenda-clock.ts';
import type { DayTimes } from './agenda-times.ts';

/** Durations and fixed starts that a drag makes are whole multiples of this many minutes. */
export const agendaStep = 5;
const longestBlock = 24 * 60;

/** Where a dragged block was let go. */
export interface AgendaDrop {
  readonly day: DayTimes;
  readonly track: number;
  /** Upper edge of the dragged block, minutes on the day's scale. */
  readonly minute: number;
}

/** What to write after a drop: the patch with `change`, the place with `reorder`, in one act. */
export interface BlockPlace {
  readonly patch: Pick<AgendaBlock, 'day' | 'track' | 'fixedStart'>;
  /** Id of the block to stand in front of; null: last of the agenda. */
  readonly successor: string | null;
}

/**
 * The place of a block that was dragged. It comes in front of the first block whose middle lies below
 * its upper edge; on a parallel track the blocks of other parallel tracks are of no account. A block
 * with a fixed start is fixed to where it was dropped; one that flows goes on flowing.
 */
export function blockAfterDrop(
  block: Pick<AgendaBlock, 'id' | 'fixedStart'>,
  { day, track, minute }: AgendaDrop,
): BlockPlace {
  const successor = day.blocks.find(
    (other) =>
      other.block !== block.id &&
      (track === 0 || other.track === 0 || other.track === track) &&
      (other.start + other.end) / 2 > minute,
  );
  return {
    patch: {
      day: day.day,
      track,
      fixedStart: block.fixedStart === null ? null : clockOnScale(day, snapped(minute)),
    },
    successor: successor?.block ?? null,
  };
}

/**
 * The duration of a block whose lower edge was dragged, in minutes: a multiple of `agendaStep`, at
 * least one step and at most a day.
 * @param edge minutes on the day's scale
 */
export function durationAfterResize({ start }: { readonly start: number }, edge: number): number {
  return Math.min(longestBlock, Math.max(agendaStep, snapped(edge - start)));
}

function clockOnScale(day: DayTimes, minute: number): string {
  return clockAt(addMinutes(day.startsAt, minute - day.start), day.timeZone, day.date).time;
}

const snapped = (minutes: number) => Math.round(minutes / agendaStep) * agendaStep;
