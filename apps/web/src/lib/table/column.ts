/** What every row of a table is: a record with an id. */
export interface TableRecord {
  readonly id: string;
}

/** Colours that a value may be marked with; the word always stands beside the dot. */
export type Mark = 'good' | 'attention' | 'problem' | 'blue' | 'violet' | 'neutral';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly mark?: Mark;
}

interface ColumnBase<R extends TableRecord> {
  /** Also the name of the field that others see somebody editing. */
  readonly id: string;
  readonly header: string;
  /** Least width, in rem. */
  readonly width: number;
  /** Part of the width left over that this column takes; 1 when not said, 0 keeps it as it is. */
  readonly grow?: number;
  /** Written in the second ink: a secondary fact. */
  readonly quiet?: boolean;
  /** What an empty cell says, in a quiet ink; it is neither searched nor copied. */
  readonly blank?: string;
  /** A value that somebody here has asked for and the server does not have yet, in words. */
  readonly underWay?: (record: R) => string | undefined;
  /** Not shown until somebody asks for it. */
  readonly hidden?: boolean;
}

interface TextColumn<R extends TableRecord> extends ColumnBase<R> {
  readonly kind: 'text';
  readonly read: (record: R) => string;
  /** Most characters; longer input is refused with a sentence. */
  readonly most: number;
  /** Left out: the column cannot be edited. */
  readonly patch?: (value: string, record: Partial<R>) => Partial<R>;
}

interface NumberColumn<R extends TableRecord> extends ColumnBase<R> {
  readonly kind: 'number';
  readonly read: (record: R) => number | null;
  readonly patch?: (value: number | null, record: Partial<R>) => Partial<R>;
}

export interface SelectColumn<R extends TableRecord> extends ColumnBase<R> {
  readonly kind: 'select';
  readonly read: (record: R) => string | null;
  readonly options: readonly Option[];
  /** Whether a cell may be left without a value; `patch` is then called with null. */
  readonly clearable?: boolean;
  readonly patch?: (value: string | null, record: Partial<R>) => Partial<R>;
}

export interface SetColumn<R extends TableRecord> extends ColumnBase<R> {
  readonly kind: 'set';
  readonly read: (record: R) => readonly string[];
  /** With `open` these are suggestions, else they are all there is. */
  readonly options: readonly Option[];
  readonly open?: boolean;
  readonly patch?: (value: readonly string[], record: Partial<R>) => Partial<R>;
}

/** Something worked out from the record or from others; shown, sorted and searched, never edited. */
interface ComputedColumn<R extends TableRecord> extends ColumnBase<R> {
  readonly kind: 'computed';
  readonly read: (record: R) => string | number | null;
  /** What a filter picks from, where that is not what the cell says. */
  readonly picks?: {
    readonly options: readonly Option[];
    readonly of: (record: R) => readonly string[];
  };
}

/**
 * One column of a table of `R`. `patch` says what of the record a new value changes; it is given the
 * record as it will be without this change, or `{}` for a row that does not exist yet.
 */
export type Column<R extends TableRecord> =
  TextColumn<R> | NumberColumn<R> | SelectColumn<R> | SetColumn<R> | ComputedColumn<R>;

export function isEditable<R extends TableRecord>(column: Column<R>): boolean {
  return column.kind !== 'computed' && column.patch !== undefined;
}

/** The values that a column can have, in their own order; none where it is not one of a list. */
export function optionsOf<R extends TableRecord>(column: Column<R>): readonly Option[] {
  if (column.kind === 'computed') return column.picks?.options ?? [];
  return 'options' in column ? column.options : [];
}

/** What an option is called; a value that is no option (any more) is shown as it stands. */
export function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
