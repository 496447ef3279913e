import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { closeCodes, isTerminal } from '../close-codes.ts';
import {
  epochParameter,
  messageTypes,
  readReceipt,
  receiptsParameter,
  type Receipt,
} from '../wire.ts';
import { OwnPresence, type PresenceFields } from './own-presence.ts';
import { reportingSocket } from './reporting-socket.ts';
import { WatchedState, type SyncState, type SyncStateListener } from './sync-state.ts';
import { Unacknowledged } from './unacknowledged.ts';

export interface DocumentProviderOptions {
  /** An awareness of the page's own, which stays the page's to destroy; made when left out. */
  readonly awareness?: Awareness;
  /** Query parameters for the upgrade request. */
  readonly params?: Readonly<Record<string, string>>;
  /** Whether to connect at once; true when it is left out. */
  readonly connect?: boolean;
  /**
   * The origin of updates that this device kept, such as the page's IndexeddbPersistence: they are
   * no changes of this visit, but the server may lack them.
   */
  readonly restoreOrigin?: unknown;
  /**
   * The epoch that goes with what this device kept, as `state.epoch` said it then. If the document
   * was rebuilt since, the server answers 4409 before anything is exchanged (R12).
   */
  readonly epoch?: number;
  /** Longest wait between two attempts to connect, in ms; each is drawn from its upper half. */
  readonly longestWaitMs?: number;
  /** A WebSocket class where the platform has none. */
  readonly WebSocketPolyfill?: typeof WebSocket;
}

/** The window or worker that tells when the network goes and is back; Node has neither. */
const scope: object = globalThis;
const page = scope instanceof EventTarget ? scope : null;

/**
 * Keeps a Y.Doc in step with a document of the server, and knows what of it is saved. It is a stock
 * WebsocketProvider that asks for receipts, keeps to its own presence, and does not come back in
 * step with everybody else when a server restarts.
 */
export class DocumentProvider {
  readonly awareness: Awareness;
  readonly #doc: Y.Doc;
  readonly #provider: WebsocketProvider;
  readonly #presence: OwnPresence;
  readonly #unacknowledged = new Unacknowledged();
  readonly #state = new WatchedState();
  readonly #restoreOrigin: unknown;
  readonly #longestWaitMs: number;
  readonly #madeAwareness: boolean;
  /** Whether the server took the right to edit, while changes may have been under way. */
  #downgraded = false;

