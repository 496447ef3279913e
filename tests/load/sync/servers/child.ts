import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memoryUsage } from 'node:process';
import { listenHere } from '@parley/sync/testing/take-upgrades';

/*
 * What a measured server says to the bench that started it, over the channel of `fork`: where it
 * listens, and, when it is asked, how large its heap is after a collection, and how many connections it
 * has.
 */

export type FromChild =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'heap'; readonly bytes: number }
  | { readonly kind: 'connections'; readonly count: number };

export type ToChild = { readonly kind: 'heap' | 'connections' | 'stop' };

/** The folder that the bench gave this server for its files. */
export function folder(): string {
  const given = process.argv[2];
  if (given === undefined) throw new Error('The first argument must be the folder for the files.');
  return given;
}

/** The port that the bench wants, when it wants one: a server that was restarted. */
function wantedPort(): number {
  return Number(process.argv[3] ?? 0);
}

/** Answers the bench until it asks to stop; then `close` ends what must not be cut off. */
export function answerBench(
  http: Server,
  close: () => Promise<void> = () => Promise.resolve(),
): void {
  const { port } = http.address() as AddressInfo; // it listens on TCP
  process.on('message', ({ kind }: ToChild) => {
    switch (kind) {
      case 'heap':
        say({ kind, bytes: heapAfterCollection() });
        break;
      case 'connections':
        // It cannot fail in one process: the count is the server's own.
        http.getConnections((_error, count) => say({ kind, count }));
        break;
      case 'stop':
        void close().finally(() => process.exit(0));
    }
  });
  // A bench that was stopped by hand leaves no server behind.
  process.on('disconnect', () => process.exit(0));
  say({ kind: 'listening', port });
}

/** An HTTP server of this machine, before anybody is told of it. */
export async function listen(): Promise<Server> {
  const http = createServer((_request, response) => response.end());
  await listenHere(http, wantedPort());
  return http;
}

function heapAfterCollection(): number {
  if (globalThis.gc === undefined) throw new Error('Start measured servers with --expose-gc.');
  // Code that has not run for several collections is dropped, such as that of the start; it would
  // otherwise be missed later and taken for what rooms gave back.
  for (let run = 0; run < 10; run += 1) globalThis.gc();
  return memoryUsage().heapUsed;
}

function say(message: FromChild): void {
  process.send?.(message);
}
