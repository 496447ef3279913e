import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type * as Y from 'yjs';
import { closeCodes, closeReasons, type CloseCode } from '../close-codes.ts';
import { AccessCheck } from './access-check.ts';
import type { Admission, OpenConnection } from './admission.ts';
import { Connection } from './connection.ts';
import { limitsFrom, type Limits } from './limits.ts';
import { noMetrics, type SyncMetrics } from './metrics.ts';
import type { Room } from './room.ts';
import { Rooms } from './rooms.ts';
import { newTally, type SyncLog, type SyncStats } from './sync-event.ts';
import { originAllowed, refusals, refuseUpgrade, wishesOf, type Wishes } from './upgrade-answer.ts';
import type { UpdateStore } from './update-store.ts';

export interface SyncServerOptions {
  readonly store: UpdateStore;
  /**
   * Decides about one request for one document. A rejection, or no answer within `authorizeMs`,
   * counts as `unavailable`: what cannot be checked is not let in (R2).
   */
  readonly authorize: (request: IncomingMessage, documentId: string) => Promise<Admission>;
  /**
   * Looks up again what somebody may do who is connected, when `recheck` asks. A rejection, or no
   * answer within `recheckMs`, counts as `unavailable`. When this is left out, whom `recheck` picks
   * is closed with 1013 and authorised anew on coming back.
   */
  readonly reauthorize?: (connection: OpenConnection) => Promise<Admission>;
  /** Origins that may connect, such as `https://parley.example`; every one when it is left out. */
  readonly allowedOrigins?: readonly string[];
  /** Names that root types of documents may have (R4); any when it is left out. */
  readonly rootTypes?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly log?: SyncLog;
  readonly metrics?: SyncMetrics;
  /** Called after each load of a document from the store. */
  readonly onRoomLoaded?: (documentId: string) => void;
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
  /**
   * Replaces a document by what `make` makes of it, for example after something was erased from it:
   * an update (V1) of a new Y.Doc, filled from plain values. It begins a new epoch (R12): everybody is
   * closed with 4409, and nothing of the old content can come back from anybody's device. Resolves to
   * the new epoch. `make` is synchronous and must leave the document that it is given as it is.
   *
   * @throws what `make` throws, and Error when what it made is no new document; the document is then
   *   as it was. When the store throws, the next load shows whether it was done.
   */
  rebuild(documentId: string, make: (doc: Y.Doc) => Uint8Array): Promise<number>;
  /** Closes the connections that the predicate picks and returns how many those were. */
  disconnect(predicate: (connection: OpenConnection) => boolean, code: CloseCode): number;
  /**
   * Call it when what somebody may do has changed. Looks access up again for the connections that the
   * predicate picks, and for everybody who is being let in just now (R2): who may not read any more
   * is closed with 4403, whose session ended with 4401, who may only read from now on is told so, who
   * may now edit is closed with 1001 and comes back as such. When it cannot be looked up: 1013.
   * Resolves when all of that is done; nothing more is sent to who lost access a second later.
   */
  recheck(predicate: (connection: OpenConnection) => boolean): Promise<void>;
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
  readonly #metrics: SyncMetrics;
  readonly #access: AccessCheck;
  #closing = false;

