import type { DatabaseSync } from 'node:sqlite';

/**
 * Notices that another connection, in this process or another one, has changed the database
 * (sqlite.org/pragma.html#pragma_data_version).
 */
export class ForeignChanges {
  readonly #version: () => unknown;
  #last: unknown;

  constructor(database: DatabaseSync) {
    const statement = database.prepare('PRAGMA data_version');
    this.#version = () => statement.get()?.data_version;
    this.#last = this.#version();
  }

  /** Whether that has happened since the last look. What was done on this connection does not count. */
  look(): boolean {
    const before = this.#last;
    try {
      this.#last = this.#version();
    } catch {
      // Locked for a moment: the next look sees the change as well.
      return false;
    }
    return this.#last !== before;
  }
}
