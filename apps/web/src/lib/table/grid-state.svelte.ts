import { readInput, textOf, type InputProblem } from './cell-value.ts';
import { isEditable, type Column, type TableRecord } from './column.ts';
import type { GridIntent } from './grid-keys.ts';
import {
  allSelected,
  checkColumn,
  draftRow,
  headRow,
  idsBetween,
  placeAt,
  samePlace,
  type Place,
} from './place.ts';
import type { TableState } from './table-state.svelte.ts';

/**
 * Where the keyboard goes after an edit: the row below, the next or previous cell to fill in, the same
 * cell; or it has `left` for somewhere else already.
 */
export type Onward = 'down' | 'next' | 'previous' | 'stay' | 'left';

export interface GridOptions<R extends TableRecord> {
  readonly table: TableState<R>;
  /** Rows a page key moves by. */
  readonly pageRows: () => number;
  readonly removeRows: (ids: readonly string[]) => void;
  readonly openFilter: (columnId: string) => void;
}

/**
 * The keyboard's place in a grid, the cell that is being edited, and which rows are selected. It
 * remembers places by record and column, never by number: rows move while people work.
 */
export class GridState<R extends TableRecord> {
  readonly #options: GridOptions<R>;
  readonly #table: TableState<R>;
  active: Place | null = $state.raw(null);
  editing: Place | null = $state.raw(null);
  /** What is typed into the cell that is being edited. */
  draft = $state('');
  /** Why the draft cannot be saved. */
  problem: InputProblem | null = $state.raw(null);
  /** Grows each time that the active cell should take the focus. */
  focusCalls = $state(0);
  #anchor: string | null = null;
  #lastPlace = 0;

  constructor(options: GridOptions<R>) {
    this.#options = options;
    this.#table = options.table;
  }

