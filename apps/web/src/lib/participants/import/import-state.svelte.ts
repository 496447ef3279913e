import {
  columnsInUse,
  foldTerm,
  guessMapping,
  planImport,
  portionsOf,
  readTable,
  type ColumnMapping,
  type ColumnTarget,
  type ImportContext,
  type ImportPlan,
  type ParticipantColumn,
  type Table,
  type ValueMeanings,
  type WhenThere,
} from '@parley/exchange';
import { newId, type Result } from '@parley/model';
import { tablesOf, type NamedTable, type RefusedFile } from '#lib/table/tables-of.ts';
import type { ParticipantsState } from '../participants-state.svelte.ts';

/** How far an import has come. */
interface Progress {
  readonly done: number;
  readonly of: number;
}

/** People whose changes are written at once: a portion must fit into one frame (R4). */
const changesAtOnce = 200;

/** One import, from a text or a file to people on the list. Nothing is written before `run`. */
export class ImportState {
  readonly #state: ParticipantsState;
  tables: readonly NamedTable[] = $state.raw([]);
  table: Table | null = $state.raw(null);
  refused: RefusedFile | null = $state.raw(null);
  mapping: ColumnMapping = $state.raw({ hasHeader: false, columns: [] });
  whenThere: WhenThere = $state('skip');
  /** Whether delegations that the map does not have are added to it. */
  createsDelegations = $state(false);
  progress: Progress | null = $state.raw(null);
  #cancelled = false;

  /** What each column can become. */
  readonly targets: readonly ColumnTarget[] = $derived.by(() => [
    'ignore',
    ...columnsInUse(this.#state.session.settings),
    'id',
    'givenName',
    'familyName',
  ]);
  readonly #planned: ImportPlan | null = $derived.by(() =>
    this.table ? planImport(this.table, this.mapping, this.#context()) : null,
  );
  /** The plan that is being carried out: it does not change with the people that it adds. */
  #running: ImportPlan | null = $state.raw(null);

  constructor(state: ParticipantsState) {
    this.#state = state;
  }

  /** Reads a text; the mapping is guessed anew. */
  read(text: string): void {
    const outcome = readTable(text);
    this.reset();
    if (outcome.ok) this.#take([{ name: '', table: outcome.table }]);
    else this.refused = outcome;
  }

  /** Reads a text file or a workbook. */
  async readFile(file: File): Promise<void> {
    this.reset();
    try {
      const read = await tablesOf(file);
      if ('reason' in read) this.refused = read;
      else this.#take(read);
    } catch {
      this.refused = { reason: 'unreadable' };
    }
  }

  /** Reads another sheet of the workbook. */
  choose(table: Table): void {
    this.table = table;
    this.mapping = guessMapping(table, this.#state.session.settings);
    this.createsDelegations = false;
    // Whoever brings ids back means those people.
    this.whenThere = this.mapping.columns.includes('id') ? 'update' : 'skip';
  }

  /** Back to choosing a file. */
  reset(): void {
    this.tables = [];
    this.table = null;
    this.refused = null;
  }

  setHeader(hasHeader: boolean): void {
    this.mapping = { ...this.mapping, hasHeader };
  }

  /** Says what a column becomes; another column that was to become the same is left out. */
  setTarget(index: number, target: ColumnTarget): void {
    const columns = this.mapping.columns.map((other, at) => {
      if (at === index) return target;
      return other === target && target !== 'ignore' ? 'ignore' : other;
    });
    this.mapping = { ...this.mapping, columns };
  }

  /** Says what a word in a column means. @param value the value's own name; `''`: it stays unknown; null: takes it back */
  setMeaning(column: ParticipantColumn, word: string, value: string | null): void {
    const meanings = new Map(this.mapping.meanings);
    const words = new Map(meanings.get(column));
    if (value === null) words.delete(foldTerm(word));
    else words.set(foldTerm(word), value);
    this.mapping = { ...this.mapping, meanings: meanings.set(column, words) };
  }

  get meanings(): ValueMeanings {
    return this.mapping.meanings ?? new Map();
  }

  get plan(): ImportPlan | null {
    return this.#running ?? this.#planned;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** Ends an import that runs; what it has written is taken back. */
  cancel(): void {
    this.#cancelled = true;
  }

  /**
   * Adds and changes the people: one step of undo, all of them or none. A long list is written in
   * portions, each small enough to be sent at once (R4).
   * @returns how many were added and changed; null when it was cancelled
   */
  async run(): Promise<Result<{ readonly added: number; readonly changed: number } | null>> {
    const { table, plan } = this;
    if (!table || !plan || this.running) return { ok: true, value: null };
    this.#running = plan;
    this.#cancelled = false;
    this.progress = { done: 0, of: plan.rows.length + plan.changes.length };
    try {
      return await this.#write(table, plan);
    } finally {
      this.#running = null;
      this.progress = null;
    }
  }

  async #write(table: Table, plan: ImportPlan) {
    const { board } = this.#state.session;
    const gesture = newId();
    const names = this.createsDelegations ? plan.missingDelegations.map(({ name }) => name) : [];
    let written = names.length;
    // What follows with the same name and gesture is one step of undo.
    const act = <T>(write: () => Result<T>) => board.act('import participants', write, gesture);
    const actors = act(() =>
      board.createAll(
        'actor',
        names.map((name) => ({ name })),
      ),
    );
    if (!actors.ok) return actors;
    // With the new actors on the board, the same rows name their delegations.
    const { rows, changes } =
      names.length > 0 ? planImport(table, this.mapping, this.#context()) : plan;
    const steps = [
      ...portionsOf(rows.map(({ record }) => record)).map((portion) => ({
        people: portion.length,
        write: (): Result<unknown> => board.createAll('participant', portion),
      })),
      ...chunked(changes, changesAtOnce).map((portion) => ({
        people: portion.length,
        write: (): Result<unknown> => {
          for (const { id, patch } of portion) {
            // Who was removed while the file was looked at stays removed.
            if (!board.get('participant', id)) continue;
            const changed = board.change('participant', id, patch);
            if (!changed.ok) return changed;
          }
          return { ok: true, value: undefined };
        },
      })),
    ];
    let done = 0;
    for (const { people, write } of steps) {
      const outcome = this.#cancelled ? null : act(write);
      if (!outcome?.ok) {
        if (written > 0) board.undo();
        return outcome ?? { ok: true as const, value: null };
      }
      written += people;
      done += people;
      this.progress = { done, of: rows.length + changes.length };
      await new Promise((next) => setTimeout(next));
    }
    return { ok: true as const, value: { added: rows.length, changed: changes.length } };
  }

  #take(tables: readonly NamedTable[]): void {
    this.tables = tables;
    const [first] = tables;
    if (first) this.choose(first.table);
  }

  #context(): ImportContext {
    const { session } = this.#state;
    // Rows are matched with what is written, whatever this screen shows.
    return {
      settings: session.settings,
      actors: session.live.written('actor'),
      participants: session.live.written('participant'),
      whenThere: this.whenThere,
    };
  }
}

const chunked = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
