import {
  carryOutMap,
  readAs,
  type ActorTarget,
  type ChosenWords,
  type MapPlan,
  type SheetMapping,
  type TieTarget,
  type WhenThere,
  type WordChoices,
  type WordTaken,
} from '@parley/exchange/map';
import { newId, type Result } from '@parley/model';
import { untrack } from 'svelte';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { FilesAside, NotWanted } from './files-aside.ts';
import type { FilesOrder, FilesProgress, SheetToRead } from './map-files.ts';
import type { RefusedFile } from '#lib/table/tables-of.ts';

type PlanOrder = Omit<Extract<FilesOrder, { ask: 'plan' }>, 'ask'>;

/**
 * One import, from files to actors and ties on the map. Files are read and planned in a worker; nothing
 * is written before `run`. Made by the component that shows it, which also ends it.
 */
export class MapImport {
  readonly #session: SpaceSession;
  readonly #aside = new FilesAside((progress) => (this.progress = progress));
  sheets: readonly SheetToRead[] = $state.raw([]);
  refused: RefusedFile | null = $state.raw(null);
  whenThere: WhenThere = $state('update');
  addsNamed = $state(false);
  /** What was said of words: it holds for every file as long as the dialog is open. */
  words: ChosenWords = $state.raw({ actors: new Map(), ties: new Map() });
  /** What the worker is at; null: at nothing. */
  busyWith: 'reading' | 'planning' | null = $state(null);
  progress: FilesProgress | null = $state.raw(null);
  plan: MapPlan | null = $state.raw(null);
  /** Whether the plan is being carried out: it does not change with what it adds. */
  running = $state(false);
  #wanted: PlanOrder | null = null;

  constructor(session: SpaceSession) {
    this.#session = session;
    $effect(() => {
      if (this.running || this.sheets.length === 0) return;
      const order: PlanOrder = {
        mappings: this.sheets.map(({ mapping }) => mapping),
        context: {
          // Rows are matched with what is written, whatever this screen shows.
          actors: session.live.written('actor'),
          ties: session.live.list('tie'),
          settings: { tieLabels: session.settings.tieLabels },
          whenThere: this.whenThere,
          addsNamed: this.addsNamed,
          words: this.words,
        },
      };
      untrack(() => void this.#planFor(order));
    });
    $effect(() => () => this.#aside.stop());
  }

  /** Reads one workbook, or CSV files; how they are read is guessed anew. */
  async read(files: readonly File[]): Promise<void> {
    this.reset();
    this.busyWith = 'reading';
    try {
      const outcome = await this.#aside.read(files);
      this.busyWith = null;
      if (!outcome.ok) {
        this.refused = outcome.refused;
        return;
      }
      this.sheets = outcome.sheets;
      // A file of nothing but ties means those whom it names.
      this.addsNamed = !this.sheets.some(({ mapping }) => mapping.holds === 'actors');
    } catch (fault) {
      if (!(fault instanceof NotWanted)) this.#fail(fault);
    }
  }

  /** Back to choosing files: what is under way ends. */
  reset(): void {
    this.#aside.stop();
    this.sheets = [];
    this.plan = null;
    this.refused = null;
    this.progress = null;
    this.busyWith = null;
  }

  setHolds(at: number, holds: SheetMapping['holds']): void {
    this.#map(at, ({ sample, mapping }) =>
      readAs(holds, sample, mapping.holds === 'nothing' ? 0 : mapping.headerRow),
    );
  }

  /** @param row place among the sheet's rows, from 0; null: nothing names the columns */
  setHeaderRow(at: number, row: number | null): void {
    this.#map(at, ({ sample, mapping }) => readAs(mapping.holds, sample, row));
  }

  /** Says what a column becomes; another one that was to become the same keeps its own name. */
  setTarget(at: number, column: number, target: ActorTarget | TieTarget): void {
    const put = <Target extends string>(
      columns: readonly Target[],
      wanted: Target,
      own: Target,
    ): Target[] =>
      columns.map((other, index) => {
        if (index === column) return wanted;
        return other === wanted && target !== 'own' && target !== 'ignore' ? own : other;
      });
    this.#map(at, ({ mapping }) => {
      if (mapping.holds === 'nothing') return mapping;
      // The choices of a sheet are those of what it holds.
      return mapping.holds === 'actors'
        ? { ...mapping, columns: put(mapping.columns, target as ActorTarget, 'own') }
        : { ...mapping, columns: put(mapping.columns, target as TieTarget, 'own') };
    });
  }

  /** Says what a word of the files stands for. @param value empty: for none of ours */
  setWord({ holds, field, folded }: WordTaken, value: string): void {
    const put = <Field>(
      choices: ReadonlyMap<Field, WordChoices>,
      of: Field,
    ): ReadonlyMap<Field, WordChoices> =>
      new Map(choices).set(of, new Map(choices.get(of)).set(folded, value));
    const { actors, ties } = this.words;
    this.words =
      holds === 'actors'
        ? { actors: put(actors, field), ties }
        : { actors, ties: put(ties, field) };
  }

  /** Adds and changes actors and ties: one step of undo. @returns how many */
  async run(): Promise<Result<number>> {
    const { plan } = this;
    if (!plan || this.running || this.busyWith) return { ok: true, value: 0 };
    this.running = true;
    try {
      const steps = carryOutMap(this.#session.board, plan, newId());
      let step = steps.next();
      while (!step.done) {
        await new Promise((next) => setTimeout(next));
        step = steps.next();
      }
      return step.value;
    } finally {
      this.running = false;
    }
  }

  /** Plans; whatever is asked for meanwhile is planned after that, the last of it alone. */
  async #planFor(order: PlanOrder): Promise<void> {
    this.#wanted = order;
    if (this.busyWith) return;
    this.busyWith = 'planning';
    try {
      while (this.#wanted) {
        const next = this.#wanted;
        this.#wanted = null;
        this.plan = await this.#aside.plan(next);
      }
      this.busyWith = null;
      this.progress = null;
    } catch (fault) {
      if (!(fault instanceof NotWanted)) this.#fail(fault);
    }
  }

  /** The worker could not do it. */
  #fail(fault: unknown): void {
    this.reset();
    this.refused = { reason: 'unreadable' };
    reportError(fault);
  }

  #map(at: number, mapping: (sheet: SheetToRead) => SheetMapping): void {
    this.sheets = this.sheets.map((sheet, index) =>
      index === at ? { ...sheet, mapping: mapping(sheet) } : sheet,
    );
  }
}
