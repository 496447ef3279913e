import {
  columnsInUse,
  guessMapping,
  planImport,
  portionsOf,
  readTable,
  type ColumnMapping,
  type ColumnTarget,
  type ImportContext,
  type ImportPlan,
  type RefusedText,
  type Table,
} from '@parley/exchange';
import { newId, type Result } from '@parley/model';
import type { ParticipantsState } from '../participants-state.svelte.ts';

/** One import, from a text to people on the list. Nothing is written before `run`. */
export class ImportState {
  readonly #state: ParticipantsState;
  table: Table | null = $state.raw(null);
  refused: RefusedText | null = $state.raw(null);
  mapping: ColumnMapping = $state.raw({ hasHeader: false, columns: [] });
  /** Whether delegations that the map does not have are added to it. */
  createsDelegations = $state(false);

  /** What each column can become. */
  readonly targets: readonly ColumnTarget[] = $derived.by(() => [
    'ignore',
    ...columnsInUse(this.#state.session.settings),
    'givenName',
    'familyName',
  ]);
  readonly #planned: ImportPlan | null = $derived.by(() =>
    this.table ? planImport(this.table, this.mapping, this.#context([])) : null,
  );
  /** The plan that is being carried out: it does not change with the people that it adds. */
  #running: ImportPlan | null = $state.raw(null);

  constructor(state: ParticipantsState) {
    this.#state = state;
  }

  /** Reads a text; the mapping is guessed anew. */
  read(text: string) {
    const outcome = readTable(text);
    this.refused = outcome.ok ? null : outcome;
    this.table = outcome.ok ? outcome.table : null;
    if (outcome.ok) {
      this.mapping = guessMapping(outcome.table, this.#state.session.settings);
      this.createsDelegations = false;
    }
  }

  /** Back to choosing a file. */
  reset() {
    this.table = null;
    this.refused = null;
  }

  setHeader(hasHeader: boolean) {
    this.mapping = { ...this.mapping, hasHeader };
  }

  /** Says what a column becomes; another column that was to become the same is left out. */
  setTarget(index: number, target: ColumnTarget) {
    const columns = this.mapping.columns.map((other, at) => {
      if (at === index) return target;
      return other === target && target !== 'ignore' ? 'ignore' : other;
    });
    this.mapping = { ...this.mapping, columns };
  }

  get plan(): ImportPlan | null {
    return this.#running ?? this.#planned;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /**
   * Adds the people: one step of undo, all of them or none. A long list is written in portions, each
   * small enough to be sent at once (R4). @returns how many were added
   */
  async run(): Promise<Result<number>> {
    const { table, plan } = this;
    if (!table || !plan || this.running) return { ok: true, value: 0 };
    this.#running = plan;
    try {
      return await this.#write(table, plan);
    } finally {
      this.#running = null;
    }
  }

  async #write(table: Table, plan: ImportPlan): Promise<Result<number>> {
    const { board } = this.#state.session;
    const gesture = newId();
    const names = this.createsDelegations ? plan.missingDelegations.map(({ name }) => name) : [];
    let written = 0;
    // What follows with the same name and gesture is one step of undo.
    const act = <T>(write: () => Result<T>) => board.act('import participants', write, gesture);
    const actors = act(() =>
      board.createAll(
        'actor',
        names.map((name) => ({ name })),
      ),
    );
    if (!actors.ok) return actors;
    const added = actors.value.map((id, index) => ({ id, name: names[index] ?? '' }));
    // With the new actors known, the same rows name their delegations.
    const { rows } =
      added.length > 0 ? planImport(table, this.mapping, this.#context(added)) : plan;
    for (const portion of portionsOf(rows.map(({ record }) => record))) {
      const people = act(() => board.createAll('participant', portion));
      if (!people.ok) {
        if (written > 0 || added.length > 0) board.undo();
        return people;
      }
      written += people.value.length;
      await new Promise((next) => setTimeout(next));
    }
    return { ok: true, value: written };
  }

  #context(added: ImportContext['actors']): ImportContext {
    const { session, actors, people } = this.#state;
    return { settings: session.settings, actors: [...actors, ...added], participants: people };
  }
}
