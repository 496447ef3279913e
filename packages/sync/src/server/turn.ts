import type * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { ChangeFailed, type Effect, type LoggedDocument } from './logged-document.ts';

/** Something that wants to change the document. Exactly one of the last three is called in the end. */
export interface Write {
  /** The connection that it came from and need not be sent to; null for the server itself. */
  readonly from: Connection | null;
  /**
   * May run again on another copy of the document, when a neighbour in its turn fails or the turn
   * cannot be stored.
   */
  change(doc: Y.Doc): void;
  /** @throws when what the change did breaks a rule of its kind */
  check(effect: Effect): void;
  /** It is in the log. */
  durable(effect: Effect): void;
  /** It failed by its own fault and left nothing behind. */
  refused(problem: unknown): void;
  /** It could not be kept, by no fault of its own. */
  abandoned(): void;
}

export interface Applied {
  readonly document: LoggedDocument;
  readonly writes: readonly Write[];
  /** One for each write. */
  readonly effects: readonly Effect[];
  /** What the writes did together, or null when they changed nothing. */
  readonly update: Uint8Array | null;
}

/** A write that failed, and why. */
interface Failure {
  readonly write: Write;
  readonly problem: unknown;
}

/**
 * Applies writes in their order, all in one transaction. One that fails is refused, and since it may
 * have been half applied, the rest of the turn starts over on a fresh copy from the log: a failing
 * write costs its sender, and everybody else at most a moment (R4).
 *
 * @throws whatever `reload` throws
 */
export async function applyAll(
  document: LoggedDocument,
  writes: readonly Write[],
  reload: () => Promise<LoggedDocument>,
): Promise<Applied> {
  const outcome = attempt(document, writes);
  if (!('problem' in outcome)) return outcome;
  const fresh = await reload();
  document.destroy();
  outcome.write.refused(outcome.problem);
  return applyAll(
    fresh,
    writes.filter((other) => other !== outcome.write),
    reload,
  );
}

function attempt(document: LoggedDocument, writes: readonly Write[]): Applied | Failure {
  let current: Write | undefined;
  try {
    const { update, each: effects } = document.apply(
      writes.map((write) => (doc: Y.Doc) => write.change(doc)),
    );
    for (const [index, effect] of effects.entries()) {
      current = writes[index];
      current?.check(effect);
    }
    return { document, writes, effects, update };
  } catch (problem) {
    const failed = problem instanceof ChangeFailed ? writes[problem.index] : current;
    if (failed === undefined) throw problem;
    return {
      write: failed,
      problem: problem instanceof ChangeFailed ? problem.cause : problem,
    };
  }
}
