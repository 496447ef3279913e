/** A column of what was reckoned from a map when it was written: it is no fact of the map. */
export interface MeasuredColumn {
  /** What was measured, and on what; without the word that sets such columns apart. */
  readonly name: string;
  /** By actor id; who is left out has no value, which is not a value of 0. */
  readonly values: ReadonlyMap<string, number>;
}

const prefix = 'Measured: ';

export const measuredHeading = ({ name }: MeasuredColumn): string => prefix + name;

/** Whether a column is of this kind: it is not read back, for the map it was measured on may be another. */
export const isMeasured = (heading: string): boolean =>
  heading.trimStart().toLowerCase().startsWith(prefix.toLowerCase());

export const measuredCell = ({ values }: MeasuredColumn, id: string): string =>
  String(values.get(id) ?? '');
