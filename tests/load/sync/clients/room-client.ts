import { dialects, emptyStepTwo, receiptIn, syncTypes, types, type Dialect } from './dialect.ts';
import { PlainSocket } from './plain-socket.ts';
import type { ServerName } from '../servers/server-process.ts';

/** A receipt of this kind says how many data frames are durable (packages/sync/SPEC.md, R7). */
const durableReceipt = 1;

export interface RoomClientOptions {
  readonly server: { readonly name: ServerName; readonly port: number };
  readonly room: string;
  /** Who it is, told apart by our server. */
  readonly person: string;
  /** A step 2 or an update: the frame is `bytes` from `start` up to `end`, only during the call. */
  readonly onData?: (bytes: Buffer, start: number, end: number) => void;
  /** A data frame of this client is durable, `ms` after it was sent. Only our server tells. */
  readonly onAcknowledged?: (ms: number) => void;
  readonly onClose?: (code: number | null) => void;
  /** For a client on a slow network; it reads all there is when this is left out. */
  readonly bytesPerSecond?: number;
}

/** One client in one room: it joins as a provider does, and hands on what it is sent. */
export class RoomClient {
  readonly #options: RoomClientOptions;
  readonly #dialect: Dialect;
  readonly #prefixBytes: number;
  readonly #joined: PromiseWithResolvers<void> = Promise.withResolvers();
  /** Resolves when the server has sent the document; rejects when it refuses or hangs up before. */
  readonly joined: Promise<void>;
  /** When each data frame was sent that is not acknowledged yet, in ms. */
  readonly #unacknowledged: number[] = [];
  #acknowledged = 0;
  readonly #socket: PlainSocket;

  /** Connects. Await `joined`, or `join` in its place. */
  constructor(options: RoomClientOptions) {
    const { server, room, person } = options;
    this.#options = options;
    this.#dialect = dialects[server.name];
    this.#prefixBytes = this.#dialect.prefixBytes(room);
    const events = {
      onMessage: (bytes: Buffer, start: number, end: number) => this.#onMessage(bytes, start, end),
      onClose: (code: number | null) => {
        this.#joined.reject(new Error(`${server.name} closed a client with ${String(code)}.`));
        options.onClose?.(code);
      },
    };
    const path = this.#dialect.path(room, person);
    this.#socket = new PlainSocket(server.port, path, events, options.bytesPerSecond);
    this.joined = this.#greet();
    // Whoever awaits it hears of a failure; for a client that nobody waits for it is no crash.
    this.joined.catch(() => undefined);
  }

  /**
   * Connects, and resolves when the server has sent the document.
   * @throws Error when the server refuses, or ends the connection before that
   */
  static async join(options: RoomClientOptions): Promise<RoomClient> {
    const client = new RoomClient(options);
    await client.joined;
    return client;
  }

  /** Sends an update or a step 2. */
  sendData(frame: Uint8Array): void {
    this.#unacknowledged.push(performance.now());
    this.send(frame);
  }

  send(frame: Uint8Array): void {
    this.#socket.send(this.#dialect.wrapped(this.#options.room, frame));
  }

  leave(): void {
    this.#socket.cut();
  }

  async #greet(): Promise<void> {
    this.#joined.promise.catch(() => undefined);
    await this.#socket.opened;
    for (const frame of this.#dialect.greeting(this.#options.room)) this.#socket.send(frame);
    if (this.#dialect.answers) await this.#joined.promise;
  }

  #onMessage(bytes: Buffer, start: number, end: number): void {
    const at = start + this.#prefixBytes;
    const type = bytes[at];
    if (type === types.sync || type === types.syncReply) this.#onSync(bytes, at, end);
    else if (type === types.receipt) this.#onReceipt(bytes.subarray(at, end));
  }

  #onSync(bytes: Buffer, at: number, end: number): void {
    if (bytes[at + 1] === syncTypes.stepOne) {
      if (this.#dialect.answers) this.sendData(emptyStepTwo());
      return;
    }
    this.#options.onData?.(bytes, at, end);
    if (bytes[at + 1] === syncTypes.stepTwo) this.#joined.resolve();
  }

  #onReceipt(receipt: Buffer): void {
    const { kind, value } = receiptIn(receipt, 0);
    if (kind !== durableReceipt) return;
    const now = performance.now();
    for (const sentAt of this.#unacknowledged.splice(0, value - this.#acknowledged)) {
      this.#options.onAcknowledged?.(now - sentAt);
    }
    this.#acknowledged = value;
  }
}
