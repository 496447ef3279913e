import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storageContract } from '../contract-suite.ts';
import type { Storage } from '../contract.ts';
import { openSqliteStorage } from './open.ts';

storageContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'parley-storage-'));
  const storage = await openSqliteStorage({ directory });
  let current = storage;
  const others: Storage[] = [];
  return {
    storage,
    async another() {
      const other = await openSqliteStorage({ directory });
      others.push(other);
      return other;
    },
    async reopen() {
      await current.close();
      current = await openSqliteStorage({ directory });
      return current;
    },
    async cleanup() {
      await Promise.all([current, ...others].map((open) => open.close()));
      await rm(directory, { recursive: true });
    },
  };
});
