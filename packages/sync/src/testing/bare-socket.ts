import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { documentId } from './clients.ts';

/** A connection that asks for an upgrade and then says any bytes, frames or not. */
export interface BareSocket {
  readonly closed: Promise<unknown>;
  write(bytes: Uint8Array): void;
  /** Resolves with all that came as soon as it fits. */
  reads(fits: (bytes: Buffer) => boolean): Promise<Buffer>;
}

export function bareSocket(url: string, query = 'as=mallory'): BareSocket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  let came = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => (came = Buffer.concat([came, bytes])));
  const closed = once(socket, 'close');
  const upgrade = [
    `GET /${documentId}?${query} HTTP/1.1`,
    'Host: parley.example',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ];
  socket.write(`${upgrade.join('\r\n')}\r\n\r\n`);
  return {
    closed,
    write: (bytes) => void socket.write(bytes),
    reads: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!fits(came)) return;
          socket.off('data', look);
          resolve(came);
        };
        socket.on('data', look);
        look();
      }),
  };
}
