import type { ProcessRow, SpaceRow } from './processes.ts';

/** When something came to its end, in milliseconds since 1970 (UTC); null while it goes on. */
interface Ending {
  readonly endedAt: number | null;
}

/**
 * What only the one who runs the server may ask, on the command line: it is bound to no person, so no
 * answer to a person is made of it.
 */
export interface Administration {
  /** Newest first; ended ones too. */
  everyProcess(): Promise<readonly (ProcessRow & Ending)[]>;
  /** Ended ones too; oldest first, those of the same moment in the order in which they were given. */
  everySpaceOf(processId: string): Promise<readonly (SpaceRow & Ending)[]>;
  /**
   * Removes a process with all that belongs to it, in one transaction: its spaces, their members,
   * invitations, arrivals and ballots, guests who are nowhere else, and its documents. Overwrites
   * bytes on the disk as `DocumentLog.delete` does. The audit trail stays.
   *
   * The ids of the documents stay taken: nothing can be stored under them again, so that a server
   * that still has one open cannot write it back.
   *
   * Resolves to false, and changes nothing, where there is no such process.
   *
   * @param documentsOf the ids of the documents of each of its spaces, by the id of the space
   * @throws StorageError, and nothing has changed, when those are not all of its spaces: somebody has
   * made one meanwhile
   */
  deleteProcess(
    processId: string,
    documentsOf: Readonly<Record<string, readonly string[]>>,
  ): Promise<boolean>;
  /**
   * Ends every guest's session and takes back every invitation that still works, in one transaction.
   *
   * @param at milliseconds since 1970 (UTC)
   */
  withdrawEveryLink(at: number): Promise<void>;
}
