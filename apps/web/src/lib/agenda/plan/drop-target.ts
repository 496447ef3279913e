import type { AgendaBlock, DayTimes } from '@parley/model';
import type { AgendaMove } from './agenda-move.ts';
import { besideMove, clearOfParallel, mostTracks, trackMove, type Agenda } from './block-moves.ts';
import { isParallel, unitsOf, type DayUnit } from './day-units.ts';

/** Where somebody holds a block that they drag. */
export interface Held {
  readonly day: DayTimes;
  /** Minute under the pointer, and under the upper edge of the block. */
  readonly pointer: number;
  readonly edge: number;
  /** Of the pointer and of the block's start edge, a share of the day's width from its start side. */
  readonly pointerAcross: number;
  readonly edgeAcross: number;
}

/** A block whose start edge is moved past this share of another's width comes to run beside it. */
const beside = 0.35;
/** At the end side of blocks that run side by side, this share of the width makes one more track. */
const oneMore = 0.12;
/** Upper and lower part of such blocks where a block comes to stand before or after all of them. */
const brim = 0.22;

/**
 * The move that letting go of a block here would make. Over blocks of everybody it comes between
 * them, or beside one when it is dragged sideways; over blocks that run side by side it takes the
 * track under the pointer, and near their upper or lower end it stands before or after all of them.
 * @param agenda as it was when the drag began
 */
export function moveForDrop(agenda: Agenda, block: AgendaBlock, held: Held): AgendaMove {
  const others = held.day.blocks.filter((other) => other.block !== block.id);
  const units = unitsOf(others);
  const unit = units.find(({ start, end }) => start <= held.pointer && held.pointer < end);
  const [alone] = unit?.blocks ?? [];
  if (unit && isParallel(unit)) {
    const track = trackUnder(unit, held);
    if (track !== null) return trackMove(agenda, block, held.day, track, held.edge);
  } else if (alone && held.edgeAcross > beside) {
    return besideMove(agenda, block, alone, held.day);
  }
  return trackMove(agenda, block, held.day, 0, clearOfParallel(units, held.edge));
}

/** The track of side-by-side blocks that is meant; null: none, but before or after all of them. */
function trackUnder(unit: DayUnit, { pointer, pointerAcross, edgeAcross }: Held): number | null {
  const margin = Math.min(15, (unit.end - unit.start) * brim);
  if (pointer < unit.start + margin || pointer > unit.end - margin) return null;
  const [first] = unit.tracks;
  const last = unit.tracks.at(-1) ?? 0;
  const more = Math.min(mostTracks, last + 1);
  if (unit.tracks.length === 1) return edgeAcross > beside ? more : (first ?? 1);
  if (pointerAcross > 1 - oneMore) return more;
  return unit.tracks[Math.floor(pointerAcross * unit.tracks.length)] ?? last;
}