  /**
   * @param serverUrl such as `wss://parley.example/sync`
   * @param documentId the last part of the address
   */
  constructor(
    serverUrl: string,
    documentId: string,
    doc: Y.Doc,
    options: DocumentProviderOptions = {},
  ) {
    this.#doc = doc;
    this.#restoreOrigin = options.restoreOrigin;
    this.#longestWaitMs = options.longestWaitMs ?? 5_000;
    this.awareness = options.awareness ?? new Awareness(doc);
    this.#madeAwareness = options.awareness === undefined;
    if (Y.encodeStateVector(doc).length > 1) this.restoredPending();

    this.#provider = new WebsocketProvider(serverUrl, documentId, doc, {
      awareness: this.awareness,
      params: { ...options.params, [receiptsParameter]: '1' },
      connect: false,
      disableBc: true,
      shouldReconnect: ({ code }) => !isTerminal(code),
      WebSocketPolyfill: reportingSocket(
        options.WebSocketPolyfill ?? WebSocket,
        this.#unacknowledged,
      ),
    });
    doc.off('update', this.#provider._updateHandler);
    doc.on('beforeTransaction', this.#onBeforeTransaction);
    // The stock handler sends everybody's states back to the server; ours takes its place (R9).
    this.awareness.off('update', this.#provider._awarenessUpdateHandler);
    this.#presence = new OwnPresence(this.awareness, (frame) => this.#send(frame));
    if (options.epoch !== undefined) this.#belongTo(options.epoch);
    this.#watchProvider();
    page?.addEventListener('online', this.#onOnline);
    page?.addEventListener('offline', this.#onOffline);
    if (options.connect ?? true) this.#provider.connect();
    else this.#state.change({ connection: 'offline' });
  }

  get state(): SyncState {
    return this.#state.current;
  }

  /** Calls the listener now and after each change; call what it returns to stop. */
  subscribe(listener: SyncStateListener): () => void {
    return this.#state.subscribe(listener);
  }

  /**
   * Changes fields of this page's awareness state, at most every 50 ms; undefined takes one back.
   * `user` is the server's to set.
   */
  setPresence(fields: PresenceFields): void {
    this.#presence.set(fields);
  }

  /**
   * Says that the document holds what this device kept of an earlier visit. With a number, that many
   * changes count as pending; without one it is unknown how many the server lacks, and stays so
   * until it has acknowledged the whole.
   */
  restoredPending(changes?: number): void {
    if (changes === undefined) this.#unacknowledged.restored();
    else this.#unacknowledged.restoredKnown(changes);
    this.#showPending();
  }

  /**
   * What the server has never acknowledged, as one update (V1), for the person to keep when the
   * server will not take it any more; null when there is nothing. While it is uncertain what an
   * earlier visit left, that is the whole document.
   */
  unsentChanges(): Uint8Array | null {
    const { pending, uncertain, updates } = this.#unacknowledged;
    if (uncertain || pending > updates.length) return Y.encodeStateAsUpdate(this.#doc);
    return updates.length === 0 ? null : Y.mergeUpdates([...updates]);
  }

  /** Connects after `disconnect`, or again after a refusal, for example with a new session. */
  connect(): void {
    if (this.state.connection === 'refused') this.#state.change({ connection: 'connecting' });
    this.#provider.connect();
  }

  /** Leaves until `connect` is called; changes are counted on. */
  disconnect(): void {
    this.#provider.disconnect();
  }

  /** Leaves for good. The Y.Doc stays; an awareness that was made here does not. */
  destroy(): void {
    page?.removeEventListener('online', this.#onOnline);
    page?.removeEventListener('offline', this.#onOffline);
    this.#doc.off('beforeTransaction', this.#onBeforeTransaction);
    this.#doc.off('update', this.#onUpdate);
    this.#provider.destroy();
    this.#presence.destroy();
    if (this.#madeAwareness) this.awareness.destroy();
  }

  #watchProvider(): void {
    const provider = this.#provider;
    provider.messageHandlers[messageTypes.receipt] = (_encoder, decoder) => {
      const receipt = readReceipt(decoder);
      if (receipt !== null) this.#onReceipt(receipt);
    };
    provider.on('sync', (synced) => this.#state.change({ synced }));
    provider.on('status', ({ status }) => {
      if (status === 'connected') {
        this.#state.change({ connection: 'connected', closeCode: undefined });
      }
    });
    provider.on('connection-close', (event) => {
      this.#spreadReconnects();
      this.#unacknowledged.disconnected();
      this.#state.change({
        connection: 'offline',
        closeCode: event?.code,
        synced: false,
        storing: true,
      });
      this.#showPending();
    });
    provider.on('closed', ({ code }) => this.#onClosed(code));
  }

  #onClosed(code: number): void {
    // A change crossed the news that this page may only read from now on: reading goes on.
    if (code === closeCodes.notAllowed && this.#downgraded) this.#provider.connect();
    else this.#state.change({ connection: 'refused', closeCode: code });
    this.#downgraded = false;
  }

  #onReceipt(receipt: Receipt): void {
    switch (receipt.kind) {
      case 'welcome':
        if (receipt.capability === 'read') {
          this.#unacknowledged.withdrawn();
          this.#downgraded = this.state.capability === 'edit';
        }
        this.#state.change({ capability: receipt.capability });
        break;
      case 'durable':
        this.#unacknowledged.durable(receipt.frames);
        this.#showPending();
        break;
      case 'epoch':
        this.#belongTo(receipt.epoch);
        break;
      case 'storing':
        this.#state.change({ storing: receipt.storing });
    }
  }

  /** From now on only this epoch of the document is asked for (R12). */
  #belongTo(epoch: number): void {
    this.#provider.params = { ...this.#provider.params, [epochParameter]: String(epoch) };
    this.#state.change({ epoch });
  }

  /**
   * y-websocket waits min(2ⁿ · 100 ms, its limit) and reads the limit after this event; a limit drawn
   * anew each time is the jitter that it lacks.
   */
  #spreadReconnects(): void {
    const attempt = this.#provider.wsUnsuccessfulReconnects + 1;
    const wait = Math.min(2 ** attempt * 100, this.#longestWaitMs);
    this.#provider.maxBackoffTime = wait * (0.5 + Math.random() / 2);
  }

  /**
   * Listens to updates from the first one that does not come from the server. While nobody listens Yjs
   * does not encode them, and what comes first is the whole document.
   */
  readonly #onBeforeTransaction = ({ origin }: Y.Transaction): void => {
    if (origin === this.#provider) return;
    this.#doc.off('beforeTransaction', this.#onBeforeTransaction);
    // A change must be counted before the frame that carries it.
    this.#doc.on('update', this.#onUpdate);
    this.#doc.on('update', this.#provider._updateHandler);
  };

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider) return;
    if (origin !== undefined && origin !== null && origin === this.#restoreOrigin) {
      this.#unacknowledged.restored();
    } else {
      this.#unacknowledged.changed(update);
    }
    this.#showPending();
  };

  /** The network is back: no reason to wait for the next attempt. */
  readonly #onOnline = (): void => {
    if (this.#provider.shouldConnect) this.#provider.connect();
  };

  /**
   * The network is gone, and the socket would not notice for half a minute. A new attempt tells at
   * once; a server on this same machine answers it.
   */
  readonly #onOffline = (): void => {
    if (!this.#provider.shouldConnect) return;
    this.#provider.disconnect();
    this.#provider.connect();
  };

  #send(frame: Uint8Array<ArrayBuffer>): void {
    const { ws } = this.#provider;
    if (ws !== null && ws.readyState === ws.OPEN) ws.send(frame);
  }

  #showPending(): void {
    const { pending, uncertain } = this.#unacknowledged;
    this.#state.change({ pending, pendingUncertain: uncertain });
  }
}
