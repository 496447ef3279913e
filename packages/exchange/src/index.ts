export { daysCell } from './days-cell.ts';
export { foldTerm } from './fold.ts';
export { importLimits } from './limits.ts';
export {
  columnsInUse,
  guessColumns,
  guessMapping,
  idHeading,
  participantFields,
  type ColumnMapping,
  type ColumnSettings,
  type ColumnTarget,
  type ParticipantColumn,
  type ParticipantField,
  type ValueMeanings,
} from './participant-columns.ts';
export { writeParticipantsCsv, type ParticipantsExport } from './participants-csv.ts';
export {
  planImport,
  type ImportContext,
  type ImportPlan,
  type MissingDelegation,
  type PlannedRow,
  type SkippedRow,
  type WhenThere,
} from './plan-import.ts';
export type { PersonPatch, PlannedChange } from './planned-change.ts';
export type { RefusedText } from './read-cells.ts';
export { portionsOf } from './portions.ts';
export { readPastedCells, type PastedOutcome } from './read-pasted-cells.ts';
export { readTable, type Table, type TableOutcome, type TableRow } from './read-table.ts';
export type { Remark } from './row-reader.ts';
export { writeCsv } from './write-csv.ts';
