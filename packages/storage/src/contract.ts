import type { AuditTrail } from './contract/audit.ts';
import type { Administration } from './contract/administration.ts';
import type { Arrivals } from './contract/arrivals.ts';
import type { Ballots } from './contract/ballots.ts';
import type { DocumentLog } from './contract/document-log.ts';
import type { Invitations } from './contract/invitations.ts';
import type { Persons } from './contract/persons.ts';
import type { Processes } from './contract/processes.ts';
import type { SealedRatings } from './contract/sealed-ratings.ts';
import type { Spaces } from './contract/spaces.ts';

export type * from './contract/audit.ts';
export type * from './contract/administration.ts';
export type * from './contract/arrivals.ts';
export type * from './contract/ballots.ts';
export type * from './contract/document-log.ts';
export type * from './contract/invitations.ts';
export type * from './contract/persons.ts';
export type * from './contract/processes.ts';
export type * from './contract/sealed-ratings.ts';
export type * from './contract/spaces.ts';
export { StorageError, type StorageFault } from './contract/storage-error.ts';

/**
 * What Parley asks of a place to keep things. Two halves that one implementation provides together:
 * the update log of Yjs documents, and the relational data that says who may open which of them.
 *
 * Every promise resolves only after the change is durable (R6), and rejects with a `StorageError`
 * when it is not. Nothing here knows what a document holds.
 *
 * Calls take effect in the order in which they were made, awaited or not. Ids and other text are kept
 * and compared exactly, character by character; text with half a surrogate pair is refused, because
 * no encoding keeps it.
 */
export interface Storage {
  readonly documents: DocumentLog;
  readonly registry: Registry;
  /**
   * Calls the listener within 500 ms after somebody else, such as the command line beside a running
   * server, has changed what is stored; once for several changes. Never for changes made here.
   */
  onForeignChange(listener: () => void): void;
  /** Resolves when the storage can answer; rejects with a `StorageError` otherwise (`/readyz`). */
  ping(): Promise<void>;
  /** Commits what was asked for, releases every file and ends the worker. Calling it twice is allowed. */
  close(): Promise<void>;
}

/** The relational half, by area. */
export interface Registry
  extends
    Processes,
    Spaces,
    Persons,
    Invitations,
    Arrivals,
    Ballots,
    SealedRatings,
    AuditTrail,
    Administration {}
