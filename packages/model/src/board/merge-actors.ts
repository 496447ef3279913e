import type { Actor } from '../records/index.ts';
import type { Board } from './board.ts';
import { done, refused, type Result } from './result.ts';
import { typeOf } from './roots.ts';

/** Fields that say where an actor stands on the boards: the one that is kept stays where it is. */
const places: ReadonlySet<string> = new Set(['id', 'name', 'at', 'order']);

/**
 * Makes one actor of two that stand for the same: one act, one step of undo. The kept one takes over what
 * the other has and it has not; long texts stand one under the other, and every link to the other leads to
 * it. Only a tie between the two ends: nobody is tied to themselves. The kept one remembers the other's
 * id, and so what the ledger says of it; see `heirsOf`.
 * @param also a line that keeps the other's name, for the notes of the kept one
 * @returns what is wrong where the two do not fit into one, such as a text that grew too long; then
 * nothing was written
 */
export function mergeActors(
  board: Board,
  { keep, other, also }: { readonly keep: string; readonly other: string; readonly also: string },
): Result<void> {
  const [kept, gone] = [board.get('actor', keep), board.get('actor', other)];
  if (!kept || !gone || keep === other) return refused({ field: '', reason: 'gone', index: 0 });
  return board.act('merge actor', () => {
    const merged = board.change('actor', keep, together(kept, gone, also));
    if (!merged.ok) return merged;
    board.remove('tie', tiesBetween(board, keep, other));
    board.removeInFavourOf('actor', other, keep);
    // Nobody is part of themselves: who was part of the other is part of what the other was part of.
    if (kept.within === other) {
      board.change('actor', keep, { within: gone.within === keep ? null : gone.within });
    }
    return done(undefined);
  });
}

function together(kept: Actor, gone: Actor, also: string): Partial<Actor> {
  const { kinds } = typeOf('actor');
  const [texts, sets] = [new Set(kinds.texts), new Set(kinds.sets)];
  const rest: Readonly<Record<string, unknown>> = { ...gone };
  const patch: Record<string, unknown> = {};
  for (const [field, value] of Object.entries<unknown>(kept)) {
    if (places.has(field)) continue;
    if (texts.has(field)) {
      const parts = [value, field === 'notes' ? also : '', rest[field]];
      const said = parts.filter((part): part is string => typeof part === 'string' && part !== '');
      patch[field] = [...new Set(said)].join('\n\n');
    } else if (sets.has(field)) {
      const members = [...membersOf(value), ...membersOf(rest[field])];
      patch[field] = [...new Set(field === 'formerly' ? [...members, gone.id] : members)];
    } else if (field === 'fields') patch[field] = { ...gone.fields, ...kept.fields };
    // It cannot become part of itself.
    else if ((value === null || value === '') && rest[field] !== kept.id)
      patch[field] = rest[field];
  }
  return patch;
}

const membersOf = (set: unknown): readonly unknown[] => (Array.isArray(set) ? set : []);

const tiesBetween = (board: Board, one: string, other: string): readonly string[] =>
  board
    .list('tie')
    .flatMap(({ id, from, to }) =>
      (from === one && to === other) || (from === other && to === one) ? [id] : [],
    );
