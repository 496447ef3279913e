import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import type { Allowance } from './allowance.ts';
import { Refusal } from './refusal.ts';

/** Lookups between two looks at the clock. Each can stand for a search through all of a long list. */
const lookupsPerLook = 16;

/** How long a change of this size may well take, on a slow machine: milliseconds of this thread. */
const explainedMs = (bytes: number): number => 0.5 + bytes / 1024;

/**
 * The structs of a document by client id. Yjs looks into it several times for each struct that it
 * integrates, which makes it the place to see how long a change takes, and to stop it.
 */
class WatchedStructs extends Map<number, (Y.GC | Y.Item)[]> {
  #watch: (() => void) | null = null;
  #lookups = 0;

  override get(clientId: number): (Y.GC | Y.Item)[] | undefined {
    if (this.#watch !== null && ++this.#lookups % lookupsPerLook === 0) this.#watch();
    return super.get(clientId);
  }

  during(act: () => void, watch: () => void): void {
    this.#watch = watch;
    try {
      act();
    } finally {
      this.#watch = null;
    }
  }
}

/** A document whose changes can be given a limit. */
export function documentWithLimits(): Y.Doc {
  const doc = new Y.Doc();
  doc.store.clients = new WatchedStructs();
  return doc;
}

/** @throws Refusal when this client has kept the server busy for too long already */
export function checkWork(work: Allowance): void {
  if (work.left(performance.now()) <= 0) throw tooMuchWork();
}

/**
 * Makes a change of a client, unless that takes far longer than changes of its size do. Yjs finds the
 * place of an item by looking at all that others put in the same place, so that a few thousand items
 * which claim to know nothing of each other keep it busy for a minute (R4). Time that the system gave
 * to others does not count; but a machine can be slow, so who is refused may try again.
 *
 * @throws Refusal when it took too long; a part was made then, and the document must be thrown away
 */
export function withinWork(doc: Y.Doc, bytes: number, work: Allowance, change: () => void): void {
  const startedAt = performance.now();
  const usedBefore = process.threadCpuUsage();
  const unexplainedMs = (): number => {
    // The clock of the wall is the cheaper one to ask, and never behind.
    if (performance.now() - startedAt <= explainedMs(bytes)) return 0;
    const { user, system } = process.threadCpuUsage(usedBefore);
    return Math.max(0, (user + system) / 1_000 - explainedMs(bytes));
  };
  const mostMs = work.left(startedAt);
  try {
    const { clients } = doc.store;
    if (!(clients instanceof WatchedStructs)) {
      change();
      return;
    }
    clients.during(change, () => {
      if (performance.now() - startedAt >= mostMs && unexplainedMs() > mostMs) throw tooMuchWork();
    });
  } finally {
    work.spend(unexplainedMs(), performance.now());
  }
}

const tooMuchWork = (): Refusal =>
  new Refusal(closeCodes.tryLater, 'changes that take far too long for their size');
