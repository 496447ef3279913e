import { agendaStep, blockAfterDrop, type BlockPlace, type DayTimes } from '@parley/model';

/** A place on the grid where nothing stands, ready for a new block. */
export interface EmptyPlace extends BlockPlace {
  /** Minutes. */
  readonly duration: number;
}

/** A start this near to the end of what comes before, in minutes, is meant to follow it. */
const near = 20;
const quarter = 15;
const usualDuration = 60;

/**
 * What a double click at a minute of a day asks for: a block that follows the one before it where
 * that is near, else one that starts at the quarter of an hour that was pointed at. It is no longer
 * than the free time in front of a block with a fixed start.
 * @param minute on the day's scale
 * @returns null where a block stands
 */
export function emptyPlaceAt(day: DayTimes, minute: number): EmptyPlace | null {
  if (day.blocks.some(({ start, end }) => start <= minute && minute < end)) return null;
  const after = day.blocks.find(({ start }) => start > minute);
  const free = Math.max(
    day.start,
    ...day.blocks.filter(({ end }) => end <= minute).map(({ end, buffer }) => end + buffer),
  );
  const follows = minute - free < near;
  const start = follows ? free : Math.floor(minute / quarter) * quarter;
  const room = after ? after.start - start : usualDuration;
  return {
    // What flows has no fixed start; any other one is replaced by the time of the place.
    ...blockAfterDrop(
      { id: '', fixedStart: follows ? null : '00:00' },
      { day, track: 0, minute: start },
    ),
    duration: Math.max(agendaStep, Math.min(usualDuration, room)),
  };
}
