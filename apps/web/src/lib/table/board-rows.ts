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
      const results: Result<unknown>[] = [];
      let added: readonly string[] = [];
      board.act(`change ${name}`, () => {
        if (additions.length > 0) {
          const created = board.createAll(name, additions);
          if (created.ok) added = created.value;
          results.push(created);
        }
        for (const { id, patch } of changes) results.push(board.change(name, id, patch));
      });
      const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
      if (problems.length === 0) return { ok: true, value: added };
      // An act that was refused in part is taken back as a whole.
      if (results.some((result) => result.ok)) board.undo();
      return { ok: false, problems };
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
