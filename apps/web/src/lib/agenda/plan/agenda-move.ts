import type { AgendaBlock, Board } from '@parley/model';

type BlockPatch = Partial<Omit<AgendaBlock, 'id'>>;

/** A change of the agenda that can be looked at before it is written. */
export interface AgendaMove {
  /** Block id → fields that change. */
  readonly patches: ReadonlyMap<string, BlockPatch>;
  /** A block that comes to stand in front of another one; null: at the end of the agenda. */
  readonly place: { readonly block: string; readonly successor: string | null } | null;
}

/**
 * The blocks as they would be after a move, in their order.
 * @param blocks all of the agenda, in their order
 */
export function withMove(
  blocks: readonly AgendaBlock[],
  { patches, place }: AgendaMove,
): readonly AgendaBlock[] {
  const moved = blocks.find(({ id }) => id === place?.block);
  const rest = blocks.filter((block) => block !== moved);
  if (moved && place) {
    const at = rest.findIndex(({ id }) => id === place.successor);
    rest.splice(at === -1 ? rest.length : at, 0, moved);
  }
  return rest.map((block, index) => ({
    ...block,
    ...patches.get(block.id),
    // Only compared, never written: the real key is made when the block is put in its place.
    order: String(index).padStart(6, '0'),
  }));
}

/** Writes a move: one act, one step of undo. */
export function writeMove(board: Board, { patches, place }: AgendaMove) {
  board.act('move agendaBlock', () => {
    for (const [id, patch] of patches) board.change('agendaBlock', id, patch);
    if (place) board.reorder('agendaBlock', [place.block], place.successor);
  });
}
