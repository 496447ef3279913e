import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from './settings.ts';
import { StartupProblem } from './startup-problem.ts';

/** How long requests that are under way may take once the server stops, in milliseconds. */
const graceMs = 2_000;

/** Answers while the server holds the port and is not ready yet. */
export const stillStarting: RequestListener = (_req, res) => {
  res.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '2', connection: 'close' });
  res.end('Parley is starting. Try again in a moment.\n');
};

/**
 * Takes the port.
 * @throws {StartupProblem} when it is taken or the host is not this machine's
 */
export function listen(server: Server, { port, host }: Settings): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new StartupProblem(advice(cause.code, port, host), { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      // A string is the path of a pipe, which we never listen on.
      if (address === null || typeof address === 'string') reject(new Error('No port was taken.'));
      else resolve(address);
    });
  });
}

function advice(code: string | undefined, port: number, host: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: stop the program that uses it, or set PORT to another one.`;
    case 'EACCES':
      return `Port ${port} is not allowed for this user: set PORT to one above 1023.`;
    default:
      return `Parley cannot listen on ${host}: set HOST to an address of this machine, such as 127.0.0.1.`;
  }
}

/** No new connections from here on; idle ones end. */
export function stopAccepting(server: Server): void {
  if (server.listening) server.close();
}

/** Waits for the requests under way, for a moment at most. */
export async function drain(server: Server): Promise<void> {
  stopAccepting(server);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, graceMs);
    server.getConnections((_error, count) => {
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      if (count === 0) done();
      else server.once('close', done);
    });
  });
}
