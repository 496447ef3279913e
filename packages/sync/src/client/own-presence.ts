import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness';
import * as encoding from 'lib0/encoding';
import { messageTypes } from '../wire.ts';

/** Awareness as JSON can carry it; a field set to undefined is taken back. */
export type PresenceFields = Readonly<Record<string, unknown>>;

/** Faster than this the server merges anyway (R8). */
const leastMs = 50;

interface Changes {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/**
 * This page's own awareness state: set at most every 50 ms, and sent without the states of others,
 * which the stock provider would echo to the server (R9).
 */
export class OwnPresence {
  readonly #awareness: Awareness;
  readonly #send: (frame: Uint8Array<ArrayBuffer>) => void;
  #fields: PresenceFields = {};
  #setAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(awareness: Awareness, send: (frame: Uint8Array<ArrayBuffer>) => void) {
    this.#awareness = awareness;
    this.#send = send;
    awareness.on('update', this.#onUpdate);
  }

  /** Changes these fields and leaves the others; the last value of each within 50 ms counts. */
  set(fields: PresenceFields): void {
    this.#fields = { ...this.#fields, ...fields };
    if (this.#timer !== null) return;
    const wait = this.#setAt + leastMs - performance.now();
    if (wait <= 0) this.#flush();
    else this.#timer = setTimeout(() => this.#flush(), wait);
  }

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#awareness.off('update', this.#onUpdate);
  }

  #flush(): void {
    this.#timer = null;
    this.#setAt = performance.now();
    const state = { ...this.#awareness.getLocalState(), ...this.#fields };
    this.#fields = {};
    const set = Object.entries(state).filter(([, value]) => value !== undefined);
    this.#awareness.setLocalState(Object.fromEntries(set));
  }

  readonly #onUpdate = ({ added, updated, removed }: Changes): void => {
    const own = this.#awareness.clientID;
    if (![added, updated, removed].some((clients) => clients.includes(own))) return;
    const states = encodeAwarenessUpdate(this.#awareness, [own]);
    this.#send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, messageTypes.awareness);
        encoding.writeVarUint8Array(encoder, states);
      }),
    );
  };
}
