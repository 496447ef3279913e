import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type * as Y from 'yjs';
import { closeCodes, closeReasons, type CloseCode } from '../close-codes.ts';
import type { Capability } from '../wire.ts';
import type { Admission, Identity } from './admission.ts';
import { Connection } from './connection.ts';
import { limitsFrom, type Limits } from './limits.ts';
import { Rooms } from './rooms.ts';
import { newTally, type SyncLog, type SyncStats } from './sync-event.ts';
import { asksForReceipts, originAllowed, refusals, refuseUpgrade } from './upgrade-answer.ts';
import type { UpdateStore } from './update-store.ts';

export interface SyncServerOptions {
  readonly store: UpdateStore;
  /**
   * Decides about one request for one document. A rejection counts as `unavailable`: what cannot be
   * checked is not let in (R2).
   */
  readonly authorize: (request: IncomingMessage, documentId: string) => Promise<Admission>;
  /** Origins that may connect, such as `https://parley.example`; every one when it is left out. */
  readonly allowedOrigins?: readonly string[];
  /** Names that root types of documents may have (R4); any when it is left out. */
  readonly rootTypes?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly log?: SyncLog;
  /** Called after each load of a document from the store. */
  readonly onRoomLoaded?: (documentId: string) => void;
}

/** One open connection, as `disconnect` shows it. */
export interface OpenConnection {
  readonly documentId: string;
  readonly identity: Identity;
  readonly capability: Capability;
}

export interface SyncServer {
  /** Takes over an HTTP upgrade for a document: `server.on('upgrade', …)`. Never throws. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, documentId: string): void;
  /**
   * Writes to a document in one transaction, also while nobody has it open. Resolves when it is
   * durable. `change` is synchronous and may run more than once, on another copy of the document,
   * before one run counts.
   *
   * @throws what `change` throws, and Error when the change could not be stored; nothing of it is
   *   kept then
   */
  transact(documentId: string, change: (doc: Y.Doc) => void, origin?: unknown): Promise<void>;
  /** Closes the connections that the predicate picks and returns how many those were. */
  disconnect(predicate: (connection: OpenConnection) => boolean, code: CloseCode): number;
  stats(): SyncStats;
  /** Stores what came so far, closes every connection with 1001 and compacts. Call it once. */
  close(): Promise<void>;
}

/** @throws RangeError when a limit makes no sense */
export function createSyncServer(options: SyncServerOptions): SyncServer {
  return new RoomServer(options);
}

class RoomServer implements SyncServer {
  readonly #options: SyncServerOptions;
  readonly #limits: Limits;
  readonly #rootTypes: ReadonlySet<string> | null;
  readonly #log: SyncLog;
  readonly #tally = newTally();
  readonly #rooms: Rooms;
  readonly #connections = new Set<Connection>();
  readonly #sockets: WebSocketServer;
  readonly #heartbeat: NodeJS.Timeout;
  #closing = false;

  constructor(options: SyncServerOptions) {
    this.#options = options;
    this.#limits = limitsFrom(options.limits);
    this.#rootTypes = options.rootTypes === undefined ? null : new Set(options.rootTypes);
    this.#log = options.log ?? (() => undefined);
    this.#rooms = new Rooms({
      store: options.store,
      limits: this.#limits,
      log: this.#log,
      tally: this.#tally,
      onLoaded: options.onRoomLoaded ?? (() => undefined),
    });
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: true,
      perMessageDeflate: false,
      // Connections answer pings, and count them.
      autoPong: false,
      // The gate answers what is too large with 4413, which a provider understands; this cuts off
      // what is larger still before it is in memory.
      maxPayload: 2 * Math.max(this.#limits.stepTwoBytes, this.#limits.frameBytes),
    });
    this.#heartbeat = setInterval(() => {
      for (const room of this.#rooms) room.beat();
    }, this.#limits.heartbeatMs);
    this.#heartbeat.unref();
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, documentId: string): void {
    // A client may go while it is being authorised; ws and the answers below see that themselves.
    socket.on('error', () => undefined);
    if (!originAllowed(request, this.#options.allowedOrigins)) {
      refuseUpgrade(socket, 403);
      return;
    }
    this.#admission(request, documentId)
      .then((admission) => this.#answer(request, socket, head, documentId, admission))
      .catch((error: unknown) => {
        this.#log({ kind: 'upgrade-failed', documentId, error });
        socket.destroy();
      });
  }

  async transact(
    documentId: string,
    change: (doc: Y.Doc) => void,
    origin: unknown = null,
  ): Promise<void> {
    if (this.#closing) throw new Error('The sync server is closing and takes no more changes.');
    const room = this.#rooms.hold(documentId);
    try {
      await room.transact(change, origin);
    } finally {
      room.release();
    }
  }

  disconnect(predicate: (connection: OpenConnection) => boolean, code: CloseCode): number {
    const chosen = [...this.#connections].filter((connection) => predicate(connection));
    for (const connection of chosen) connection.close(code);
    return chosen.length;
  }

  stats(): SyncStats {
    return { rooms: this.#rooms.size, connections: this.#connections.size, ...this.#tally };
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#heartbeat);
    const rooms = [...this.#rooms];
    await Promise.all(rooms.map((room) => room.settled()));
    this.disconnect(() => true, closeCodes.goingAway);
    await Promise.all(rooms.map((room) => room.gone));
    await Promise.all([...this.#sockets.clients].map(closed));
  }

  async #admission(request: IncomingMessage, documentId: string): Promise<Admission> {
    try {
      const admission = await this.#options.authorize(request, documentId);
      return this.#closing ? { kind: 'unavailable' } : admission;
    } catch (error) {
      this.#log({ kind: 'authorize-failed', documentId, error });
      return { kind: 'unavailable' };
    }
  }

  #answer(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    documentId: string,
    admission: Admission,
  ): void {
    const wantsReceipts = asksForReceipts(request);
    if (admission.kind !== 'admitted' && !wantsReceipts) {
      refuseUpgrade(socket, refusals[admission.kind].status);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (admission.kind === 'admitted') {
        this.#enter(webSocket, documentId, admission, wantsReceipts);
      } else {
        const { code } = refusals[admission.kind];
        webSocket.on('error', () => undefined);
        webSocket.close(code, closeReasons[code]);
      }
    });
  }

  #enter(
    socket: WebSocket,
    documentId: string,
    { capability, identity }: Extract<Admission, { kind: 'admitted' }>,
    wantsReceipts: boolean,
  ): void {
    const room = this.#rooms.hold(documentId);
    const connection = new Connection({
      socket,
      documentId,
      capability,
      identity,
      wantsReceipts,
      limits: this.#limits,
      rootTypes: this.#rootTypes,
      onRefused: ({ code, message }) => {
        this.#tally.refusedConnections += 1;
        this.#log({ kind: 'connection-refused', documentId, code, why: message });
      },
      onEnd: (ended) => {
        this.#connections.delete(ended);
        room.leave(ended);
        room.release();
      },
    });
    this.#connections.add(connection);
    room.loaded.then(
      () => room.join(connection),
      () => connection.close(closeCodes.notLoaded),
    );
  }
}

function closed(socket: WebSocket): Promise<void> {
  const { promise, resolve }: PromiseWithResolvers<void> = Promise.withResolvers();
  if (socket.readyState === socket.CLOSED) resolve();
  else socket.once('close', () => resolve());
  return promise;
}
