import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { answerBench, folder } from './child.ts';

/*
 * Hocuspocus with its own settings, storing whole documents to SQLite as its extension-sqlite does.
 * That one needs better-sqlite3, which fetches a binary when it is installed; node:sqlite does the
 * same here.
 */

const database = new DatabaseSync(join(folder(), 'hocuspocus.sqlite'));
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE documents (name TEXT PRIMARY KEY, data BLOB NOT NULL);`);
const read = database.prepare('SELECT data FROM documents WHERE name = ?');
const write = database.prepare(
  `INSERT INTO documents (name, data) VALUES (?, ?)
   ON CONFLICT (name) DO UPDATE SET data = excluded.data`,
);

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  extensions: [
    new Database({
      fetch: ({ documentName }) => {
        const row = read.get(documentName);
        return Promise.resolve(row?.data instanceof Uint8Array ? row.data : null);
      },
      store: ({ documentName, state }) => {
        write.run(documentName, state);
        return Promise.resolve();
      },
    }),
  ],
});
await server.listen();
answerBench(server.httpServer, () => server.destroy());