  constructor(options: SyncServerOptions) {
    this.#options = options;
    this.#limits = limitsFrom(options.limits);
    this.#rootTypes = options.rootTypes === undefined ? null : new Set(options.rootTypes);
    this.#log = options.log ?? (() => undefined);
    this.#metrics = options.metrics ?? noMetrics;
    this.#access = new AccessCheck({
      authorize: options.authorize,
      reauthorize: options.reauthorize,
      limits: this.#limits,
      log: this.#log,
    });
    this.#rooms = new Rooms({
      store: options.store,
      limits: this.#limits,
      log: this.#log,
      tally: this.#tally,
      metrics: this.#metrics,
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
    this.#letIn(request, socket, head, documentId).catch((error: unknown) => {
      this.#log({ kind: 'upgrade-failed', documentId, error });
      socket.destroy();
    });
  }

  async transact(
    documentId: string,
    change: (doc: Y.Doc) => void,
    origin: unknown = null,
  ): Promise<void> {
    await this.#with(documentId, (room) => room.transact(change, origin));
  }

  rebuild(documentId: string, make: (doc: Y.Doc) => Uint8Array): Promise<number> {
    return this.#with(documentId, (room) => room.rebuild(make));
  }

  disconnect(predicate: (connection: OpenConnection) => boolean, code: CloseCode): number {
    this.#access.changed();
    const chosen = [...this.#connections].filter((connection) => predicate(connection));
    for (const connection of chosen) connection.close(code);
    return chosen.length;
  }

  async recheck(predicate: (connection: OpenConnection) => boolean): Promise<void> {
    this.#access.changed();
    const chosen = [...this.#connections].filter((connection) => predicate(connection));
    await Promise.all(chosen.map((connection) => this.#askAgain(connection)));
  }

  stats(): SyncStats {
    let bufferedBytes = 0;
    for (const connection of this.#connections) bufferedBytes += connection.bufferedBytes;
    const { size: connections } = this.#connections;
    return { rooms: this.#rooms.size, connections, bufferedBytes, ...this.#tally };
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#heartbeat);
    const rooms = [...this.#rooms];
    await Promise.all(rooms.map((room) => room.settled()));
    for (const room of rooms) room.giveUp();
    this.disconnect(() => true, closeCodes.goingAway);
    await Promise.all(rooms.map((room) => room.gone));
    await this.#rooms.close();
    await Promise.all([...this.#sockets.clients].map(closed));
  }

  async #with<T>(documentId: string, act: (room: Room) => Promise<T>): Promise<T> {
    if (this.#closing) throw new Error('The sync server is closing and takes no more changes.');
    const room = this.#rooms.hold(documentId);
    try {
      return await act(room);
    } finally {
      room.release();
    }
  }

  async #letIn(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    documentId: string,
  ): Promise<void> {
    let version: number;
    let admission: Admission;
    do {
      version = this.#access.version;
      admission = await this.#access.ofRequest(request, documentId);
      // From here to the first frame nothing can come between (R2).
    } while (version !== this.#access.version);
    const answer: Admission = this.#closing ? { kind: 'unavailable' } : admission;
    this.#answer(request, socket, head, documentId, answer);
  }

  /** Brings an open connection in line with what its person may do now (R2). */
  async #askAgain(connection: Connection): Promise<void> {
    const admission = await this.#access.ofConnection(connection);
    switch (admission.kind) {
      case 'admitted':
        if (admission.capability === connection.capability) return;
        if (admission.capability === 'read') connection.downgrade();
        else connection.close(closeCodes.goingAway);
        return;
      case 'not-found':
        connection.close(closeCodes.notAllowed);
        return;
      case 'no-session':
      case 'unavailable':
        // What cannot be looked up is not allowed, for as long as that lasts.
        connection.close(refusals[admission.kind].code, true);
    }
  }

  #answer(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    documentId: string,
    permission: Admission,
  ): void {
    const admission = this.#whileThereIsRoom(documentId, permission);
    const wishes = wishesOf(request);
    if (admission.kind !== 'admitted' && !wishes.receipts) {
      refuseUpgrade(socket, refusals[admission.kind].status);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (admission.kind === 'admitted') {
        this.#enter(webSocket, request.socket, documentId, admission, wishes);
      } else {
        const { code } = refusals[admission.kind];
        webSocket.on('error', () => undefined);
        webSocket.close(code, closeReasons[code]);
      }
    });
  }

  /** Who would be one too many is asked to come back later (R10). */
  #whileThereIsRoom(documentId: string, admission: Admission): Admission {
    if (admission.kind !== 'admitted') return admission;
    const { maxConnections, maxConnectionsPerDocument } = this.#limits;
    const isFull =
      this.#connections.size >= maxConnections ||
      this.#rooms.visitorsOf(documentId) >= maxConnectionsPerDocument;
    if (!isFull) return admission;
    const { code } = refusals.unavailable;
    this.#log({ kind: 'connection-refused', documentId, code, why: 'too many connections' });
    return { kind: 'unavailable' };
  }

  #enter(
    socket: WebSocket,
    line: Socket,
    documentId: string,
    { capability, identity }: Extract<Admission, { kind: 'admitted' }>,
    { receipts, epoch }: Wishes,
  ): void {
    const room = this.#rooms.hold(documentId);
    room.expect();
    const connection = new Connection({
      socket,
      line,
      documentId,
      capability,
      identity,
      wantsReceipts: receipts,
      epoch,
      limits: this.#limits,
      rootTypes: this.#rootTypes,
      tally: this.#tally,
      metrics: this.#metrics,
      onRefused: ({ code, message }) => {
        this.#tally.refusedConnections += 1;
        this.#metrics.refused(code);
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
