import type { Storage } from '../contract.ts';

/** A storage to be tested, and what surrounds it. */
export interface OpenedStorage {
  readonly storage: Storage;
  /** Opens the same data once more beside what is open, as a second server process does. */
  another(): Promise<Storage>;
  /**
   * Closes the storage that is open and opens another on the same data, as a restart does. May be
   * called several times.
   */
  reopen(): Promise<Storage>;
  /** Closes whatever is still open and removes the data. */
  cleanup(): Promise<void>;
}

export type OpenStorage = () => Promise<OpenedStorage>;

/** One part of the suite; `opened` gives the storage of the test that is running. */
export type ContractPart = (opened: () => OpenedStorage) => void;
