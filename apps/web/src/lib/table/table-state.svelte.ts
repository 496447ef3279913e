import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  createTable,
  createTableState,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type ColumnFiltersState,
  type SortingState,
} from '@tanstack/svelte-table';
import type { RowWriter } from './board-rows.ts';
import { compareKeys, hasWords, searchTextOf, sortKeyOf, textOf, valuesOf } from './cell-value.ts';
import { countValues, type ValueCount } from './column-values.ts';
import type { Column, TableRecord } from './column.ts';
import { HiddenColumns } from './hidden-columns.svelte.ts';
import { placesOf } from './place.ts';
import type { TableSession } from './table-session.ts';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  globalFilteringFeature,
});

/** Column of the engine that holds all cells of a row as one text; no column of a board has a space. */
const searchColumn = 'search text';

export interface TableSource<R extends TableRecord> {
  /** What the table is called where this device remembers its columns: `participants`. */
  readonly name: string;
  /** Every column that there is; the first one names the record and is never hidden. */
  readonly columns: () => readonly Column<R>[];
  readonly records: () => readonly R[];
  readonly session: TableSession;
  readonly writer: RowWriter<R>;
}

/**
 * What a table shows: its columns, and its records as searched, filtered and sorted. Make it while a
 * component is being set up.
 */
export class TableState<R extends TableRecord> {
  readonly source: TableSource<R>;
  readonly #hidden: HiddenColumns;
  readonly #table;
  readonly #sorting;
  readonly #filters;
  #search = $state('');

  readonly columns: readonly Column<R>[] = $derived.by(() => this.source.columns());
  readonly visibleColumns: readonly Column<R>[] = $derived.by(() =>
    this.columns.filter((column, index) => index === 0 || !this.#hidden.has(column)),
  );
  readonly byId: ReadonlyMap<string, R> = $derived.by(() => recordsById(this.source.records()));
  readonly rows: readonly R[] = $derived.by(() =>
    this.#table.getRowModel().rows.map((row) => row.original),
  );
  readonly rowIds: readonly string[] = $derived.by(() => this.rows.map((record) => record.id));
  /** Where a row stands among those shown, from 0. */
  readonly places: ReadonlyMap<string, number> = $derived.by(() => placesOf(this.rowIds));
  readonly total: number = $derived.by(() => this.source.records().length);

  constructor(source: TableSource<R>) {
    this.source = source;
    this.#hidden = new HiddenColumns(source.name);
    const [sorting, setSorting] = createTableState<SortingState>([]);
    const [filters, setFilters] = createTableState<ColumnFiltersState>([]);
    this.#sorting = { get: sorting, set: setSorting };
    this.#filters = { get: filters, set: setFilters };
    const definitions = $derived(this.#definitions());
    // Cells may show what other records say (the name of a delegation), and the engine keeps what it
    // has read of a row: new columns therefore come with new data.
    const data = $derived.by(() => dataFor(definitions, source.records()));
    const search = () => this.#search;
    this.#table = createTable<typeof features, R>({
      features,
      get columns() {
        return definitions;
      },
      get data() {
        return data;
      },
      getRowId: (record) => record.id,
      globalFilterFn: (row, columnId, typed: string) =>
        hasWords(row.getValue<string>(columnId), typed),
      getColumnCanGlobalFilter: (column) => column.id === searchColumn,
      state: {
        get sorting() {
          return sorting();
        },
        get columnFilters() {
          return filters();
        },
        get globalFilter() {
          return search().trim();
        },
      },
      onSortingChange: setSorting,
      onColumnFiltersChange: setFilters,
    });
  }

  #definitions(): ColumnDef<typeof features, R>[] {
    const columns = this.columns;
    return Plain.of<ColumnDef<typeof features, R>>(
      ...columns.map((column): ColumnDef<typeof features, R> => ({
        id: column.id,
        accessorFn: (record) => sortKeyOf(column, record),
        sortUndefined: 'last',
        sortFn: (a, b, id) => compareKeys(a.getValue(id), b.getValue(id)),
        filterFn: (row, _id, picked: readonly string[]) =>
          valuesOf(column, row.original).some((value) => picked.includes(value)),
      })),
      { id: searchColumn, accessorFn: (record) => searchTextOf(columns, record) },
    );
  }

  get search(): string {
    return this.#search;
  }

  set search(typed: string) {
    this.#search = typed;
  }

  /** The direction in which the rows are sorted by a column; null when they are not. */
  sortOf(columnId: string): 'ascending' | 'descending' | null {
    const sort = this.#sorting.get().find(({ id }) => id === columnId);
    if (!sort) return null;
    return sort.desc ? 'descending' : 'ascending';
  }

  /** Ascending, then descending, then as people ordered the rows. */
  turnSort(columnId: string) {
    const now = this.sortOf(columnId);
    this.#sorting.set(now === 'descending' ? [] : [{ id: columnId, desc: now === 'ascending' }]);
  }

  /** The values that a column is filtered by; empty when it is not. */
  filterOf(columnId: string): readonly string[] {
    const value = this.#filters.get().find(({ id }) => id === columnId)?.value;
    return Array.isArray(value) ? value : [];
  }

  setFilter(columnId: string, values: readonly string[]) {
    this.#filters.set([
      ...this.#filters.get().filter(({ id }) => id !== columnId),
      ...(values.length > 0 ? [{ id: columnId, value: values }] : []),
    ]);
  }

  readonly filteredColumns: readonly Column<R>[] = $derived.by(() =>
    this.columns.filter((column) => this.filterOf(column.id).length > 0),
  );

  /** Whether anything hides rows at this moment. */
  readonly isNarrowed: boolean = $derived.by(
    () => this.#search.trim() !== '' || this.filteredColumns.length > 0,
  );

  showAllRows() {
    this.#search = '';
    this.#filters.set([]);
  }

  /** The values of a column among all records: options in their order, other texts alphabetically. */
  valuesIn(column: Column<R>): readonly ValueCount[] {
    return countValues(column, this.source.records());
  }

  isHidden(column: Column<R>): boolean {
    return column !== this.columns[0] && this.#hidden.has(column);
  }

  setHidden(columnId: string, hidden: boolean) {
    this.#hidden.set(columnId, hidden);
  }

  /** What stands in a cell, in words. */
  text(record: R, column: Column<R>): string {
    return textOf(column, record);
  }
}

function recordsById<R extends TableRecord>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}

/**
 * A list that Svelte leaves as it is. The engine keeps its options as deep state: of a usual array it would
 * get another proxy with each option that changes, and would read all rows anew to sort them.
 */
class Plain<T> extends Array<T> {}

/** New data for the engine whenever one of the two has changed. */
const dataFor = <R>(_definitions: unknown, records: readonly R[]): R[] => Plain.from(records);
