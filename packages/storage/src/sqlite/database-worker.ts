import { Worker } from 'node:worker_threads';
import { StorageError } from '../contract.ts';
import { errorFrom, failureFrom } from './failure.ts';
import { closeRequest } from './protocol.ts';
import type { Answer, FromWorker, OperationName, Operations, Request } from './protocol.ts';

interface Asked {
  readonly request: Request;
  readonly transfer: readonly ArrayBuffer[];
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: StorageError) => void;
}

/**
 * The caller's side of the thread that owns the database: numbers requests, matches answers. What is
 * asked in one go crosses in one message, since each message wakes the other thread.
 */
export class DatabaseWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #foreignChangeListeners: (() => void)[] = [];
  readonly #ended: Promise<void>;
  #asked: Asked[] = [];
  #last = 0;
  /** Why nothing more can be asked; null while it can. */
  #refusal: StorageError | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#ended = new Promise((resolve, reject) => {
      worker.once('error', (error) => {
        this.#refuseAll(stopped(error));
        reject(stopped(error));
      });
      worker.once('exit', () => {
        this.#refuseAll(stopped());
        resolve();
      });
    });
    // Whoever closes hears of it; without a close the calls that are refused say the same.
    this.#ended.catch(() => undefined);
  }

  /**
   * Starts the thread and waits until it has opened the database in `directory`.
   *
   * @throws StorageError when it could not.
   */
  static async start(directory: string): Promise<DatabaseWorker> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      name: 'parley-storage',
      workerData: directory,
    });
    const client = new DatabaseWorker(worker);
    const first = await Promise.race([
      new Promise<FromWorker>((resolve) => worker.once('message', resolve)),
      client.#ended.then(() => Promise.reject(stopped())),
    ]);
    if (first.kind === 'refused') {
      await client.#ended;
      throw errorFrom(first.failure);
    }
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'answers') message.answers.forEach((answer) => client.#settle(answer));
      if (message.kind === 'changed-elsewhere')
        client.#foreignChangeListeners.forEach((say) => say());
    });
    return client;
  }

  /**
   * Asks the worker. Requests are performed in the order of these calls.
   *
   * @param transfer memory among the arguments that is handed over instead of copied; the caller must
   * not touch it again.
   */
  call<Name extends OperationName>(
    name: Name,
    args: Parameters<Operations[Name]>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<ReturnType<Operations[Name]>> {
    return new Promise((resolve, reject) => {
      if (this.#refusal !== null) {
        reject(this.#refusal);
        return;
      }
      this.#last += 1;
      const number = this.#last;
      if (this.#asked.push({ request: { number, name, args }, transfer }) === 1) {
        process.nextTick(() => this.#post());
      }
      this.#waiting.set(number, {
        // The worker answers a request for `name` with what its operation returned.
        resolve: (value) => resolve(value as ReturnType<Operations[Name]>),
        reject,
      });
    });
  }

  /** Calls the listener when another connection has changed the database, until this one is closed. */
  onForeignChange(listener: () => void): void {
    this.#foreignChangeListeners.push(listener);
  }

  /** Lets the worker finish what it was asked, close the file and end. */
  close(): Promise<void> {
    if (this.#refusal === null) {
      this.#refusal = new StorageError('The storage is closed. Open it again before using it.');
      this.#post();
      this.#worker.postMessage(closeRequest);
    }
    return this.#ended;
  }

  #post(): void {
    const asked = this.#asked;
    this.#asked = [];
    if (asked.length === 0) return;
    try {
      this.#worker.postMessage(
        asked.map(({ request }) => request),
        asked.flatMap(({ transfer }) => transfer),
      );
    } catch {
      // One of them cannot cross; nothing has been handed over then.
      for (const one of asked) this.#postAlone(one);
    }
  }

  #postAlone({ request, transfer }: Asked): void {
    try {
      this.#worker.postMessage([request], transfer);
    } catch (error) {
      this.#settle({
        number: request.number,
        outcome: { done: false, failure: failureFrom(error) },
      });
    }
  }

  #settle({ number, outcome }: Answer): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (outcome.done) waiting?.resolve(outcome.value);
    else waiting?.reject(errorFrom(outcome.failure));
  }

  /** Leaves nobody waiting for an answer that cannot come. */
  #refuseAll(error: StorageError): void {
    this.#refusal ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

function stopped(cause?: unknown): StorageError {
  return new StorageError(
    'The storage thread has stopped; what was not yet confirmed may not be stored. Restart the server.',
    { cause },
  );
}
