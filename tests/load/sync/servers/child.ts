import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memoryUsage } from 'node:process';

/*
 * What a measured server says to the bench that started it, over the channel of `fork`: where it
 * listens, and, when it is asked, how large its heap is after a collection.
 */

export type FromChild =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'heap'; readonly bytes: number };

export type ToChild = { readonly kind: 'heap' } | { readonly kind: 'stop' };

/** The folder that the bench gave this server for its files. */
export function folder(): string {
  const given = process.argv[2];
  if (given === undefined) throw new Error('The first argument must be the folder for the files.');
  return given;
}

/** Answers the bench until it asks to stop; then `close` ends what must not be cut off. */
export function answerBench(port: number, close: () => Promise<void>): void {
  process.on('message', (asked: ToChild) => {
    if (asked.kind === 'heap') say({ kind: 'heap', bytes: heapAfterCollection() });
    else void close().finally(() => process.exit(0));
  });
  // A bench that was stopped by hand leaves no server behind.
  process.on('disconnect', () => process.exit(0));
  say({ kind: 'listening', port });
}

/** An HTTP server on a free port of this machine, before anybody is told of it. */
export async function listen(): Promise<{ http: Server; port: number }> {
  const http = createServer((_request, response) => response.end());
  const listening: PromiseWithResolvers<void> = Promise.withResolvers();
  http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, listening.resolve);
  await listening.promise;
  const { port } = http.address() as AddressInfo; // it listens on TCP
  return { http, port };
}

function heapAfterCollection(): number {
  if (globalThis.gc === undefined) throw new Error('Start measured servers with --expose-gc.');
  // The second run collects what finalisers of the first let go.
  globalThis.gc();
  globalThis.gc();
  return memoryUsage().heapUsed;
}

function say(message: FromChild): void {
  process.send?.(message);
}
