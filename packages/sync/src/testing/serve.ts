import { createServer } from 'node:http';
import { createSyncServer } from '../server/index.ts';
import { SqliteStore } from './sqlite-store.ts';
import { listenHere, takeUpgrades } from './take-upgrades.ts';

/*
 * A server in a process of its own, to be killed: node serve.ts <database file>. Prints its port.
 */
const sync = createSyncServer({
  store: new SqliteStore(process.argv[2] ?? ':memory:'),
  authorize: () =>
    Promise.resolve({ kind: 'admitted', capability: 'edit', identity: { id: 'anybody' } }),
});
const http = createServer();
takeUpgrades(http, sync);
process.stdout.write(`${await listenHere(http)}\n`);
