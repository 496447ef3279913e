import { importLimits, readTable } from '@parley/exchange';
import {
  carryOutMap,
  guessSheet,
  planMapImport,
  readAs,
  type ActorTarget,
  type MapPlan,
  type MappedSheet,
  type SheetMapping,
  type TieTarget,
  type WhenThere,
} from '@parley/exchange/map';
import { isWorkbook, readXlsx, type RefusedWorkbook } from '@parley/exchange/xlsx';
import { newId, type Result } from '@parley/model';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';

/** Why files are not read. */
export type RefusedFiles = RefusedWorkbook | { readonly reason: 'unreadable' };

/** One import, from files to actors and ties on the map. Nothing is written before `run`. */
export class MapImport {
  readonly #session: SpaceSession;
  sheets: readonly MappedSheet[] = $state.raw([]);
  refused: RefusedFiles | null = $state.raw(null);
  whenThere: WhenThere = $state('update');
  addsNamed = $state(false);
  readonly #planned: MapPlan | null = $derived.by(() =>
    this.sheets.length === 0
      ? null
      : planMapImport(this.sheets, {
          actors: this.#session.live.list('actor'),
          ties: this.#session.live.list('tie'),
          settings: this.#session.settings,
          whenThere: this.whenThere,
          addsNamed: this.addsNamed,
        }),
  );
  /** The plan that is being carried out: it does not change with what it adds. */
  #running: MapPlan | null = $state.raw(null);

  constructor(session: SpaceSession) {
    this.#session = session;
  }

  get plan(): MapPlan | null {
    return this.#running ?? this.#planned;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** Reads one workbook, or CSV files; how they are read is guessed anew. */
  async read(files: readonly File[]): Promise<void> {
    this.reset();
    try {
      const read = await Promise.all(files.map(tablesOf));
      const refused = read.find((one) => !Array.isArray(one));
      if (refused && !Array.isArray(refused)) {
        this.refused = refused;
        return;
      }
      const tables = read.flatMap((one) => (Array.isArray(one) ? one : []));
      this.sheets = tables.map(({ name, table }) => ({
        name,
        table,
        mapping: guessSheet(name, table, tables.length === 1),
      }));
      // A file of nothing but ties means those whom it names.
      this.addsNamed = !this.sheets.some(({ mapping }) => mapping.holds === 'actors');
    } catch {
      this.refused = { reason: 'unreadable' };
    }
  }

  /** Back to choosing files. */
  reset(): void {
    this.sheets = [];
    this.refused = null;
  }

  setHolds(at: number, holds: SheetMapping['holds']): void {
    this.#map(at, ({ table }) => readAs(holds, table, true));
  }

  setHeader(at: number, hasHeader: boolean): void {
    this.#map(at, ({ table, mapping }) => readAs(mapping.holds, table, hasHeader));
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

  /** Adds and changes actors and ties: one step of undo. @returns how many */
  async run(): Promise<Result<number>> {
    const { plan } = this;
    if (!plan || this.running) return { ok: true, value: 0 };
    this.#running = plan;
    try {
      const steps = carryOutMap(this.#session.board, plan, newId());
      let step = steps.next();
      while (!step.done) {
        await new Promise((next) => setTimeout(next));
        step = steps.next();
      }
      return step.value;
    } finally {
      this.#running = null;
    }
  }

  #map(at: number, mapping: (sheet: MappedSheet) => SheetMapping): void {
    this.sheets = this.sheets.map((sheet, index) =>
      index === at ? { ...sheet, mapping: mapping(sheet) } : sheet,
    );
  }
}

async function tablesOf(file: File) {
  const { bytes: most } = importLimits;
  // A film that was chosen by mistake would fill the memory before it could be refused.
  if (file.size > most) return { reason: 'too-large', bytes: file.size, most } as const;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isWorkbook(bytes)) {
    const outcome = readXlsx(bytes);
    return outcome.ok ? [...outcome.sheets] : outcome;
  }
  const outcome = readTable(new TextDecoder().decode(bytes));
  return outcome.ok ? [{ name: file.name, table: outcome.table }] : outcome;
}
