import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/*
 * The client half of a WebSocket, as little as it takes: a thousand of them must cost less than the
 * server that is measured. It answers pings, and knows neither text, extensions nor fragments.
 */

const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Node hands each chunk over before it reads the next, so all sockets can read into one place. */
const sharedChunk = Buffer.allocUnsafe(256 * 1024);

export interface PlainSocketEvents {
  /** One binary message: `bytes` from `start` up to `end`, valid only during the call. */
  readonly onMessage: (bytes: Buffer, start: number, end: number) => void;
  /** The connection is over; null when no close frame said why. */
  readonly onClose: (code: number | null) => void;
}

export class PlainSocket {
  /** Resolves when the server has accepted; rejects with its answer when it has not. */
  readonly opened: Promise<void>;
  readonly #socket: Socket;
  readonly #events: PlainSocketEvents;
  readonly #opened: PromiseWithResolvers<void> = Promise.withResolvers();
  #isOpen = false;
  #head = '';
  /** A frame whose end has not come yet, and how much of it has. */
  #partial: Buffer | null = null;
  #partialBytes = 0;
  #closeCode: number | null = null;

  /**
   * @param path of the upgrade, with its query
   * @param bytesPerSecond how much is read once the connection is open; all there is when left out
   */
  constructor(port: number, path: string, events: PlainSocketEvents, bytesPerSecond?: number) {
    this.#events = events;
    this.opened = this.#opened.promise;
    const buffer = bytesPerSecond === undefined ? sharedChunk : Buffer.allocUnsafe(bytesPerSecond);
    const callback = (length: number): boolean => {
      this.#onChunk(buffer, length);
      if (bytesPerSecond === undefined || !this.#isOpen) return true;
      setTimeout(() => this.#socket.resume(), 1_000);
      return false;
    };
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer, callback },
    });
    this.#socket.on('error', (error) => this.#opened.reject(error));
    this.#socket.on('close', () => {
      this.#opened.reject(new Error('The server ended the connection before it was open.'));
      events.onClose(this.#closeCode);
    });
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\n` +
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
  }

  send(payload: Uint8Array): void {
    this.#write(opcodes.binary, payload);
  }

  /** Cuts the connection, as a page that is closed does. */
  cut(): void {
    this.#socket.destroy();
  }

  #onChunk(buffer: Buffer, length: number): void {
    if (this.#isOpen) {
      this.#read(buffer, 0, length);
      return;
    }
    const before = this.#head.length;
    this.#head += buffer.toString('latin1', 0, length);
    const end = this.#head.indexOf('\r\n\r\n');
    if (end === -1) return;
    const status = this.#head.slice(0, this.#head.indexOf('\r\n'));
    if (!status.startsWith('HTTP/1.1 101')) {
      this.#opened.reject(new Error(`The server answered an upgrade with: ${status}`));
      this.cut();
      return;
    }
    this.#isOpen = true;
    this.#opened.resolve();
    this.#read(buffer, end + 4 - before, length);
  }

  #read(bytes: Buffer, from: number, length: number): void {
    let at = from;
    while (at < length) {
      if (this.#partial === null) {
        const size = frameSize(bytes, at, length);
        if (size !== null && at + size <= length) {
          this.#onFrame(bytes, at, at + size);
          at += size;
          continue;
        }
        this.#partial = Buffer.allocUnsafe(size ?? longestHeader);
        this.#partialBytes = 0;
      }
      const copied = bytes.copy(this.#partial, this.#partialBytes, at, length);
      this.#partialBytes += copied;
      at += copied;
      at -= this.#complete(this.#partial);
    }
  }

  /** Looks at a frame that came in pieces, and returns how many bytes behind its end were taken. */
  #complete(partial: Buffer): number {
    const size = frameSize(partial, 0, this.#partialBytes);
    if (size === null) return 0;
    if (this.#partialBytes >= size) {
      this.#partial = null;
      this.#onFrame(partial, 0, size);
      return this.#partialBytes - size;
    }
    if (partial.length < size) {
      this.#partial = Buffer.allocUnsafe(size);
      partial.copy(this.#partial, 0, 0, this.#partialBytes);
    }
    return 0;
  }

  #onFrame(bytes: Buffer, start: number, end: number): void {
    const opcode = (bytes[start] ?? 0) & 15;
    const payload = start + headerSize(bytes[start + 1] ?? 0);
    switch (opcode) {
      case opcodes.binary:
        this.#events.onMessage(bytes, payload, end);
        break;
      case opcodes.ping:
        this.#write(opcodes.pong, bytes.subarray(payload, end));
        break;
      case opcodes.close:
        this.#closeCode = end - payload >= 2 ? bytes.readUInt16BE(payload) : 1005;
        this.#write(opcodes.close, bytes.subarray(payload, end));
        this.#socket.end();
        break;
      case opcodes.pong:
        break;
      default:
        throw new Error(`A server sent a WebSocket frame with opcode ${opcode}.`);
    }
  }

  #write(opcode: number, payload: Uint8Array): void {
    const { length } = payload;
    const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
    const frame = Buffer.allocUnsafe(2 + extended + 4 + length);
    frame[0] = 128 | opcode;
    frame[1] = 128 | (extended === 0 ? length : extended === 2 ? 126 : 127);
    if (extended === 2) frame.writeUInt16BE(length, 2);
    if (extended === 8) frame.writeBigUInt64BE(BigInt(length), 2);
    // Clients must mask. A mask of zeros is one, costs the server what any does, and us nothing.
    frame.writeUInt32BE(0, 2 + extended);
    frame.set(payload, 6 + extended);
    this.#socket.write(frame);
  }
}

/** Of a frame without mask: opcode, length, and eight bytes more for a long one. */
const longestHeader = 10;

function headerSize(lengthByte: number): number {
  return lengthByte < 126 ? 2 : lengthByte === 126 ? 4 : 10;
}

/** Bytes of the whole frame at `at`, or null while its header is not all there. */
function frameSize(bytes: Buffer, at: number, length: number): number | null {
  if (at + 2 > length) return null;
  const short = (bytes[at + 1] ?? 0) & 127;
  const header = headerSize(short);
  if (at + header > length) return null;
  if (short < 126) return header + short;
  return (
    header + (short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2)))
  );
}
