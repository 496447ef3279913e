import { blockAfterDrop, type AgendaBlock } from '@parley/model';
import type { AgendaMove } from './agenda-move.ts';
import { tidied, type Agenda } from './block-moves.ts';
import { unitsOf } from './day-units.ts';

/** Between which rows of a list a block is put. */
export interface RowPlace {
  readonly day: string;
  /** Id of the block that it comes in front of; null: at the end of the day. */
  readonly before: string | null;
}

/**
 * The move that puts a block between two rows of a list. Between blocks that run side by side it runs
 * beside them; elsewhere it is everybody's.
 */
export function moveToRow(agenda: Agenda, block: AgendaBlock, place: RowPlace): AgendaMove | null {
  const day = agenda.days.find((own) => own.day === place.day);
  if (!day || place.before === block.id) return null;
  const others = day.blocks.filter((own) => own.block !== block.id);
  const found = others.findIndex((own) => own.block === place.before);
  const at = found === -1 ? others.length : found;
  const [before, after] = [others[at - 1], others[at]];
  const unit = unitsOf(others).find(
    ({ blocks }) => before && after && blocks.includes(before) && blocks.includes(after),
  );
  const joined = unit?.tracks[0] === 0 ? undefined : unit;
  const track = joined ? block.track || (joined.tracks[0] ?? 1) : 0;
  const minute = after?.start ?? before?.end ?? day.start;
  const { patch } = blockAfterDrop(block, { day, track, minute });
  return tidied(agenda, {
    patches: new Map([[block.id, patch]]),
    place: { block: block.id, successor: after?.block ?? null },
  });
}
