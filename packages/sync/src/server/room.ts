import { setTimeout as pause } from 'node:timers/promises';
import type * as Y from 'yjs';
import { closeCodes, type CloseCode } from '../close-codes.ts';
import { syncFrame, syncTypes } from '../wire.ts';
import type { Connection } from './connection.ts';
import { DataFrame } from './data-frame.ts';
import type { ClientFrame } from './gate.ts';
import type { Limits } from './limits.ts';
import { LoggedDocument, merged } from './logged-document.ts';
import { Presence } from './presence.ts';
import { ServerWrite } from './server-write.ts';
import type { SyncLog, Tally } from './sync-event.ts';
import { applyAll, type Applied, type Write } from './turn.ts';
import type { UpdateStore } from './update-store.ts';

export interface RoomOptions {
  readonly documentId: string;
  readonly store: UpdateStore;
  readonly limits: Limits;
  readonly log: SyncLog;
  readonly tally: Tally;
  readonly onLoaded: (documentId: string) => void;
  /** Called once, when the room must not be found any more. */
  readonly onGone: (room: Room) => void;
}

/** What a connection asks of the document; answered when that equals its log. */
interface Question {
  readonly from: Connection;
  readonly answer: (document: LoggedDocument) => void;
}

/**
 * One document while somebody needs it. It works in turns: first it answers, while the document
 * equals its log; then it applies what came, commits it as one log record, shows it to the others
 * and acknowledges it. What comes during a turn waits for the next. So nobody ever sees what a
 * crash could take back (R6), and a busy room batches by itself (R8).
 *
 * Whoever needs the room holds it; it goes when the last hold is released (R11).
 */
export class Room {
  readonly documentId: string;
  /** Resolves when the document is there; rejects when it could not be loaded (R11). */
  readonly loaded: Promise<void>;
  /** Resolves when the room is gone, compacted or failed. */
  readonly gone: Promise<void>;
  readonly #options: RoomOptions;
  readonly #presence: Presence;
  readonly #connections = new Set<Connection>();
  readonly #gone: PromiseWithResolvers<void> = Promise.withResolvers();
  #document: LoggedDocument | null = null;
  #questions: Question[] = [];
  #writes: Write[] = [];
  /** The run of turns that is under way. */
  #turns: Promise<void> | null = null;
  #committedAt = Number.NEGATIVE_INFINITY;
  #compaction: Promise<boolean> | null = null;
  #holds = 0;
  #retiring = false;
  #ended = false;

  constructor(options: RoomOptions) {
    this.documentId = options.documentId;
    this.#options = options;
    this.#presence = new Presence(this.#connections, options.limits);
    this.gone = this.#gone.promise;
    this.loaded = this.#load();
    // Every holder awaits `loaded` for itself; without any, a failure is still no crash.
    this.loaded.catch(() => undefined);
  }

  hold(): void {
    this.#holds += 1;
  }

  release(): void {
    this.#holds -= 1;
    if (this.#holds === 0) void this.#retire();
  }

  /** Lets a connection in that holds the room; call it when `loaded` has resolved. */
  join(connection: Connection): void {
    if (connection.ended) return;
    if (this.#ended) {
      connection.close(closeCodes.notStored);
      return;
    }
    this.#connections.add(connection);
    connection.welcome();
    this.#presence.welcome(connection);
    if (connection.capability === 'edit') this.#askForState(connection);
    connection.listen((frame, bytes) => this.#receive(connection, frame, bytes));
  }

  leave(connection: Connection): void {
    if (this.#connections.delete(connection)) this.#presence.leave(connection);
  }

  /**
   * Writes on the server's behalf, in one transaction that is durable when the promise resolves.
   * @throws what `change` throws; the document is then as if it had never run
   */
  async transact(change: (doc: Y.Doc) => void, origin: unknown): Promise<void> {
    await this.loaded;
    const write = new ServerWrite(change, origin);
    if (this.#ended) write.abandoned();
    else this.#write(write);
    return write.done;
  }

  /** Resolves when all that came so far is durable, shown and acknowledged, or has failed. */
  async settled(): Promise<void> {
    await this.loaded.catch(() => undefined);
    while (this.#turns !== null) await this.#turns;
  }

  /** An application frame for everybody, and a question to each socket (R13). */
  beat(): void {
    if (this.#ended) return;
    this.#presence.beat();
    for (const connection of this.#connections) connection.probe();
  }

  async #load(): Promise<void> {
    try {
      this.#options.tally.loads += 1;
      this.#document = await LoggedDocument.load(this.documentId, this.#options.store);
      this.#options.onLoaded(this.documentId);
    } catch (error) {
      this.#options.log({ kind: 'load-failed', documentId: this.documentId, error });
      this.#end(closeCodes.notLoaded);
      throw error;
    }
  }

  #receive(connection: Connection, frame: ClientFrame, bytes: number): void {
    switch (frame.kind) {
      case 'step-one':
        this.#ask(connection, (document) => {
          connection.following = true;
          connection.sendAnswer(
            syncFrame(syncTypes.stepTwo, document.difference(frame.stateVector)),
          );
        });
        break;
      case 'step-two':
      case 'update':
        this.#write(new DataFrame(connection, frame, bytes));
        break;
      case 'awareness':
        this.#presence.receive(connection, frame.states);
        break;
      case 'query-awareness':
        this.#presence.answer(connection);
    }
  }

  /** Asks a client for what the document lacks. Readers are never asked (R3). */
  #askForState(connection: Connection): void {
    this.#ask(connection, (document) =>
      connection.send(syncFrame(syncTypes.stepOne, document.stateVector())),
    );
  }

  #ask(from: Connection, answer: Question['answer']): void {
    this.#questions.push({ from, answer });
    this.#wake();
  }

