import type { BlockTimes } from '@parley/model';

/**
 * What a day is made of from top to bottom: one block of everybody, or all blocks that run side by
 * side between two of those. Moving a block past a unit never parts the blocks inside it.
 */
export interface DayUnit {
  readonly blocks: readonly BlockTimes[];
  /** Tracks in use, ascending; `[0]` for a block of everybody. */
  readonly tracks: readonly number[];
  /** Minutes on the day's scale. */
  readonly start: number;
  readonly end: number;
}

/** @param blocks of one day, in the order of the agenda */
export function unitsOf(blocks: readonly BlockTimes[]): readonly DayUnit[] {
  const runs: BlockTimes[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.track > 0 && last?.[0] && last[0].track > 0) last.push(block);
    else runs.push([block]);
  }
  return runs.map((run) => ({
    blocks: run,
    tracks: [...new Set(run.map(({ track }) => track))].sort((a, b) => a - b),
    start: Math.min(...run.map(({ start }) => start)),
    end: Math.max(...run.map(({ end }) => end)),
  }));
}

/** Whether a unit is of blocks that run side by side. */
export const isParallel = (unit: DayUnit) => unit.tracks[0] !== 0;

/** The unit that holds a block, and where it stands in the list; null when none does. */
export function unitWith(
  units: readonly DayUnit[],
  block: string,
): { readonly unit: DayUnit; readonly index: number } | null {
  const index = units.findIndex((unit) => unit.blocks.some((other) => other.block === block));
  const unit = units[index];
  return unit ? { unit, index } : null;
}

/** Where a block stands across a day: column `index` of `count`. */
export interface Column {
  readonly index: number;
  readonly count: number;
}

/** The columns of a day's blocks by block id; tracks that nobody uses take no room. */
export function columnsOf(blocks: readonly BlockTimes[]): ReadonlyMap<string, Column> {
  return new Map(
    unitsOf(blocks).flatMap((unit) =>
      unit.blocks.map(({ block, track }): [string, Column] => [
        block,
        { index: unit.tracks.indexOf(track), count: unit.tracks.length },
      ]),
    ),
  );
}
