import type { DayTimes } from '@parley/model';

/** How minutes become pixels on the grid; one scale for all days that stand side by side. */
export interface TimeScale {
  /** First and last minute drawn, full hours on the days' own scales. */
  readonly from: number;
  readonly to: number;
  /** Pixels per minute. */
  readonly pitch: number;
}

const hour = 60;
/** An hour is drawn as high as this, in pixels, where no block asks for more. */
const usualHour = 72;
const highestHour = 132;
/** Least height of a line of text, in pixels; the shortest block should hold one. */
const oneLine = 17;
/** Room below the last block to drop one into, in minutes. */
const spare = 30;

/** The scale that shows all the days whole, the shortest block with a line of text where it can. */
export function timeScale(days: readonly DayTimes[]): TimeScale {
  const shortest = Math.min(
    ...days.flatMap(({ blocks }) => blocks.map(({ start, end }) => end - start)).filter(Boolean),
  );
  const wanted = Number.isFinite(shortest) ? (oneLine / shortest) * hour : usualHour;
  const from = Math.min(...days.map(({ start }) => start));
  const to = Math.max(...days.map(({ end, agreedEnd }) => Math.max(end + spare, agreedEnd ?? 0)));
  if (days.length === 0) return { from: 9 * hour, to: 17 * hour, pitch: usualHour / hour };
  return {
    from: Math.floor(from / hour) * hour,
    to: Math.ceil(to / hour) * hour,
    pitch: Math.min(highestHour, Math.max(usualHour, wanted)) / hour,
  };
}

/** Pixels from the top of the grid. */
export const offsetOf = (scale: TimeScale, minute: number) => (minute - scale.from) * scale.pitch;

/** The minute, not rounded, so many pixels from the top of the grid. */
export const minuteAt = (scale: TimeScale, offset: number) => scale.from + offset / scale.pitch;

/** The full hours of the scale, in minutes. */
export function hoursOf(scale: TimeScale): readonly number[] {
  return Array.from(
    { length: (scale.to - scale.from) / hour + 1 },
    (_, index) => scale.from + index * hour,
  );
}

/** Epoch ms of a minute on a day's scale. */
export const instantOn = (day: DayTimes, minute: number) =>
  day.startsAt + (minute - day.start) * 60_000;
