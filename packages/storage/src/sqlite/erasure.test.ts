import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DocumentLog } from '../contract.ts';
import { openSqliteStorage } from './open.ts';
import { testFolder } from './test-folder.ts';

async function isOnDisk(directory: string, text: string): Promise<boolean> {
  const files = await readdir(directory);
  const contents = await Promise.all(files.map((file) => readFile(join(directory, file))));
  return contents.some((content) => content.includes(text));
}

it.each<[string, (documents: DocumentLog) => Promise<unknown>]>([
  ['deleted', (documents) => documents.delete('a')],
  ['rebuilt (R12)', (documents) => documents.rebuild('a', Buffer.from('anew'))],
])(
  'leaves nothing of a document that was %s in any file, while the server goes on running',
  async (_, erase) => {
    const directory = await testFolder();
    const storage = await openSqliteStorage({ directory });
    const { documents } = storage;
    const name = 'Amal Haddad, who must not be named';
    const owner = 'person-4711-who-wrote-it';
    await documents.append('a', Buffer.from(`${name} `.repeat(500)));
    const last = await documents.append('a', Buffer.from(name), [{ clientId: 1, ownerId: owner }]);
    await documents.compact('a', Buffer.from(`snapshot with ${name}`), last);
    await documents.append('a', Buffer.from(name));
    expect(await isOnDisk(directory, name)).toBe(true);
    expect(await isOnDisk(directory, owner)).toBe(true);
    await erase(documents);
    expect(await isOnDisk(directory, name)).toBe(false);
    expect(await isOnDisk(directory, owner)).toBe(false);
    await storage.close();
  },
);
