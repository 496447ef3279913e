import {
  agendaTimes,
  boardRecordTypes,
  type AgendaBlock,
  type AgendaDay,
  type DayTimes,
} from '@parley/model';
import { withMove, type AgendaMove } from './agenda-move.ts';

/*
 * Small agendas for the tests of this folder, written as lists of blocks.
 */

const zones = { timeZone: 'Europe/Zurich', secondTimeZone: null };

export function aDay(values: Partial<AgendaDay> = {}): AgendaDay {
  return {
    title: '',
    start: '09:00',
    end: null,
    timeZone: null,
    id: 'day',
    date: '2026-11-24',
    order: 'a0',
    ...values,
  };
}

/** Blocks in the order given; a block is an hour on track 0 of the day `day` unless said otherwise. */
export function someBlocks(
  ...list: readonly (Partial<AgendaBlock> & { readonly id: string })[]
): readonly AgendaBlock[] {
  return list.map((values, index): AgendaBlock => ({
    // The defaults leave out only what stands here; their type says that each may be missing.
    ...(boardRecordTypes.agendaBlock.defaults() as Omit<
      AgendaBlock,
      'id' | 'day' | 'title' | 'order'
    >),
    day: 'day',
    title: values.id,
    order: `a${index}`,
    ...values,
  }));
}

export function timesOf(
  blocks: readonly AgendaBlock[],
  days: readonly AgendaDay[] = [aDay()],
): readonly DayTimes[] {
  return agendaTimes(days, blocks, zones);
}

/** A day after a move, a line per block: `09:00 arrival`, `10:00 group 2` on track 2 as `10:00 [2] group`. */
export function afterMove(
  blocks: readonly AgendaBlock[],
  move: AgendaMove | null,
  days: readonly AgendaDay[] = [aDay()],
): readonly string[] {
  const next = move ? withMove(blocks, move) : blocks;
  return timesOf(next, days).flatMap((day) =>
    day.blocks.map(({ block, track, clock }) =>
      [
        ...(days.length > 1 ? [day.day] : []),
        clock.start.time,
        ...(track > 0 ? [`[${track}]`] : []),
        block,
      ].join(' '),
    ),
  );
}
