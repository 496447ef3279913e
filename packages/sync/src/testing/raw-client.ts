import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { messageTypes } from '../wire.ts';
import { documentId } from './clients.ts';

/** A socket without a provider: it says whatever a test wants said. */
export interface RawClient {
  /** Every frame that came so far. */
  readonly frames: readonly Uint8Array[];
  /** The code with which the connection ended. */
  readonly closed: Promise<number>;
  send(frame: Uint8Array | string): void;
  ping(): void;
  /** Resolves with the first frame, of those that came and those that come, that fits. */
  frame(fits: (frame: Uint8Array) => boolean): Promise<Uint8Array>;
  /** Stops reading, as a page on a stuck network does. */
  stall(): void;
  /** Reads again. */
  read(): void;
  /** Goes, without a word. */
  end(): void;
}

export async function rawClient(
  url: string,
  query = 'as=mallory',
  options: { headers?: Record<string, string> } = {},
): Promise<RawClient> {
  const socket = new WebSocket(`${url}/${documentId}?${query}`, options);
  onTestFinished(() => socket.terminate());
  const frames: Uint8Array[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    frames.push(new Uint8Array(data));
    for (const look of waiting) look();
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');
  return {
    frames,
    closed,
    send: (frame) => socket.send(frame),
    ping: () => socket.ping(),
    frame: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = frames.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stall: () => socket.pause(),
    read: () => socket.resume(),
    end: () => socket.terminate(),
  };
}

/** The HTTP status with which an upgrade was refused. */
export function refusedStatus(
  url: string,
  options: { headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: string }> {
  const socket = new WebSocket(url, options);
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders.join('\n') });
      socket.terminate();
    });
    socket.on('open', () => reject(new Error('The upgrade was accepted.')));
    socket.on('error', () => undefined);
  });
}

export interface AwarenessEntry {
  readonly id: number;
  readonly clock: number;
  readonly state: unknown;
}

/** An awareness frame as a client could make it, honest or not. */
export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const states = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { id, clock, state } of entries) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, states);
  });
}
