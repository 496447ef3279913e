import { documentIdsOf } from './documents.ts';
import { StorageError, type Storage } from '@parley/storage';
import { readDocument, remade } from './stored-document.ts';

/**
 * Puts every document of every process into a new epoch (R12), with the same content: what pages and
 * devices still have from after the backup cannot come back by itself. Their people are told, and can
 * keep what they had as a file.
 *
 * @param now in ms since 1970 (UTC). Epochs count on from its seconds: nobody knows which epochs came
 *   after the backup was made, but none of them is as late.
 * @returns how many documents there are, and which could not be read and were left as they are
 */
export async function beginNewEpochs(
  { registry, documents }: Storage,
  now: number,
): Promise<{ readonly count: number; readonly unreadable: readonly string[] }> {
  const atLeast = Math.floor(now / 1000);
  const unreadable: string[] = [];
  let count = 0;
  for (const { id } of await registry.everyProcess()) {
    for (const space of await registry.everySpaceOf(id)) {
      for (const documentId of documentIdsOf(space.id)) {
        count += 1;
        try {
          const doc = readDocument(await documents.load(documentId));
          const retired = [...doc.store.clients.keys()];
          await documents.rebuild(documentId, remade(doc), retired, atLeast);
        } catch (problem) {
          if (!(problem instanceof StorageError) || problem.code !== 'damaged') throw problem;
          unreadable.push(documentId);
        }
      }
    }
  }
  return { count, unreadable };
}
