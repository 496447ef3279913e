import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes over the socket of a request to open one document. */
export type SyncUpgrade = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  documentId: string,
) => void;

const syncPath = /^\/sync\/([A-Za-z0-9._-]{1,128})$/;

/**
 * The one place that decides who gets an upgrade: /sync/<document id> is a document; socket.io and
 * the development server's hot reload listen for their own; everything else is closed.
 */
export function dispatchUpgrades(server: Server, sync: SyncUpgrade, development: boolean): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [path = ''] = (request.url ?? '').split('?');
    const documentId = syncPath.exec(path)?.[1];
    if (documentId !== undefined) {
      sync(request, socket, head, documentId);
    } else if (path.startsWith('/socket.io/') || (development && isHotReload(request))) {
      return;
    } else {
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    }
  });
}

const isHotReload = (request: IncomingMessage): boolean =>
  /^vite-(hmr|ping)$/.test(request.headers['sec-websocket-protocol'] ?? '');
