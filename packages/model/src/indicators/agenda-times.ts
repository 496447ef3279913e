import { byOrder } from '../order-key.ts';
import type { AgendaBlock, AgendaDay, Settings } from '../records/index.ts';
import {
  addMinutes,
  clockAt,
  instantAt,
  minutesBetween,
  minutesOfClock,
  minutesPerDay,
  type ClockReading,
} from './agenda-clock.ts';

/** Start and end as the clocks of one zone show them. */
export interface ClockSpan {
  readonly start: ClockReading;
  readonly end: ClockReading;
}

/** When a block takes place. */
export interface BlockTimes {
  /** Id of the block. */
  readonly block: string;
  readonly track: number;
  /** Minutes on the day's scale; see `DayTimes`. */
  readonly start: number;
  readonly end: number;
  /** Minutes kept free after its end. */
  readonly buffer: number;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Minutes that its fixed start leaves free in front of it. */
  readonly gap: number;
  /** Minutes that it begins after its fixed start, for those before it last longer. */
  readonly late: number;
  /** In the day's own zone. */
  readonly clock: ClockSpan;
  /** The same instants in the process's second zone; null when it has none. */
  readonly secondClock: ClockSpan | null;
}

/**
 * The times of a day.
 *
 * Its scale is minutes since midnight, as the clocks show them when the day begins; from there on
 * every minute lasts a minute. So 1500 is 01:00 after midnight, and durations are always true. Only
 * when summer time changes while the day runs do clocks leave the scale: then `clock` says what they
 * show.
 */
export interface DayTimes {
  /** Id of the day. */
  readonly day: string;
  readonly date: string;
  readonly timeZone: string;
  readonly start: number;
  /** End of the last block to end; the start where there are no blocks. */
  readonly end: number;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** The end that must hold, on the day's scale; null: none agreed. */
  readonly agreedEnd: number | null;
  /** Minutes after the agreed end, 0 when it holds; null: none agreed. */
  readonly overrun: number | null;
  /** In the order of the agenda. */
  readonly blocks: readonly BlockTimes[];
}

type Zones = Pick<Settings, 'timeZone' | 'secondTimeZone'>;

/**
 * Start and end of every block, from the order and the durations (`agendaBlockType` says how tracks
 * run). No block begins before those that it follows have ended and their buffers are over: one with a
 * fixed start waits for it (`gap`), or begins late when the flow arrives after it (`late`), and what
 * follows moves along. The buffer after the last block of a day keeps nothing waiting.
 *
 * A fixed start is on the day's date. Where it is before the day's start it is after midnight if the
 * agreed end is, or if it would be 12 hours or more before the start. An agreed end at or before the
 * start is after midnight.
 * @param days come back in their order; blocks of other days are left out
 */
export function agendaTimes(
  days: readonly AgendaDay[],
  blocks: readonly AgendaBlock[],
  settings: Zones,
): readonly DayTimes[] {
  const byDay = Map.groupBy([...blocks].sort(byOrder), ({ day }) => day);
  return [...days].sort(byOrder).map((day) => dayTimes(day, byDay.get(day.id) ?? [], settings));
}

function dayTimes(day: AgendaDay, blocks: readonly AgendaBlock[], settings: Zones): DayTimes {
  const scale = new DayScale(day, day.timeZone ?? settings.timeZone);
  const flowing = flow(blocks, scale);
  const end = Math.max(scale.start, ...flowing.map((block) => block.end));
  const { agreedEnd } = scale;
  return {
    day: day.id,
    date: day.date,
    timeZone: scale.timeZone,
    start: scale.start,
    end,
    startsAt: scale.instant(scale.start),
    endsAt: scale.instant(end),
    agreedEnd,
    overrun: agreedEnd === null ? null : Math.max(0, end - agreedEnd),
    blocks: flowing.map((block) => {
      const startsAt = scale.instant(block.start);
      const endsAt = scale.instant(block.end);
      const clocks = (zone: string): ClockSpan => ({
        start: clockAt(startsAt, zone, day.date),
        end: clockAt(endsAt, zone, day.date),
      });
      const second = settings.secondTimeZone;
      return {
        ...block,
        startsAt,
        endsAt,
        clock: clocks(scale.timeZone),
        secondClock: second === null ? null : clocks(second),
      };
    }),
  };
}

/** Minutes on a day's scale and instants, one from the other. */
class DayScale {
  readonly timeZone: string;
  readonly start: number;
  readonly agreedEnd: number | null;
  readonly #date: string;
  readonly #startsAt: number;
  readonly #startClock: number;
  readonly #endsAfterMidnight: boolean;

  constructor({ date, start, end }: AgendaDay, timeZone: string) {
    this.timeZone = timeZone;
    this.#date = date;
    this.#startClock = minutesOfClock(start);
    this.#startsAt = instantAt(date, this.#startClock, timeZone);
    // Not the written start: the clocks may skip it.
    this.start = minutesOfClock(clockAt(this.#startsAt, timeZone, date).time);
    const endClock = end === null ? null : minutesOfClock(end);
    this.#endsAfterMidnight = endClock !== null && endClock <= this.#startClock;
    this.agreedEnd =
      endClock === null
        ? null
        : this.#atClock(this.#endsAfterMidnight ? endClock + minutesPerDay : endClock);
  }

  /** Epoch ms. */
  instant(minute: number): number {
    return addMinutes(this.#startsAt, minute - this.start);
  }

  /** A fixed start on the scale. */
  fixed(time: string): number {
    const clock = minutesOfClock(time);
    const early = this.#startClock - clock;
    const afterMidnight = early >= minutesPerDay / 2 || (early > 0 && this.#endsAfterMidnight);
    return this.#atClock(afterMidnight ? clock + minutesPerDay : clock);
  }

  #atClock(clock: number): number {
    return this.start + minutesBetween(this.#startsAt, instantAt(this.#date, clock, this.timeZone));
  }
}

type Flowing = Pick<BlockTimes, 'block' | 'track' | 'start' | 'end' | 'buffer' | 'gap' | 'late'>;

/** @param blocks of one day, in order */
function flow(blocks: readonly AgendaBlock[], scale: DayScale): Flowing[] {
  /** From when on what follows the last block that was everybody's may begin. */
  let together = scale.start;
  /** The same for the tracks that run side by side since then. */
  let tracks = new Map<number, number>();
  return blocks.map(({ id, track, duration, buffer, fixedStart }) => {
    const arrival =
      track === 0 ? Math.max(together, ...tracks.values()) : (tracks.get(track) ?? together);
    const fixed = fixedStart === null ? arrival : scale.fixed(fixedStart);
    const start = Math.max(arrival, fixed);
    const end = start + duration;
    if (track === 0) {
      together = end + buffer;
      tracks = new Map();
    } else tracks.set(track, end + buffer);
    return {
      block: id,
      track,
      start,
      end,
      buffer,
      gap: start - arrival,
      late: start - fixed,
    };
  });
}
