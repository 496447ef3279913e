import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStorage } from '@parley/storage';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';

/** Makes a folder that is removed when the test that asked for it has finished. */
export async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-chaos-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/**
 * What a folder holds of a document, as it stands on the disk. It is read from a copy, so that what
 * was left by a kill is left to the server that comes next.
 *
 * @throws when SQLite finds the file unsound, or the log has a hole
 */
export async function storedDocument(data: string, documentId: string): Promise<Y.Doc> {
  const copy = await mkdtemp(join(tmpdir(), 'parley-chaos-copy-'));
  try {
    await cp(data, copy, { recursive: true });
    const storage = await openSqliteStorage({ directory: copy });
    const { snapshot, updates } = await storage.documents.load(documentId);
    await storage.close();
    const database = new DatabaseSync(join(copy, 'parley.db'), { readOnly: true });
    const verdict = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
    database.close();
    if (verdict !== 'ok') throw new Error(`SQLite says of the file: ${String(verdict)}`);
    return documentOf(snapshot === null ? updates : [snapshot, ...updates]);
  } finally {
    await rm(copy, { recursive: true });
  }
}

/** @throws Error when an update builds on one that is not there */
function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('The log has a hole.');
  }
  return doc;
}
