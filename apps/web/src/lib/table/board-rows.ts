import type { Board, RecordName, RecordOf, Result } from '@parley/model';
import type { TableRecord } from './column.ts';

/** How a table writes: every call is one act and one step of undo. */
export interface RowWriter<R extends TableRecord> {
  /**
   * Changes records and adds others at the end; all of it or nothing.
   * @returns ids of the records added
   */
  save(
    changes: readonly { readonly id: string; readonly patch: Partial<R> }[],
    additions: readonly Partial<R>[],
  ): Result<readonly string[]>;
  remove(ids: readonly string[]): void;
  /** Takes back this person's last act. */
  undo(): void;
  /** Calls back once, when this person's acts have changed. */
  onNextAct(listener: () => void): void;
}

/** A table's writer for one record type of a board. */
export function boardRows<N extends RecordName>(board: Board, name: N): RowWriter<RecordOf<N>> {
  return {
    save(changes, additions) {
      let result: Result<readonly string[]> = { ok: true, value: [] };
      let written = false;
      board.act(`change ${name}`, () => {
        if (additions.length > 0) result = board.createAll(name, additions);
        written = result.ok && additions.length > 0;
        for (const { id, patch } of changes) {
          if (!result.ok) return;
          const changed = board.change(name, id, patch);
          if (changed.ok) written = true;
          else result = changed;
        }
      });
      // An act that was refused half way is taken back as a whole.
      if (!result.ok && written) board.undo();
      return result;
    },
    remove: (ids) => board.remove(name, ids),
    undo: () => board.undo(),
    onNextAct(listener) {
      const stop = board.onHistory(() => {
        stop();
        listener();
      });
    },
  };
}
