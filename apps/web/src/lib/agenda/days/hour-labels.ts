import type { DayTimes } from '@parley/model';
import { timeOf } from '../agenda-words.ts';
import { instantOn } from '../plan/time-scale.ts';

/** What the clocks show at a full hour of the grid. */
export interface HourLabel {
  readonly minute: number;
  readonly time: string;
  /** In the second zone; null when there is none. */
  readonly second: string | null;
}

/** The labels beside a day, from instants: right also when summer time begins in one zone only. */
export function hourLabels(
  day: DayTimes,
  hours: readonly number[],
  secondZone: string | null,
): readonly HourLabel[] {
  return hours.map((minute) => {
    const instant = instantOn(day, minute);
    return {
      minute,
      time: timeOf(instant, day.timeZone),
      second: secondZone === null ? null : timeOf(instant, secondZone),
    };
  });
}

/** Whether two days can share one column of labels. */
export function sameLabels(
  a: readonly HourLabel[] | undefined,
  b: readonly HourLabel[] | undefined,
): boolean {
  return (
    a === b ||
    (a?.every(({ time, second }, index) => {
      const other = b?.[index];
      return time === other?.time && second === other.second;
    }) ??
      false)
  );
}
