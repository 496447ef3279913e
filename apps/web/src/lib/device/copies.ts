/*
 * Names of the copies of documents in this browser. A name carries the person's id, so that nobody else
 * at this device is shown a copy; localStorage holds one mark of the same name for each.
 */

const prefix = 'parley:keep:';

/** The database of a document's copy, and the key of its mark in localStorage. */
export const copyName = (personId: string, documentId: string): string =>
  `${prefix}${personId}:${documentId}`;

/** The copies of both documents of a space. */
export const isCopyOfSpace = (name: string, personId: string, spaceId: string): boolean =>
  name.startsWith(`${prefix}${personId}:${spaceId}.`);

/** Ms that the browser has for each request: while it clears what a site holds it may never answer. */
const patience = 2_000;

const givenUp = <T>(value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), patience));

/** Every database of this origin, marked or not. */
export async function databaseNames(): Promise<readonly string[]> {
  const marked = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  // Older Firefox cannot list them: there the marks alone say what is kept.
  const listed = 'databases' in indexedDB ? indexedDB.databases() : [];
  const found = await Promise.race([listed, givenUp<IDBDatabaseInfo[]>([])]);
  return [...new Set([...marked, ...found.flatMap(({ name }) => name ?? [])])];
}

/**
 * Deletes a database, or has it deleted as soon as the last page that holds it lets go.
 * @throws when the browser does not delete it
 */
export function deleteDatabase(name: string): Promise<void> {
  const deleted = new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => resolve();
    request.onerror = () => reject(new Error('The copy on this device could not be deleted.'));
  });
  // A connection that is just closing holds it without a word: leaving the page ends that.
  return Promise.race([deleted, givenUp(undefined)]);
}
