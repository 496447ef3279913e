import { databaseNames, deleteDatabase, isCopyOfSpace } from './copies.ts';
import { tellPages } from './other-pages.ts';

/**
 * Deletes what this browser keeps of a space for a person: the copies of both documents.
 * @throws when the browser does not delete them
 */
export async function forgetSpace(personId: string, spaceId: string): Promise<void> {
  const names = (await databaseNames()).filter((name) => isCopyOfSpace(name, personId, spaceId));
  for (const name of names) localStorage.removeItem(name);
  tellPages({ kind: 'forgetting', copies: names });
  await Promise.all(names.map(deleteDatabase));
}

/**
 * Deletes everything that Parley keeps in this browser, whoever's it is: copies of documents, choices of
 * how pages look, caches, service workers. What only the server can take back, the session's cookie, is
 * for signing out. Every page of Parley in this browser then leaves for the sign-in page.
 * @param leave false where the pages are to stay, to say that the server could not be told
 * @throws AggregateError when the browser keeps some of it; the rest is gone
 */
export async function wipeDevice({ leave = true } = {}): Promise<void> {
  tellPages({ kind: 'forgetting', copies: 'all' });
  // Listed first: where databases cannot be listed, the marks in localStorage name them.
  const databases = await databaseNames().catch(() => []);
  const done = await Promise.allSettled([
    ...databases.map(deleteDatabase),
    emptyStorages(),
    deleteCaches(),
    endWorkers(),
  ]);
  const kept = done.flatMap((part): unknown[] => (part.status === 'rejected' ? [part.reason] : []));
  if (kept.length > 0) throw new AggregateError(kept, 'This browser did not delete everything.');
  if (leave) tellPages({ kind: 'wiped' });
}

/** A browser that forbids a storage keeps nothing in it, and says so by throwing. */
async function emptyStorages(): Promise<void> {
  await Promise.resolve();
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      storage().clear();
    } catch (fault) {
      if (!(fault instanceof DOMException && fault.name === 'SecurityError')) throw fault;
    }
  }
}

// Browsers hide both of these from pages that came without TLS, and keep nothing in them.

async function deleteCaches(): Promise<void> {
  if (!('caches' in window)) return;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

async function endWorkers(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
}
