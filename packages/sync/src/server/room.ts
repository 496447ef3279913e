import type * as Y from 'yjs';
import { closeCodes, type CloseCode } from '../close-codes.ts';
import { messageTypes, syncFrame, syncTypes } from '../wire.ts';
import type { Connection } from './connection.ts';
import { DataFrame } from './data-frame.ts';
import type { ClientFrame } from './gate.ts';
import type { LoggedDocument } from './logged-document.ts';
import { Presence } from './presence.ts';
import { ServerWrite } from './server-write.ts';
import { socketFrame, type SocketFrame } from './socket-frame.ts';
import type { Applied } from './turn.ts';
import { Turns, type Audience, type TurnsOptions } from './turns.ts';

export interface RoomOptions extends TurnsOptions {
  readonly onLoaded: (documentId: string) => void;
  /** Called once, when the room must not be found any more. */
  readonly onGone: (room: Room) => void;
}

/**
 * One document while somebody needs it, and who is there. Whoever needs the room holds it; it goes
 * when the last hold is released (R11). What happens to the document happens in its turns.
 */
export class Room implements Audience {
  readonly documentId: string;
  /** Resolves when the document is there; rejects when it could not be loaded (R11). */
  readonly loaded: Promise<void>;
  readonly #options: RoomOptions;
  readonly #presence: Presence;
  readonly #connections = new Set<Connection>();
  /** Made when somebody asks: few rooms are waited for. */
  #gone: PromiseWithResolvers<void> | null = null;
  #turns: Turns | null = null;
  /** The whole document as it was last asked for, until the next change or heartbeat. */
  #whole: SocketFrame | null = null;
  #holds = 0;
  #visitors = 0;
  #retiring = false;
  #ended = false;

  constructor(documentId: string, options: RoomOptions) {
    this.documentId = documentId;
    this.#options = options;
    this.#presence = new Presence(this.#connections, options.limits);
    this.loaded = this.#load();
    // Every holder awaits `loaded` for itself; without any, a failure is still no crash.
    this.loaded.catch(() => undefined);
  }

