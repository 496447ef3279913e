import { StorageError, type StorageFault } from '../contract.ts';
import type { Failure } from './protocol.ts';

/** How long one process waits for another's lock on the file, in ms. */
export const lockPatience = 5_000;

/** SQLite's primary result codes (sqlite.org/rescode.html) in words that say what to do. */
const sentences: Readonly<Record<number, string>> = {
  5: `Another process kept the database locked for ${lockPatience / 1000} s; nothing was changed. Try again, and look for a second server or a backup on the same folder.`,
  8: 'The database cannot be written; nothing was changed. Give the server write access to its data folder.',
  10: 'The disk reported an error while reading or writing the database. Check the disk before anything else is trusted to it.',
  11: 'The database file is damaged. Stop the server and restore the latest backup.',
  13: 'The disk is full; nothing was changed. Free some space and try again.',
  14: 'The database file cannot be opened. Check that the data folder exists and that the server may write in it.',
  18: 'What was to be stored is larger than SQLite can hold; nothing was changed.',
  19: 'Nothing was changed: something by this id is stored already, or something that it refers to is not.',
  26: 'The file is not a SQLite database. Move it away, or choose another data folder.',
};

/** SQLITE_CONSTRAINT_TRIGGER: the one trigger there is keeps a deleted document from returning. */
const refusedByTrigger = 1811;

const codes: Readonly<Record<number, StorageFault>> = {
  5: 'locked',
  11: 'damaged',
  13: 'full',
  26: 'damaged',
};

/**
 * Puts whatever was thrown in the worker into a sentence for the one who asked. Messages of SQLite
 * name tables and columns, never values, so `cause` may be logged.
 */
export function failureFrom(thrown: unknown): Failure {
  if (thrown instanceof StorageError) {
    const { message, code, cause } = thrown;
    return { message, code, cause };
  }
  if (resultCode(thrown) === refusedByTrigger) return { ...deletedDocument, cause: thrown };
  // The low byte is the primary code; extended codes refine it above (sqlite.org/rescode.html#pve).
  const primary = (resultCode(thrown) ?? 0) & 0xff;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    message: sentences[primary] ?? `The database failed: ${reason}.`,
    code: codes[primary] ?? 'failed',
    cause: thrown,
  };
}

/** What is said of a document that went with its process. */
export const deletedDocument = {
  message:
    'The document was deleted together with its process; nothing can be stored in it any more.',
  code: 'deleted',
} as const;

/** The other direction: the error that the caller's promise rejects with. */
export function errorFrom({ message, code, cause }: Failure): StorageError {
  return new StorageError(message, { code, cause });
}

function resultCode(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return undefined;
  return typeof thrown.errcode === 'number' ? thrown.errcode : undefined;
}
