import { setTimeout as pause } from 'node:timers/promises';
import type * as Y from 'yjs';
import type { CommitPace } from './commit-pace.ts';
import type { Compaction } from './compaction.ts';
import type { Limits } from './limits.ts';
import { LoggedDocument } from './logged-document.ts';
import type { SyncMetrics } from './metrics.ts';
import type { SyncLog, Tally } from './sync-event.ts';
import { applyAll, type Applied, type Write } from './turn.ts';
import type { UpdateStore } from './update-store.ts';

/** Who hears of what the turns of a document bring about. */
export interface Audience {
  /** A turn is durable. */
  committed(turn: Applied): void;
  /** The log holds this update, which nobody here was shown; it may have come from anybody. */
  found(update: Uint8Array): void;
  /** Whether changes can be stored has changed. */
  storing(can: boolean): void;
  /** All that came is durable, or was refused. */
  rested(): void;
  /** The document was replaced by another one, which is to be loaded anew. No turn follows. */
  replaced(): void;
  /** Neither could a turn be stored nor the document be loaded again. No turn follows. */
  lost(): void;
}

/** What all documents of a server share. */
export interface TurnsOptions {
  readonly store: UpdateStore;
  readonly limits: Limits;
  readonly log: SyncLog;
  readonly tally: Tally;
  readonly metrics: SyncMetrics;
  readonly pace: CommitPace;
  readonly compaction: Compaction;
}

type Question = (document: LoggedDocument) => void;

/**
 * One open document, working in turns: a turn applies the writes that came and commits them as one
 * log record. What comes during a turn waits for the next. The document is ahead of its log only
 * within a turn, and questions that come then are answered after it. So nobody ever sees what a crash
 * could take back (R6), and a busy document batches by itself (R8).
 *
 * When a turn cannot be stored, the document is as its log again, the writes of clients wait, and
 * they are tried again until they can be: nobody who only reads notices anything (R6).
 */
export class Turns {
  readonly #documentId: string;
  readonly #options: TurnsOptions;
  readonly #audience: Audience;
  #document: LoggedDocument;
  #questions: Question[] = [];
  #writes: Write[] = [];
  /** The run of turns that is under way. */
  #running: Promise<void> | null = null;
  #inTurn = false;
  /** When the last turn began. */
  #beganAt = Number.NEGATIVE_INFINITY;
  #compaction: Promise<boolean> | null = null;
  /** Updates in the log, and bytes of the document, that make it worth while. */
  #compactAt = { updates: 0, bytes: 0 };
  /** Set while changes cannot be stored. */
  #retry: NodeJS.Timeout | null = null;
  #storing = true;
  #retryMs: number;
  #ended = false;

  private constructor(
    documentId: string,
    document: LoggedDocument,
    options: TurnsOptions,
    audience: Audience,
  ) {
    this.#documentId = documentId;
    this.#document = document;
    this.#options = options;
    this.#audience = audience;
    this.#retryMs = options.limits.retryMs;
    this.#compactLater({ updatesInLog: 0, bytes: document.bytes });
  }

  /** @throws whatever `LoggedDocument.load` throws */
  static async open(documentId: string, options: TurnsOptions, audience: Audience): Promise<Turns> {
    const document = await LoggedDocument.load(documentId, options.store);
    return new Turns(documentId, document, options, audience);
  }

  /** Whether the last attempt to store something succeeded. */
  get storing(): boolean {
    return this.#storing;
  }

  /** Whether no write is being stored or waits to be. */
  get atRest(): boolean {
    return this.#running === null && this.#writes.length === 0;
  }

  /** Which epoch of the document this is (R12). */
  get epoch(): number {
    return this.#document.epoch;
  }

  get updatesInLog(): number {
    return this.#document.updatesInLog;
  }