  #write(write: Write): void {
    this.#writes.push(write);
    this.#wake();
  }

  #wake(): void {
    if (this.#turns !== null || this.#ended) return;
    const done: PromiseWithResolvers<void> = Promise.withResolvers();
    this.#turns = done.promise;
    void this.#takeTurns().then(done.resolve);
  }

  async #takeTurns(): Promise<void> {
    while (this.#questions.length + this.#writes.length > 0 && !this.#ended) {
      const rest = this.#committedAt + this.#options.limits.batchMs - performance.now();
      if (rest > 0) await pause(rest);
      const questions = this.#questions.splice(0);
      const writes = this.#writes.splice(0);
      try {
        await this.#takeTurn(questions, writes);
      } catch (error) {
        this.#options.tally.failedCommits += 1;
        this.#options.log({ kind: 'commit-failed', documentId: this.documentId, error });
        for (const write of writes) write.abandoned();
        this.#end(closeCodes.notStored);
      }
    }
    this.#turns = null;
  }

  async #takeTurn(questions: readonly Question[], writes: readonly Write[]): Promise<void> {
    const before = this.#document;
    if (before === null) throw new Error('A turn was taken before the document was loaded.');
    for (const { from, answer } of questions) from.guard(() => answer(before));
    if (writes.length === 0) return;

    const { document, applied } = await applyAll(before, writes, () =>
      LoggedDocument.load(this.documentId, this.#options.store),
    );
    this.#document = document;
    const updates = applied.flatMap(({ effect }) => effect.update ?? []);
    if (updates.length > 0) {
      const update = merged(updates);
      await document.commit(update);
      this.#options.tally.commits += 1;
      this.#committedAt = performance.now();
      this.#show(update, applied);
    }
    for (const { write, effect } of applied) write.durable(effect);
    for (const from of new Set(applied.map(({ write }) => write.from))) from?.acknowledge();
    if (document.updatesInLog >= this.#options.limits.compactAfter) void this.#compact();
  }

  /** Sends what was committed to everybody who follows, but not to the only one it came from. */
  #show(update: Uint8Array, applied: readonly Applied[]): void {
    const sources = new Set(
      applied.flatMap(({ write, effect }) => (effect.update ? [write.from] : [])),
    );
    const frame = syncFrame(syncTypes.update, update);
    for (const connection of this.#connections) {
      if (!connection.following) continue;
      if (sources.size === 1 && sources.has(connection)) continue;
      connection.send(frame);
    }
  }

  /** Call it between turns. Resolves to whether the log was folded into the snapshot (R14). */
  #compact(): Promise<boolean> {
    this.#compaction ??= this.#compactOnce().finally(() => (this.#compaction = null));
    return this.#compaction;
  }

  async #compactOnce(): Promise<boolean> {
    try {
      const folded = (await this.#document?.compact()) ?? false;
      if (folded) this.#options.tally.compactions += 1;
      return folded;
    } catch (error) {
      // The log is whole without it; the next room tries again.
      this.#options.log({ kind: 'compaction-failed', documentId: this.documentId, error });
      return false;
    }
  }

  /** Goes when nobody is left. Whoever comes before that finds the room as it is (R11). */
  async #retire(): Promise<void> {
    if (this.#retiring) return;
    this.#retiring = true;
    await this.settled();
    while (this.#isIdle() && (this.#document?.updatesInLog ?? 0) > 0 && (await this.#compact())) {
      await this.settled();
    }
    this.#retiring = false;
    if (this.#isIdle()) this.#end(closeCodes.goingAway);
    else if (this.#holds === 0 && !this.#ended) void this.#retire();
  }

  #isIdle(): boolean {
    return this.#holds === 0 && this.#turns === null && !this.#ended;
  }

  #end(code: CloseCode): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#options.onGone(this);
    for (const connection of this.#connections) connection.close(code);
    for (const write of this.#writes.splice(0)) write.abandoned();
    this.#questions = [];
    this.#presence.stop();
    this.#document?.destroy();
    this.#gone.resolve();
  }
}
