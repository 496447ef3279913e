import { StorageError } from '@parley/storage';
import type { SyncEvent, SyncLog } from '@parley/sync/server';
import { fault, type Log } from './log.ts';

/** What an operator does about it, where there is something to be done. */
const advice: Partial<Record<SyncEvent['kind'], string>> = {
  'load-failed':
    'A document could not be loaded. It is set aside: nothing is written to it, and other documents are served. If this goes on, check the disk and restore the document from a backup.',
  'commit-failed':
    'Changes could not be stored. They wait unacknowledged and are tried again. Check the disk and the space on it.',
};

/** Says the events of the sync server in the log: documents by id, faults without their messages. */
export function sayIn(log: Log): SyncLog {
  return (event) => {
    const { kind, documentId } = event;
    const sentence = advice[kind] ?? 'Sync.';
    if ('error' in event && isDeleted(event.error)) {
      log.info({ kind, documentId }, 'The document was deleted together with its process.');
    } else if ('error' in event)
      log.error({ kind, documentId, fault: fault(event.error) }, sentence);
    else log.info({ kind, documentId, code: event.code }, sentence);
  };
}

/** An open room finds out so, and goes; nobody has to do anything about it. */
const isDeleted = (error: unknown): boolean =>
  error instanceof StorageError && error.code === 'deleted';