  /** Asks when the document equals its log: now, or after the turn that is under way. */
  ask(question: Question): void {
    if (this.#inTurn) this.#questions.push(question);
    else if (!this.#ended) question(this.#document);
  }

  write(write: Write): void {
    if (this.#ended) {
      write.abandoned();
      return;
    }
    this.#writes.push(write);
    this.#wake();
  }

  /** Resolves when no turn is under way: all is durable, or waits for storage to come back. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  /** Does what can wait: a crash may have left a long log, which is not folded while it is opened. */
  tidy(): void {
    if (this.#running === null && this.#isWorthCompacting(this.#document)) void this.compact();
  }

  /** Resolves to whether the log was folded into the snapshot (R14). */
  compact(): Promise<boolean> {
    this.#compaction ??= this.#compactOnce().finally(() => (this.#compaction = null));
    return this.#compaction;
  }

  /**
   * Replaces the document by what `make` makes of it, between two turns; what waits for the next one
   * is not stored any more (R12). Resolves to the new epoch.
   *
   * @throws whatever `make` throws, and nothing has changed; whatever the store throws, and whether it
   *   was done shows when the document is loaded again
   */
  async rebuild(make: (doc: Y.Doc) => Uint8Array): Promise<number> {
    while (this.#running !== null || this.#compaction !== null) {
      await this.#running;
      await this.#compaction;
    }
    if (this.#ended) throw new Error('The document was closed meanwhile. Try again.');
    const snapshot = this.#document.remade(make);
    // From here on nothing is answered from the document, and nothing is written to it.
    this.#ended = true;
    try {
      const epoch = await this.#document.replace(snapshot);
      this.#close();
      this.#audience.replaced();
      return epoch;
    } catch (error) {
      this.#close();
      this.#audience.lost();
      throw error;
    }
  }

  /** Frees the document. What still waits is abandoned. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#close();
  }

  #close(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#questions = [];
    for (const write of this.#writes.splice(0)) write.abandoned();
    this.#document.destroy();
  }

  #wake(): void {
    if (this.#running !== null || this.#retry !== null || this.#ended) return;
    this.#running = this.#run().then(() => {
      this.#running = null;
      if (this.#writes.length === 0) this.#audience.rested();
      else this.#wake();
    });
  }

  async #run(): Promise<void> {
    while (this.#writes.length > 0 && this.#retry === null && !this.#ended) {
      if (!(await this.#mayBegin())) return;
      // What somebody sent who may not be here any more is not stored after that (R2).
      const writes = this.#writes.filter(({ from }) => from?.entitled ?? true);
      this.#writes = [];
      this.#inTurn = true;
      try {
        await this.#takeTurn(writes);
      } catch (error) {
        await this.#standBack(writes, error);
      }
      this.#inTurn = false;
      for (const question of this.#questions.splice(0)) question(this.#document);
    }
  }

  /** Resolves when the next turn is due, at once in a quiet room (R8), to whether it takes place. */
  async #mayBegin(): Promise<boolean> {
    const { limits, pace } = this.#options;
    const rest = this.#beganAt + limits.batchMs - performance.now();
    if (rest > 0) await pause(rest);
    const together = pace.begin();
    if (together !== null) await together;
    this.#beganAt = performance.now();
    return !this.#ended;
  }

  async #takeTurn(writes: readonly Write[]): Promise<void> {
    const turn = await applyAll(this.#document, writes, () => this.#load());
    this.#document = turn.document;
    if (turn.update !== null) {
      const startedAt = performance.now();
      await turn.document.commit(turn.update);
      this.#options.tally.commits += 1;
      this.#options.metrics.committed(performance.now() - startedAt);
    }
    turn.writes.forEach((write, index) => write.durable(turn.effects[index] ?? { gap: false }));
    this.#audience.committed(turn);
    this.#setStoring(true);
    if (this.#isWorthCompacting(turn.document)) void this.compact();
  }

  /** Takes a turn back that could not be stored, and lets it wait (R6). */
  async #standBack(writes: readonly Write[], error: unknown): Promise<void> {
    const { log, tally } = this.#options;
    const documentId = this.#documentId;
    tally.failedCommits += 1;
    log({ kind: 'commit-failed', documentId, error });
    const ahead = this.#document;
    this.#keep(writes);
    try {
      this.#document = await this.#load();
    } catch (problem) {
      log({ kind: 'load-failed', documentId, error: problem });
      this.#audience.lost();
      return;
    }
    if (this.#ended) return;
    // An append that failed may have been committed all the same: then nobody was shown it.
    if (this.#document.position !== ahead.position) {
      this.#audience.found(this.#document.difference(ahead.stateVectorBefore()));
    }
    ahead.destroy();
    this.#setStoring(false);
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#wake();
    }, this.#retryMs);
    this.#retryMs = Math.min(2 * this.#retryMs, this.#options.limits.longestRetryMs);
  }

  /** Whoever waits for a write of the server hears of it; clients wait without asking. */
  #keep(writes: readonly Write[]): void {
    this.#writes.unshift(...writes.filter(({ from }) => from !== null));
    for (const write of writes) if (write.from === null) write.abandoned();
  }

  #setStoring(can: boolean): void {
    if (can) this.#retryMs = this.#options.limits.retryMs;
    if (this.#storing === can) return;
    this.#storing = can;
    this.#audience.storing(can);
  }

  #load(): Promise<LoggedDocument> {
    return LoggedDocument.load(this.#documentId, this.#options.store);
  }

  /** Old states count against what a document may take, so many bytes of log are folded too (R10). */
  #compactLater({ updatesInLog, bytes }: Pick<LoggedDocument, 'updatesInLog' | 'bytes'>): void {
    const { compactAfter, maxDocumentBytes } = this.#options.limits;
    this.#compactAt = {
      updates: updatesInLog + compactAfter,
      bytes: bytes + maxDocumentBytes / 4,
    };
  }

  #isWorthCompacting({ updatesInLog, bytes }: LoggedDocument): boolean {
    return updatesInLog >= this.#compactAt.updates || bytes >= this.#compactAt.bytes;
  }

  async #compactOnce(): Promise<boolean> {
    const { compaction, log, tally } = this.#options;
    const documentId = this.#documentId;
    const document = this.#document;
    const known = document.updatesInLog;
    const knownBytes = document.bytes;
    try {
      const snapshotBytes = await compaction.compact(documentId);
      document.folded(known, knownBytes - (snapshotBytes ?? knownBytes));
      this.#compactLater(document);
      if (snapshotBytes === null) return false;
      tally.compactions += 1;
      return true;
    } catch (error) {
      // The log is whole without it; after as many updates again it is tried again.
      this.#compactLater(document);
      log({ kind: 'compaction-failed', documentId, error });
      return false;
    }
  }
}
