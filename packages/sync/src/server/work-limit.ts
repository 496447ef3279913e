import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import { Refusal } from './refusal.ts';

/** Lookups between two looks at the clock. Each can stand for a search through all of a long list. */
const lookupsPerLook = 16;

/** What a change may cost besides its size, in milliseconds of this thread. */
const baseMs = 50;

/** Bytes that hold too few structs to take long. */
const fewBytes = 128;

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

/**
 * Applies an update of a client, unless that takes far longer than updates of its size do. Yjs finds
 * the place of an item by looking at all that others put in the same place, so that a few thousand
 * items which claim to know nothing of each other keep it busy for a minute (R4). Every change can be
 * made slow by a machine that is busy, so what is refused may be tried again later, and time that the
 * system gave to others does not count.
 *
 * @throws Refusal when it took too long; a part was made then, and the document must be thrown away
 */
export function applyInTime(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  const { clients } = doc.store;
  const apply = (): void => {
    Y.applyUpdate(doc, update, origin);
  };
  if (update.byteLength < fewBytes || !(clients instanceof WatchedStructs)) {
    apply();
    return;
  }
  const mostMs = baseMs + update.byteLength / 1024;
  const startedAt = performance.now();
  const usedBefore = process.threadCpuUsage();
  clients.during(apply, () => {
    if (performance.now() - startedAt < mostMs) return;
    const { user, system } = process.threadCpuUsage(usedBefore);
    if ((user + system) / 1_000 < mostMs) return;
    throw new Refusal(closeCodes.tryLater, 'a change that takes too long');
  });
}
