import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SyncServer } from '../server/index.ts';

/** Gives every upgrade to a sync server; its path is the id of the document. */
export function takeUpgrades(http: Server, sync: SyncServer): void {
  http.on('upgrade', (request, socket, head) => {
    const documentId = new URL(request.url ?? '', 'http://host').pathname.slice(1);
    sync.handleUpgrade(request, socket, head, documentId);
  });
}

/** Listens on this machine alone, on a free port unless one is given. Resolves to the port. */
export async function listenHere(http: Server, port = 0): Promise<number> {
  // Hundreds may connect in one moment.
  http.listen({ port, host: '127.0.0.1', backlog: 4_096 });
  await once(http, 'listening');
  return (http.address() as AddressInfo).port; // it listens on TCP
}
