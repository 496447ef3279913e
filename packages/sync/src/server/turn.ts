import type * as Y from 'yjs';
import type { Connection } from './connection.ts';
import type { Effect, LoggedDocument } from './logged-document.ts';

/** Something that wants to change the document. Exactly one of the last three is called in the end. */
export interface Write {
  /** The connection that it came from and need not be sent to; null for the server itself. */
  readonly from: Connection | null;
  /** May run again on another copy of the document when a neighbour in its turn fails. */
  change(doc: Y.Doc): void;
  /** @throws when what the change did breaks a rule of its kind */
  check(effect: Effect): void;
  /** It is in the log, and everybody was told. */
  durable(effect: Effect): void;
  /** It failed by its own fault and left nothing behind. */
  refused(problem: unknown): void;
  /** It could not be kept, by no fault of its own. */
  abandoned(): void;
}

export interface Applied {
  readonly write: Write;
  readonly effect: Effect;
}

/**
 * Applies writes in their order. One that fails is refused, and since it may have been half applied,
 * the rest of the turn starts over on a fresh copy from the log: a failing write costs its sender,
 * and everybody else at most a moment (R4).
 *
 * @throws whatever `reload` throws
 */
export async function applyAll(
  document: LoggedDocument,
  writes: readonly Write[],
  reload: () => Promise<LoggedDocument>,
): Promise<{ document: LoggedDocument; applied: readonly Applied[] }> {
  const applied: Applied[] = [];
  for (const write of writes) {
    try {
      const effect = document.apply((doc) => write.change(doc));
      write.check(effect);
      applied.push({ write, effect });
    } catch (problem) {
      const fresh = await reload();
      document.destroy();
      write.refused(problem);
      return applyAll(
        fresh,
        writes.filter((other) => other !== write),
        reload,
      );
    }
  }
  return { document, applied };
}
