export {
  isWorkbook,
  readXlsx,
  type RefusedWorkbook,
  type Sheet,
  type WorkbookOutcome,
} from './read-xlsx.ts';
export { writeXlsx, type SheetToWrite } from './write-xlsx.ts';
