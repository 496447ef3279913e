import type { Board, Participant, Stage } from '@parley/model';
import { boardRows, type RowWriter } from '#lib/table/board-rows.ts';

/**
 * The list's writer. How far somebody is, is a command: who changed it, when and why goes on record.
 * Whoever is new on the list begins at the stage that they are entered with.
 */
export function participantRows(
  board: Board,
  changeStage: (people: readonly string[], to: Stage) => void,
): RowWriter<Participant> {
  const rows = boardRows(board, 'participant');
  return {
    ...rows,
    save(changes, additions) {
      const stages = Map.groupBy(changes, ({ patch }) => patch.stage);
      const others = changes.flatMap(({ id, patch }) => {
        const rest = { ...patch };
        delete rest.stage;
        return Object.keys(rest).length > 0 ? [{ id, patch: rest }] : [];
      });
      const written =
        others.length + additions.length > 0
          ? rows.save(others, additions)
          : { ok: true as const, value: [] };
      if (!written.ok) return written;
      for (const [to, people] of stages) {
        if (to !== undefined) {
          changeStage(
            people.map(({ id }) => id),
            to,
          );
        }
      }
      return written;
    },
  };
}
