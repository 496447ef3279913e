import type { Connection } from './connection.ts';
import { ChangeFailed, type Change, type Effect, type LoggedDocument } from './logged-document.ts';

/**
 * Something that wants to change the document. Exactly one of the last three is called in the end;
 * the others may run again on another copy of the document, when a neighbour in its turn fails or the
 * turn cannot be stored.
 */
export interface Write extends Change {
  /** The connection that it came from and need not be sent to; null for the server itself. */
  readonly from: Connection | null;
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

interface Attempt {
  readonly failures: readonly Failure[];
  /** Null when a failure may have left something behind in the document. */
  readonly applied: Applied | null;
}

/**
 * Applies writes in their order, all in one transaction. One that fails is refused. Where it may have
 * been half applied, the rest of the turn starts over on a fresh copy from the log: a failing write
 * costs its sender, and everybody else at most a moment (R4).
 *
 * @throws whatever `reload` throws
 */
export async function applyAll(
  document: LoggedDocument,
  writes: readonly Write[],
  reload: () => Promise<LoggedDocument>,
): Promise<Applied> {
  const { applied, failures } = attempt(document, writes);
  const fresh = applied === null ? await reload() : document;
  for (const { write, problem } of failures) write.refused(problem);
  if (applied !== null) return applied;
  document.destroy();
  const failed = new Set(failures.map(({ write }) => write));
  return applyAll(
    fresh,
    writes.filter((write) => !failed.has(write)),
    reload,
  );
}

function attempt(document: LoggedDocument, writes: readonly Write[]): Attempt {
  let made;
  try {
    made = document.apply(writes);
  } catch (problem) {
    const write = problem instanceof ChangeFailed ? writes[problem.index] : undefined;
    if (!(problem instanceof ChangeFailed) || write === undefined) throw problem;
    return { failures: [{ write, problem: problem.cause }], applied: null };
  }
  const failures: Failure[] = [];
  const taken: Write[] = [];
  const effects: Effect[] = [];
  let isClean = true;
  for (const [index, write] of writes.entries()) {
    const effect = made.each[index] ?? { gap: false };
    if ('problem' in effect) {
      failures.push({ write, problem: effect.problem });
      continue;
    }
    try {
      write.check(effect);
      taken.push(write);
      effects.push(effect);
    } catch (problem) {
      failures.push({ write, problem });
      isClean = false;
    }
  }
  const applied = { document, writes: taken, effects, update: made.update };
  return { failures, applied: isClean ? applied : null };
}
