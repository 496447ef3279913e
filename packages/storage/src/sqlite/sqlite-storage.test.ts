import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storageContract } from '../contract-suite.ts';
import { openSqliteStorage } from './open.ts';

storageContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'parley-storage-'));
  const storage = await openSqliteStorage({ directory });
  let current = storage;
  return {
    storage,
    async reopen() {
      await current.close();
      current = await openSqliteStorage({ directory });
      return current;
    },
    async cleanup() {
      await current.close();
      await rm(directory, { recursive: true });
    },
  };
});
