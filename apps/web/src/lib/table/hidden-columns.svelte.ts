import type { Column, TableRecord } from './column.ts';

/**
 * Which columns of a table this person does not see, remembered on this device. Only ids of columns
 * are kept, nothing of what stands in them.
 */
export class HiddenColumns {
  readonly #key: string;
  /** What the person has chosen, by column; the rest is as the column says. */
  #chosen: Readonly<Record<string, boolean>> = $state.raw({});

  /** @param table a name for the table, the same in every process */
  constructor(table: string) {
    this.#key = `parley:table:${table}:hidden`;
    this.#chosen = this.#read();
  }

  has<R extends TableRecord>(column: Column<R>): boolean {
    return this.#chosen[column.id] ?? column.hidden ?? false;
  }

  set(columnId: string, hidden: boolean) {
    this.#chosen = { ...this.#chosen, [columnId]: hidden };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#chosen));
    } catch {
      // A browser that keeps nothing still hides columns until the page is closed.
    }
  }

  #read(): Record<string, boolean> {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '{}');
      const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
      return Object.fromEntries(
        entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
      );
    } catch {
      return {};
    }
  }
}