  get #session() {
    return this.#table.source.session;
  }

  get canEdit(): boolean {
    return this.#session.canEdit;
  }

  /** The columns in the order of the keyboard, the checkboxes first. */
  readonly columnIds: readonly string[] = $derived.by(() => [
    checkColumn,
    ...this.#table.visibleColumns.map(({ id }) => id),
  ]);
  /** The cell that Tab comes to from outside. */
  readonly home: Place | null = $derived.by(() => {
    const { active } = this;
    const shown = active && (active.row === headRow || this.#table.places.has(active.row));
    if (shown && this.columnIds.includes(active.column)) return active;
    const column = this.#table.visibleColumns[0];
    return column ? { row: this.#table.rowIds[0] ?? headRow, column: column.id } : null;
  });

  isEditing(row: string, column: string): boolean {
    return samePlace(this.editing, { row, column });
  }

  /** Does what a key press asked for. @returns whether the browser should leave it at that */
  run(intent: GridIntent): boolean {
    const from = this.home;
    if (!from) return false;
    const extent = { rows: [headRow, ...this.#table.rowIds], columns: this.columnIds };
    const go = (rows: number, columns: number) => placeAt(extent, from, rows, columns);
    switch (intent.kind) {
      case 'move':
        this.go(go(intent.rows, intent.columns), { extend: intent.extend });
        return true;
      case 'page':
        this.go(go(intent.direction * this.#options.pageRows(), 0));
        return true;
      case 'jump':
        this.go(this.#edge(intent.to, from));
        return true;
      case 'edit':
        if (from.row === headRow) {
          if (intent.start !== null) return false;
          if (from.column === checkColumn) this.toggleAll();
          else this.#table.turnSort(from.column);
        } else if (from.column === checkColumn) this.toggle(from.row);
        else this.edit(from, intent.start);
        return true;
      case 'toggle':
        if (from.row === headRow) this.toggleAll();
        else this.toggle(from.row);
        return true;
      case 'select-all':
        this.#session.selection.set(this.#table.rowIds);
        return true;
      case 'filter':
        if (from.column !== checkColumn) this.#options.openFilter(from.column);
        return true;
      case 'clear-cell':
        if (from.column === checkColumn) this.#remove(from);
        else this.#clear(from);
        return true;
      case 'remove':
        this.#remove(from);
        return true;
      case 'leave':
        this.#session.selection.clear();
        return true;
    }
  }

  /** Moves the keyboard to a cell; the row there becomes the selected one, unless several are chosen. */
  go(place: Place | null, { extend = false, focus = true } = {}) {
    if (!place) return;
    this.active = place;
    this.#lastPlace = this.#table.places.get(place.row) ?? 0;
    if (focus) this.focusCalls += 1;
    if (place.row === headRow || place.row === draftRow) return;
    if (extend) this.extendTo(place.row);
    else if (this.#session.selection.ids.length <= 1) this.select(place.row);
  }

  select(row: string) {
    this.#anchor = row;
    const { ids } = this.#session.selection;
    if (ids.length !== 1 || ids[0] !== row) this.#session.selection.set([row]);
  }

  toggle(row: string) {
    this.#anchor = row;
    this.#session.selection.toggle(row);
  }

  /** Selects every row that is shown, or none when all of them are selected. */
  toggleAll() {
    const { selection } = this.#session;
    if (allSelected(this.#table.rowIds, selection.ids)) selection.clear();
    else selection.set(this.#table.rowIds);
  }

  /** Selects the rows from the one chosen last to this one. */
  extendTo(row: string) {
    const { ids } = this.#session.selection;
    const anchor = this.#anchor ?? ids[0] ?? null;
    this.#anchor = anchor ?? row;
    this.#session.selection.set(idsBetween(this.#table.rowIds, anchor, row));
  }

  /** The record behind the active cell has gone: the keyboard stays where it was in the list. */
  settle(rowIds: readonly string[]) {
    const { active } = this;
    if (!active || active.row === headRow || active.row === draftRow) return;
    if (this.#table.places.has(active.row)) {
      this.#lastPlace = this.#table.places.get(active.row) ?? 0;
      return;
    }
    const row = rowIds[Math.min(this.#lastPlace, rowIds.length - 1)] ?? headRow;
    if (this.editing?.row === active.row) this.cancel();
    this.active = { row, column: active.column };
    this.focusCalls += 1;
  }

  /** Starts editing a cell. @param start the text typed so far; null: begin with what stands there */
  edit(place: Place, start: string | null = null) {
    const column = this.#column(place.column);
    if (!this.canEdit || !column || !isEditable(column)) return;
    const record = this.#table.byId.get(place.row);
    if (!record && place.row !== draftRow) return;
    this.active = place;
    this.problem = null;
    const typed = column.kind === 'text' || column.kind === 'number';
    this.draft = start ?? (record && typed ? textOf(column, record) : '');
    this.editing = place;
    if (record) {
      this.#session.setPresence({ editing: { record: record.id, field: column.id } });
    }
  }

  /** Starts a new row at the foot of the table; it exists once something is typed into it. */
  startRow() {
    const first = this.#table.columns[0];
    if (first) this.edit({ row: draftRow, column: first.id });
  }

  /** Leaves the cell as it is. */
  cancel({ focus = true } = {}) {
    const place = this.#stop();
    if (place?.row === draftRow) this.active = null;
    if (focus) this.focusCalls += 1;
  }

  /**
   * Saves what was typed. A text that cannot stand in the cell stays there with the reason.
   * @returns whether editing has ended
   */
  commit(onward: Onward): boolean {
    const place = this.editing;
    const column = place && this.#column(place.column);
    if (!place || !column) return true;
    const input = readInput(column, this.draft);
    if (!input.ok) {
      this.problem = input.problem;
      return false;
    }
    return this.save(input.patch, onward);
  }

  /** Saves a value into the cell that is being edited and ends editing. */
  save(patch: (record: Partial<R>) => Partial<R>, onward: Onward): boolean {
    const place = this.editing;
    if (!place) return true;
    if (place.row === draftRow) return this.#add(place, patch, onward);
    const record = this.#table.byId.get(place.row);
    const after = this.#after(place, onward);
    if (record) this.#write([{ id: record.id, patch: patch(record) }]);
    this.#stop();
    if (onward !== 'left') this.#goOn(after, onward);
    return true;
  }

  /** The first or last cell of a row or of the whole table, the checkboxes left out. */
  #edge(to: 'row-start' | 'row-end' | 'first' | 'last', from: Place): Place | null {
    const { rowIds, visibleColumns } = this.#table;
    const start = to === 'row-start' || to === 'first';
    const column = start ? visibleColumns[0] : visibleColumns.at(-1);
    const row = {
      first: rowIds[0],
      last: rowIds.at(-1),
      'row-start': from.row,
      'row-end': from.row,
    }[to];
    return column === undefined || row === undefined ? null : { row, column: column.id };
  }

  #add(place: Place, patch: (record: Partial<R>) => Partial<R>, onward: Onward): boolean {
    if (this.draft.trim() === '') {
      const left = onward === 'left';
      this.cancel({ focus: !left });
      return true;
    }
    const added = this.#table.source.writer.save([], [patch({})]);
    if (!this.#session.say(added)) return false;
    this.#stop();
    const id = added.ok ? added.value[0] : undefined;
    if (id !== undefined) this.select(id);
    if (onward === 'down') this.startRow();
    else if (id !== undefined && onward !== 'left') {
      this.#goOn(this.#after({ row: id, column: place.column }, onward), onward);
    }
    return true;
  }

  #clear(place: Place) {
    const column = this.#column(place.column);
    const record = this.#table.byId.get(place.row);
    if (!this.canEdit || !column || !record || !isEditable(column)) return;
    const input = readInput(column, '');
    if (input.ok) this.#write([{ id: record.id, patch: input.patch(record) }]);
  }

  #remove(place: Place) {
    if (!this.canEdit) return;
    const { ids } = this.#session.selection;
    const rows = ids.length > 0 ? ids : [place.row];
    this.#options.removeRows(rows.filter((id) => this.#table.byId.has(id)));
  }

  #write(changes: readonly { readonly id: string; readonly patch: Partial<R> }[]) {
    this.#session.say(this.#table.source.writer.save(changes, []));
  }

  #stop(): Place | null {
    const place = this.editing;
    this.editing = null;
    this.problem = null;
    this.#session.setPresence({ editing: null });
    return place;
  }

  /** The cell to go to, found before the row moves by what was written into it. */
  #after(place: Place, onward: Onward): Place {
    const { rowIds, visibleColumns } = this.#table;
    if (onward === 'down') {
      return placeAt({ rows: rowIds, columns: this.columnIds }, place, 1, 0) ?? place;
    }
    if (onward === 'stay' || onward === 'left') return place;
    const columns = visibleColumns.filter(isEditable).map(({ id }) => id);
    const step = onward === 'next' ? 1 : -1;
    const next = columns[columns.indexOf(place.column) + step];
    if (next !== undefined) return { row: place.row, column: next };
    const row = rowIds[(this.#table.places.get(place.row) ?? 0) + step];
    const column = onward === 'next' ? columns[0] : columns.at(-1);
    return row === undefined || column === undefined ? place : { row, column };
  }

  #goOn(place: Place, onward: Onward) {
    this.go(place);
    if (onward === 'next' || onward === 'previous') this.edit(place);
  }

  #column(id: string): Column<R> | undefined {
    return this.#table.columns.find((column) => column.id === id);
  }
}
