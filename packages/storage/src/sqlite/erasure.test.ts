import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStorage } from './open.ts';
import { testFolder } from './test-folder.ts';

async function isOnDisk(directory: string, text: string): Promise<boolean> {
  const files = await readdir(directory);
  const contents = await Promise.all(files.map((file) => readFile(join(directory, file))));
  return contents.some((content) => content.includes(text));
}

it('leaves nothing of a deleted document in any file, while the server goes on running', async () => {
  const directory = await testFolder();
  const storage = await openSqliteStorage({ directory });
  const { documents } = storage;
  const name = 'Amal Haddad, who must not be named';
  await documents.append('a', Buffer.from(`${name} `.repeat(500)));
  const last = await documents.append('a', Buffer.from(name));
  await documents.compact('a', Buffer.from(`snapshot with ${name}`), last);
  await documents.append('a', Buffer.from(name));
  expect(await isOnDisk(directory, name)).toBe(true);
  await documents.delete('a');
  expect(await isOnDisk(directory, name)).toBe(false);
  await storage.close();
});
