import type { Actor } from '../records/index.ts';
import type { Board } from './board.ts';
import { done, refused, type Result } from './result.ts';
import { typeOf } from './roots.ts';

/** Fields that say where an actor stands on the boards: the one that is kept stays where it is. */
const places: ReadonlySet<string> = new Set(['id', 'name', 'at', 'order', 'formerly']);

/**
 * Makes one actor of two that stand for the same: one act, one step of undo. The kept one takes over what
 * the other has and it has not, and long texts stand one under the other. That they are one is a record of
 * its own: by it every link to the other, and what the ledger says of it, is read as of the kept one
 * (`heirsOf`), and a tie between the two is not shown. The other's record stays in the document.
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
    // Nobody is part of themselves: who was part of the other is part of what the other was part of.
    if (kept.within === other) {
      board.change('actor', keep, { within: gone.within === keep ? null : gone.within });
    }
    const said = board.create('merge', { gone: other, into: keep });
    return said.ok ? done(undefined) : said;
  });
}

/**
 * Parts an actor again from the one that it was merged into, however long ago: it is shown as it was,
 * with its ties and what was said of it. What the kept one took over stays there too. One act.
 */
export function partActor(board: Board, id: string): void {
  const { heirs } = board;
  const over = board.list('merge').filter(
    ({ gone, into }) =>
      gone === id ||
      // Of two that were merged into each other the second merge would hold now, and hide the other.
      (into === id && !heirs.has(gone)),
  );
  board.act('part actor', () => {
    board.remove(
      'merge',
      over.map((merge) => merge.id),
    );
  });
}

function together(kept: Actor, gone: Actor, also: string): Partial<Actor> {
  const { kinds } = typeOf('actor');
  const texts = new Set(kinds.texts);
  const rest: Readonly<Record<string, unknown>> = { ...gone };
  const patch: Record<string, unknown> = {};
  for (const [field, value] of Object.entries<unknown>(kept)) {
    if (places.has(field)) continue;
    if (texts.has(field)) {
      const parts = [value, field === 'notes' ? also : '', rest[field]];
      const said = parts.filter((part): part is string => typeof part === 'string' && part !== '');
      patch[field] = [...new Set(said)].join('\n\n');
    } else if (field === 'fields') patch[field] = { ...gone.fields, ...kept.fields };
    // It cannot become part of itself.
    else if ((value === null || value === '') && rest[field] !== kept.id)
      patch[field] = rest[field];
  }
  return patch;
}
