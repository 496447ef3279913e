import type { BlockTimes, DayTimes } from './agenda-times.ts';

/** A block, and the day that it is on. */
export interface TimedBlock {
  readonly times: BlockTimes;
  readonly day: DayTimes;
}

/** What goes on at a moment, and what follows. */
export interface AgendaNow {
  /** Blocks that have begun and have not ended; several where tracks run side by side. */
  readonly now: readonly TimedBlock[];
  /** Those that begin next, all at the same instant, on whatever day. */
  readonly next: readonly TimedBlock[];
  /** What comes after those on the same day, in the order of their start. */
  readonly later: readonly TimedBlock[];
}

/**
 * @param days as `agendaTimes` reckons them
 * @param at epoch ms
 */
export function agendaNow(days: readonly DayTimes[], at: number): AgendaNow {
  const all = days
    .flatMap((day) => day.blocks.map((times): TimedBlock => ({ times, day })))
    .sort((a, b) => a.times.startsAt - b.times.startsAt || a.times.track - b.times.track);
  const ahead = all.filter(({ times }) => times.startsAt > at);
  const [first] = ahead;
  return {
    now: all.filter(({ times }) => times.startsAt <= at && at < times.endsAt),
    next: ahead.filter(({ times }) => times.startsAt === first?.times.startsAt),
    later: first
      ? ahead.filter(({ times, day }) => day === first.day && times.startsAt > first.times.startsAt)
      : [],
  };
}
