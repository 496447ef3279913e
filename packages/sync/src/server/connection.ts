import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import {
  closeCodes,
  closeReasons,
  endsAccess,
  isTerminal,
  type CloseCode,
} from '../close-codes.ts';
import { receiptNumbers, type Capability } from '../wire.ts';
import type { Identity } from './admission.ts';
import { Allowance, frameCosts } from './allowance.ts';
import { readClientFrame, type ClientFrame } from './gate.ts';
import type { Limits } from './limits.ts';
import type { SyncMetrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { socketFrame, type SocketFrame } from './socket-frame.ts';
import type { Tally } from './sync-event.ts';

export interface ConnectionOptions {
  readonly socket: WebSocket;
  /** What the socket writes to. */
  readonly line: Socket;
  readonly documentId: string;
  readonly capability: Capability;
  readonly identity: Identity;
  /** Whether the client asked for receipts (R7). */
  readonly wantsReceipts: boolean;
  /** The epoch that the client says it belongs to, if it does (R12). */
  readonly epoch: number | null;
  readonly limits: Limits;
  readonly tally: Tally;
  readonly metrics: SyncMetrics;
  /** Names that root types may have; null for any (R4). */
  readonly rootTypes: ReadonlySet<string> | null;
  /** Called when a frame cost the client its connection. */
  readonly onRefused: (refusal: Refusal) => void;
  /** Called once, as soon as nothing more will be read from this connection. */
  readonly onEnd: (connection: Connection) => void;
}

/**
 * One client at one document: its socket, who it is, and how far it has come. It reads nothing until
 * a room listens, so that nothing is answered before the document is loaded (R11).
 */
export class Connection {
  readonly documentId: string;
  readonly identity: Identity;
  /** How long its changes may still keep the server busy beyond what their size explains (R4). */
  readonly work: Allowance;
  readonly #options: ConnectionOptions;
  readonly #socket: WebSocket;
  #receive: ((frame: ClientFrame, bytes: number) => void) | null = null;
  #capability: Capability;
  #ended = false;
  #entitled = true;
  #alive = true;
  /** Bytes handed to the room and not settled yet. */
  #waitingBytes = 0;
  readonly #frames: Allowance;
  /** Set while frames that came too fast are waited out. */
  #overdrawn: NodeJS.Timeout | null = null;
  /** Size of the document sent in answer to a step 1, until it is written out. */
  #answerBytes = 0;

  /** How many of the first data frames are durable, and how many of those it was told of. */
  #durable = 0;
  #acknowledged = 0;
  /** Set while an update was left out that the client's step 2 has yet to bring. */
  #leftOut = false;

  /** The awareness client id that it speaks for, once it has shown itself (R9). */
  awarenessId: number | null = null;
  /** Set once a step 1 was answered: from then on this client follows by updates. */
  following = false;
  /** Set once the client's first step 2 came: from then on its updates build on each other. */
  reconciled = false;

  constructor(options: ConnectionOptions) {
    this.documentId = options.documentId;
    this.#capability = options.capability;
    this.identity = options.identity;
    this.#options = options;
    this.#socket = options.socket;
    const { socket, limits } = options;
    const now = performance.now();
    this.#frames = new Allowance(limits.framesPerSecond, limits.frameBurst, now);
    this.work = new Allowance(limits.workPerSecondMs, limits.workMs, now);
    // With array buffers each frame owns its buffer, which the gate relies on.
    socket.binaryType = 'arraybuffer';
    socket.pause();
    socket.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    socket.on('ping', (data) => this.#onPing(data));
    socket.on('pong', () => (this.#alive = true));
    socket.on('error', () => this.#onError());
    socket.on('close', () => this.#end());
  }

  get capability(): Capability {
    return this.#capability;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Whether what it sent may still be stored: not once it was closed for a reason that stands, or may
   * only read.
   */
  get entitled(): boolean {
    return this.#entitled && this.#capability === 'edit';
  }

  /** How large its document may become by what it sends (R10). */
  get maxDocumentBytes(): number {
    return this.#options.limits.maxDocumentBytes;
  }

  /** Bytes that were sent and not taken by the other end. */
  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  /** Starts to read. */
  listen(receive: (frame: ClientFrame, bytes: number) => void): void {
    this.#receive = receive;
    this.#socket.resume();
  }

  /** Sends to a client that keeps up; one that does not is closed with 1013 (R10). */
  send(message: Uint8Array): void {
    this.sendFrame(socketFrame([], message));
  }

  /**
   * Sends what was made for many. It is written beside ws, which would build the frame anew for each
   * and write it in two pieces; nothing of ours is compressed or fragmented, so ws never holds
   * anything back that this could overtake.
   */
  sendFrame(frame: SocketFrame, written?: () => void): void {
    // After its close frame ws sends nothing more, and neither may we.
    if (this.#ended || this.#socket.readyState !== this.#socket.OPEN) return;
    const { line, limits, tally } = this.#options;
    if (line.writableLength > limits.bufferedBytes + this.#answerBytes) {
      this.close(closeCodes.tryLater);
      return;
    }
    tally.framesSent += 1;
    line.write(frame, written);
  }

  /** Writes what is sent until `release` in one go. */
  gather(): void {
    this.#options.line.cork();
  }

  release(): void {
    this.#options.line.uncork();
  }

  /** Sends a document, whose size is not held against a client that has just come (R10). */
  sendAnswer(frame: SocketFrame): void {
    if (this.#answerBytes > 0) {
      this.sendFrame(frame);
      return;
    }
    this.#answerBytes = frame.byteLength;
    this.sendFrame(frame, () => (this.#answerBytes = 0));
  }

  /**
   * Whether the client may go on with this epoch of the document; one that belongs to another is sent
   * away before anything is exchanged (R12).
   */
  belongsTo(epoch: number): boolean {
    const own = this.#options.epoch;
    if (own === null || own === epoch) return true;
    this.close(closeCodes.epochChanged);
    return false;
  }

  /** Tells a client that asked what it may do here. */
  welcome(): void {
    if (!this.#options.wantsReceipts) return;
    this.sendFrame(socketFrame(receiptNumbers({ kind: 'welcome', capability: this.#capability })));
  }

  /** Tells a client that asked which epoch this is (R12). */
  sayEpoch(epoch: number): void {
    if (!this.#options.wantsReceipts) return;
    this.sendFrame(socketFrame(receiptNumbers({ kind: 'epoch', epoch })));
  }

  /** Takes the right to edit. What was sent under it and not stored yet is not stored (R2). */
  downgrade(): void {
    if (this.#ended || this.#capability === 'read') return;
    this.#capability = 'read';
    this.#waitingBytes = 0;
    // Who does not listen yet is told on joining.
    if (this.#receive === null) return;
    this.welcome();
    this.#readOn();
  }

  /** Tells a client that asked whether changes can be stored (R6). */
  sayStoring(storing: boolean): void {
    if (!this.#options.wantsReceipts) return;
    this.sendFrame(socketFrame(receiptNumbers({ kind: 'storing', storing })));
  }

  /** A data frame was handed to the room: until it is durable it weighs on this client. */
  dataArrived(bytes: number): void {
    this.#waitingBytes += bytes;
    if (this.#waitingBytes > this.#options.limits.waitingBytes) this.#socket.pause();
  }

  /**
   * The next data frame in the order of arrival is durable, or left out for a step 2 to bring.
   * @param ms since it arrived
   */
  dataDurable(bytes: number, frame: 'taken' | 'left-out' | 'step-two', ms: number): void {
    this.#durable += 1;
    if (frame !== 'taken') this.#leftOut = frame === 'left-out';
    this.#options.metrics.acknowledged(ms);
    this.#waitingBytes = Math.max(0, this.#waitingBytes - bytes);
    this.#readOn();
  }

  /** Tells a client that asked how many of its data frames are durable, if that has grown (R7). */
  acknowledge(): void {
    if (!this.#options.wantsReceipts || this.#leftOut || this.#acknowledged === this.#durable)
      return;
    this.#acknowledged = this.#durable;
    this.sendFrame(socketFrame(receiptNumbers({ kind: 'durable', frames: this.#durable })));
  }

  /** Cuts a socket whose other end has not answered since the last call, and asks again (R13). */
  probe(): void {
    if (this.#ended || this.#socket.isPaused) return;
    if (!this.#alive) {
      this.#socket.terminate();
      return;
    }
    this.#alive = false;
    this.#socket.ping();
  }

  /**
   * Ends the connection. Nothing is read from it any more, even before the socket is closed.
   *
   * @param withholds whether what was on its way is soon taken back too, since it is, or may be, not
   *   this client's to have any more (R2)
   */
  close(code: CloseCode, withholds = endsAccess(code)): void {
    if (this.#ended) return;
    this.#entitled = !isTerminal(code);
    this.#end();
    this.#socket.resume();
    this.#socket.close(code, closeReasons[code]);
    const { limits, line } = this.#options;
    if (withholds) this.#cutAfter(limits.revokedGraceMs, () => line.resetAndDestroy());
    else this.#cutAfter(limits.closeGraceMs, () => this.#socket.terminate());
  }

  /** Does what a frame of this client asks for. Whatever that sets off costs this client alone (R4). */
  guard(act: () => void): void {
    if (this.#ended) return;
    try {
      act();
    } catch (problem) {
      this.refuse(problem);
    }
  }

  /** Ends the connection for something that its client sent. What else it sent is not stored. */
  refuse(problem: unknown): void {
    if (!this.#ended) {
      const unexpected = new Refusal(closeCodes.malformed, 'frame failed', { cause: problem });
      const refusal = problem instanceof Refusal ? problem : unexpected;
      this.#options.onRefused(refusal);
      this.close(refusal.code);
    }
    this.#entitled = false;
  }

  /** ws could not take what came, for example since it is far too large, and tells the client why. */
  #onError(): void {
    this.#end();
    this.#cutAfter(this.#options.limits.closeGraceMs, () => this.#socket.terminate());
  }

  /** Cuts the line when the other end has not closed it by then. */
  #cutAfter(ms: number, cut: () => void): void {
    const timer = setTimeout(cut, ms);
    this.#socket.once('close', () => clearTimeout(timer));
  }

  #onMessage(data: unknown, isBinary: boolean): void {
    if (this.#ended || this.#receive === null) return;
    this.#alive = true;
    const { limits, rootTypes, tally } = this.#options;
    tally.framesReceived += 1;
    this.guard(() => {
      if (!isBinary || !(data instanceof ArrayBuffer)) {
        throw new Refusal(closeCodes.malformed, 'text frame');
      }
      this.#spend(frameCosts.other);
      const frame = readClientFrame(new Uint8Array(data), limits, rootTypes);
      if (frame.kind === 'step-one') this.#spend(frameCosts.stepOne - frameCosts.other);
      this.#receive?.(frame, data.byteLength);
    });
  }

  /** Answers like any other frame: who does not read the answers is a slow reader (R10). */
  #onPing(data: Buffer): void {
    if (this.#ended) return;
    this.guard(() => {
      this.#spend(frameCosts.other);
      if (this.#socket.bufferedAmount > this.#options.limits.bufferedBytes + this.#answerBytes) {
        throw new Refusal(closeCodes.tryLater, 'pings whose answers are not read');
      }
      this.#socket.pong(data);
    });
  }

  /**
   * Counts a frame. Who sends more than the rate is read from more slowly; what had come in the same
   * read is still taken, unless it is a flood (R4).
   */
  #spend(tokens: number): void {
    const now = performance.now();
    this.#frames.spend(tokens, now);
    if (this.#frames.left(now) < -this.#options.limits.frameBurst) {
      throw new Refusal(closeCodes.tryLater, 'a flood of frames');
    }
    const wait = this.#frames.wait(now);
    if (wait === 0 || this.#overdrawn !== null) return;
    this.#socket.pause();
    this.#overdrawn = setTimeout(() => {
      this.#overdrawn = null;
      this.#readOn();
    }, wait);
  }

  /** Reads on, unless there is a reason left to wait. */
  #readOn(): void {
    if (this.#overdrawn !== null || this.#waitingBytes > this.#options.limits.waitingBytes) return;
    this.#socket.resume();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#overdrawn !== null) clearTimeout(this.#overdrawn);
    this.#options.onEnd(this);
  }
}