  /** Resolves when the room is gone, compacted or failed. */
  get gone(): Promise<void> {
    this.#gone ??= Promise.withResolvers();
    if (this.#ended) this.#gone.resolve();
    return this.#gone.promise;
  }

  hold(): void {
    this.#holds += 1;
  }

  release(): void {
    this.#holds -= 1;
    if (this.#holds === 0) void this.#retire();
  }

  /** Connections that are here or expected, until they leave. */
  get visitors(): number {
    return this.#visitors;
  }

  /** Counts a connection that will join as soon as the document is loaded. */
  expect(): void {
    this.#visitors += 1;
  }

  /** Lets a connection in that holds the room; call it when `loaded` has resolved. */
  join(connection: Connection): void {
    if (connection.ended) return;
    const turns = this.#turns;
    if (turns === null) {
      connection.close(closeCodes.notStored);
      return;
    }
    if (!connection.belongsTo(turns.epoch)) return;
    this.#connections.add(connection);
    connection.welcome();
    connection.sayEpoch(turns.epoch);
    if (!turns.storing) connection.sayStoring(false);
    this.#presence.welcome(connection);
    // Readers are never asked for what the document lacks (R3).
    if (connection.capability === 'edit') {
      turns.ask((document) =>
        connection.send(syncFrame(syncTypes.stepOne, document.stateVector())),
      );
    }
    connection.listen((frame, bytes) => this.#receive(turns, connection, frame, bytes));
  }

  /** Call it once for each connection that was expected, whether it came to join or not. */
  leave(connection: Connection): void {
    this.#visitors -= 1;
    if (this.#connections.delete(connection)) this.#presence.leave(connection);
  }

  /**
   * Writes on the server's behalf, in one transaction that is durable when the promise resolves.
   * @throws what `change` throws; the document is then as if it had never run
   */
  async transact(change: (doc: Y.Doc) => void, origin: unknown): Promise<void> {
    await this.loaded;
    const write = new ServerWrite(change, origin);
    if (this.#turns === null) write.abandoned();
    else this.#turns.write(write);
    return write.done;
  }

  /**
   * Replaces the document (R12), and sends everybody away with 4409. Resolves to the new epoch.
   * @throws as `Turns.rebuild` does
   */
  async rebuild(make: (doc: Y.Doc) => Uint8Array): Promise<number> {
    await this.loaded;
    if (this.#turns === null) throw new Error('The document was closed meanwhile. Try again.');
    return this.#turns.rebuild(make);
  }

  /** Resolves when all that came so far is shown and acknowledged, or waits for storage, or failed. */
  async settled(): Promise<void> {
    await this.loaded.catch(() => undefined);
    await this.#turns?.settled();
  }

  /** Ends a room whose changes cannot be stored: its clients keep them. Others end by themselves. */
  giveUp(): void {
    if (this.#turns !== null && !this.#turns.storing) this.#end(closeCodes.notStored);
  }

  /** An application frame for everybody, and a question to each socket (R13). */
  beat(): void {
    if (this.#ended) return;
    this.#whole = null;
    this.#turns?.tidy();
    this.#presence.beat();
    for (const connection of this.#connections) connection.probe();
  }

  /** Sends what was committed to everybody who follows, but not to the only one it came from. */
  committed({ update, writes }: Applied): void {
    const sources = new Set(writes.map(({ from }) => from));
    // Who is sent the update and an acknowledgement gets both in one go.
    for (const source of sources) source?.gather();
    if (update !== null) {
      const [only] = sources.size === 1 ? sources : [];
      this.#show(update, only ?? null);
    }
    for (const source of sources) {
      source?.acknowledge();
      source?.release();
    }
  }

  found(update: Uint8Array): void {
    this.#show(update, null);
  }

  storing(can: boolean): void {
    for (const connection of this.#connections) connection.sayStoring(can);
  }

  rested(): void {
    if (this.#holds === 0) void this.#retire();
  }

  replaced(): void {
    this.#end(closeCodes.epochChanged);
  }

  lost(): void {
    this.#end(closeCodes.notStored);
  }

  async #load(): Promise<void> {
    try {
      this.#options.tally.loads += 1;
      this.#turns = await Turns.open(this.documentId, this.#options, this);
      this.#options.onLoaded(this.documentId);
    } catch (error) {
      this.#options.log({ kind: 'load-failed', documentId: this.documentId, error });
      this.#end(closeCodes.notLoaded);
      throw error;
    }
  }

  #receive(turns: Turns, connection: Connection, frame: ClientFrame, bytes: number): void {
    switch (frame.kind) {
      case 'step-one':
        turns.ask((document) =>
          connection.guard(() => {
            connection.following = true;
            connection.sendAnswer(this.#answer(document, frame.stateVector));
          }),
        );
        break;
      case 'step-two':
      case 'update':
        turns.write(new DataFrame(connection, frame, bytes));
        break;
      case 'awareness':
        this.#presence.receive(connection, frame.states);
        break;
      case 'query-awareness':
        this.#presence.answer(connection);
    }
  }

  /**
   * What somebody with this state vector lacks. Who comes with nothing gets the whole, which is made
   * once for all who come before the next change.
   */
  #answer(document: LoggedDocument, stateVector: Uint8Array): SocketFrame {
    const make = (): SocketFrame => {
      const update = document.difference(stateVector);
      return socketFrame([messageTypes.sync, syncTypes.stepTwo, update.length], update);
    };
    const hasNothing = stateVector.length === 1 && stateVector[0] === 0;
    return hasNothing ? (this.#whole ??= make()) : make();
  }

  #show(update: Uint8Array, except: Connection | null): void {
    this.#whole = null;
    const frame = socketFrame([messageTypes.sync, syncTypes.update, update.length], update);
    for (const connection of this.#connections) {
      if (connection.following && connection !== except) connection.sendFrame(frame);
    }
  }

  /**
   * Goes when nobody is left and all is stored. Whoever comes before that finds the room as it is
   * (R11).
   */
  async #retire(): Promise<void> {
    if (this.#retiring) return;
    this.#retiring = true;
    await this.settled();
    const turns = this.#turns;
    while (this.#isIdle() && (turns?.updatesInLog ?? 0) > 0 && (await turns?.compact())) {
      await this.settled();
    }
    this.#retiring = false;
    if (this.#isIdle()) this.#end(closeCodes.goingAway);
    // Somebody wrote and left while this went on; a write that waits for storage retires it later.
    else if (this.#holds === 0 && !this.#ended && (turns?.storing ?? true)) void this.#retire();
  }

  #isIdle(): boolean {
    return this.#holds === 0 && !this.#ended && (this.#turns?.atRest ?? true);
  }

  #end(code: CloseCode): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#options.onGone(this);
    for (const connection of this.#connections) connection.close(code);
    this.#presence.stop();
    this.#turns?.end();
    this.#turns = null;
    this.#gone?.resolve();
  }
}
