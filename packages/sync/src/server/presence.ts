import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { closeCodes } from '../close-codes.ts';
import { messageTypes } from '../wire.ts';
import type { Connection } from './connection.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { socketFrame, type SocketFrame } from './socket-frame.ts';

/** Bytes of states in one frame: a stock client echoes a whole one, and that must be let in (R4). */
const frameTarget = 32 * 1024;

/** What is known of one awareness client id. */
interface Person {
  /** Whose the id is, for as long as the room is open: nobody else can take it over. */
  readonly identityId: string;
  /** Null while nobody shows themselves under this id. */
  present: Present | null;
}

interface Present {
  readonly owner: Connection;
  /** The stamped state as JSON. */
  readonly state: string;
}

/**
 * Who is in a room and what they point at (R9). It does not pass awareness on but keeps one state
 * per connection, stamped with the identity of the session, and sends what changed.
 *
 * Clocks are the room's own: one for all states of one frame, never below the time in milliseconds.
 * So a state is newer than what any client still remembers of it from an earlier connection, and
 * clients need not renew theirs: the room's heartbeat does it for all.
 */
export class Presence {
  readonly #connections: ReadonlySet<Connection>;
  readonly #limits: Limits;
  /** By awareness client id. */
  readonly #people = new Map<number, Person>();
  #changed: number[] = [];
  #clock = 0;
  #sentAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;

  constructor(connections: ReadonlySet<Connection>, limits: Limits) {
    this.#connections = connections;
    this.#limits = limits;
  }

  /** Shows a newcomer the others; its own states of before a reconnect could be among its person's. */
  welcome(newcomer: Connection): void {
    this.#sendStates(newcomer, (present) => present.owner.identity.id !== newcomer.identity.id);
  }

  /** Sends all states, in answer to a query. */
  answer(asking: Connection): void {
    this.#sendStates(asking, () => true);
  }

  /**
   * Takes the sender's own state out of an awareness update and drops the rest of it: stock clients
   * echo everybody's.
   *
   * @throws Refusal when the update cannot be read
   */
  receive(sender: Connection, states: Uint8Array): void {
    const decoder = decoding.createDecoder(states);
    const count = decoding.readVarUint(decoder);
    for (let entry = 0; entry < count; entry += 1) {
      const clientId = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (length > states.length - decoder.pos) {
        throw new Refusal(closeCodes.malformed, 'awareness state longer than its frame');
      }
      const json = decoding.readUint8Array(decoder, length);
      if (length <= this.#limits.presenceBytes) this.#take(sender, clientId, json);
    }
  }

  leave(connection: Connection): void {
    const clientId = connection.awarenessId;
    const person = clientId === null ? undefined : this.#people.get(clientId);
    // A reconnected client may have taken its id over from this connection, which it left behind.
    if (clientId === null || person?.present?.owner !== connection) return;
    person.present = null;
    this.#announce(clientId);
  }

  /** Renews every state, and sends a frame to those who are alone (R13). */
  beat(): void {
    let others = 0;
    for (const [clientId, { present }] of this.#people) {
      if (present === null) continue;
      this.#changed.push(clientId);
      others += 1;
    }
    this.#send();
    for (const connection of this.#connections) {
      if (others - (this.#isPresent(connection) ? 1 : 0) === 0) connection.sendFrame(noStates);
    }
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #take(sender: Connection, clientId: number, json: Uint8Array): void {
    const bound = sender.awarenessId;
    if (bound !== null && bound !== clientId) return;
    const person = this.#people.get(clientId);
    if (person !== undefined && person.identityId !== sender.identity.id) return;

    const state = stamped(json, sender);
    // The same again is a renewal, or another page's echo: the heartbeat renews for all.
    if (state === (person?.present?.state ?? null)) return;
    // Only who speaks for this id takes its state back; anybody may say that they saw it go.
    if (state === null && bound === null) return;
    if (bound === null) this.#bind(sender, clientId);
    const present = state === null ? null : { owner: sender, state };
    if (person === undefined) {
      this.#people.set(clientId, { identityId: sender.identity.id, present });
    } else {
      person.present = present;
    }
    this.#announce(clientId);
  }

  #bind(connection: Connection, clientId: number): void {
    connection.awarenessId = clientId;
    // Now that its own id is known, it can be shown the other pages of the same person.
    this.#sendStates(
      connection,
      (present) =>
        present.owner !== connection && present.owner.identity.id === connection.identity.id,
    );
  }

  /** A quiet room is told at once, a busy one at most every `presenceMs` (R8). */
  #announce(clientId: number): void {
    this.#changed.push(clientId);
    if (this.#timer !== null) return;
    const wait = this.#sentAt + this.#limits.presenceMs - performance.now();
    if (wait <= 0) {
      this.#send();
    } else {
      this.#timer = setTimeout(() => this.#send(), wait);
    }
  }

  #send(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#sentAt = performance.now();
    if (this.#changed.length === 0) return;
    const clock = this.#tick();
    const entries = new Map<number, Uint8Array>();
    for (const clientId of this.#changed) {
      const state = this.#people.get(clientId)?.present?.state;
      entries.set(clientId, awarenessEntry(clientId, clock, state));
    }
    this.#changed = [];

    const forAll = frames([...entries.values()]);
    for (const connection of this.#connections) {
      const own = connection.awarenessId;
      // A client is never told its own state: it would take the older copy for the newer.
      const forThis =
        own !== null && entries.has(own)
          ? frames([...entries].filter(([id]) => id !== own).map(([, entry]) => entry))
          : forAll;
      for (const frame of forThis) connection.sendFrame(frame);
    }
  }

  #sendStates(to: Connection, which: (present: Present) => boolean): void {
    const clock = this.#tick();
    const entries: Uint8Array[] = [];
    for (const [clientId, { present }] of this.#people) {
      if (clientId === to.awarenessId || present === null || !which(present)) continue;
      entries.push(awarenessEntry(clientId, clock, present.state));
    }
    for (const frame of frames(entries)) to.sendFrame(frame);
  }

  #isPresent({ awarenessId }: Connection): boolean {
    if (awarenessId === null) return false;
    return (this.#people.get(awarenessId)?.present ?? null) !== null;
  }

  #tick(): number {
    this.#clock = Math.max(this.#clock + 1, Date.now());
    return this.#clock;
  }
}

/** @throws Refusal when the state is neither an object nor null */
function stamped(json: Uint8Array, sender: Connection): string | null {
  let state: unknown;
  try {
    state = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch (error) {
    throw new Refusal(closeCodes.malformed, 'awareness state is no JSON', { cause: error });
  }
  if (state === null) return null;
  if (typeof state !== 'object' || Array.isArray(state)) {
    throw new Refusal(closeCodes.malformed, 'awareness state is no object');
  }
  return JSON.stringify({ ...state, user: sender.identity });
}

function awarenessEntry(clientId: number, clock: number, state?: string | null): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state ?? 'null');
  });
}

function awarenessFrame(entries: readonly Uint8Array[]): Uint8Array {
  const states = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) encoding.writeUint8Array(encoder, entry);
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, states);
  });
}

/** Says nothing, and shows that the server is there. */
const noStates = socketFrame([], awarenessFrame([]));

/** As few frames as hold all entries; none for none. */
function frames(entries: readonly Uint8Array[]): SocketFrame[] {
  const made: SocketFrame[] = [];
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (bytes + entry.length > frameTarget && batch.length > 0) {
      made.push(socketFrame([], awarenessFrame(batch)));
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += entry.length;
  }
  if (batch.length > 0) made.push(socketFrame([], awarenessFrame(batch)));
  return made;
}
