import {
  columnsInUse,
  guessMapping,
  planImport,
  readTable,
  type ColumnMapping,
  type ColumnTarget,
  type ImportContext,
  type ImportPlan,
  type RefusedText,
  type Table,
} from '@parley/exchange';
import type { Result } from '@parley/model';
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
  readonly plan: ImportPlan | null = $derived.by(() =>
    this.table ? planImport(this.table, this.mapping, this.#context([])) : null,
  );

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

  /** Adds the people: one act, one step of undo. @returns how many were added */
  run(): Result<number> {
    const { table, plan } = this;
    const { board } = this.#state.session;
    if (!table || !plan) return { ok: true, value: 0 };
    return board.act('import participants', (): Result<number> => {
      const missing = this.createsDelegations ? plan.missingDelegations : [];
      const names = missing.map(({ name }) => name);
      const actors = board.createAll(
        'actor',
        names.map((name) => ({ name })),
      );
      if (!actors.ok) return actors;
      const added = actors.value.map((id, index) => ({ id, name: names[index] ?? '' }));
      // With the new actors known, the same rows name their delegations.
      const { rows } =
        added.length > 0 ? planImport(table, this.mapping, this.#context(added)) : plan;
      const people = board.createAll(
        'participant',
        rows.map(({ record }) => record),
      );
      return people.ok ? { ok: true, value: people.value.length } : people;
    });
  }

  #context(added: ImportContext['actors']): ImportContext {
    const { session, actors, people } = this.#state;
    return { settings: session.settings, actors: [...actors, ...added], participants: people };
  }
}
