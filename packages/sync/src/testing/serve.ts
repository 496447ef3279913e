import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSyncServer } from '../server/index.ts';
import { SqliteStore } from './sqlite-store.ts';

/*
 * A server in a process of its own, to be killed: node serve.ts <database file>. Prints its port.
 */
const sync = createSyncServer({
  store: new SqliteStore(process.argv[2] ?? ':memory:'),
  authorize: () =>
    Promise.resolve({ kind: 'admitted', capability: 'edit', identity: { id: 'anybody' } }),
});
const http = createServer();
http.on('upgrade', (request, socket, head) => {
  const documentId = new URL(request.url ?? '', 'http://host').pathname.slice(1);
  sync.handleUpgrade(request, socket, head, documentId);
});
http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo; // listens on TCP
  process.stdout.write(`${port}\n`);
});
