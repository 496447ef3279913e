import type { Result } from '@parley/model';

/** Somebody else's page, as far as a table shows it. */
interface TablePeer {
  readonly clientId: number;
  readonly user: { readonly id: string; readonly name: string; readonly color: number };
}

/** What a table needs of an open space; a `SpaceSession` is one. */
export interface TableSession {
  readonly canEdit: boolean;
  readonly selection: {
    readonly ids: readonly string[];
    set(ids: readonly string[]): void;
    toggle(id: string): void;
    clear(): void;
  };
  peersOn(recordId: string): readonly TablePeer[];
  /** How many threads of comments about a record are not resolved. */
  openThreadsOn(recordId: string): number;
  editorsOf(recordId: string, field: string): readonly TablePeer[];
  setPresence(presence: {
    editing: { readonly record: string; readonly field: string } | null;
  }): void;
  /** Shows a refused write as one sentence. @returns whether it was done */
  say(result: Result<unknown>): boolean;
}
