import { importLimits, readTable, type Table } from '@parley/exchange';
import { isWorkbook, readXlsx, type RefusedWorkbook } from '@parley/exchange/xlsx';

/** One sheet of a workbook, or the one table of a text file. */
export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** Why a file is not read. */
export type RefusedFile = RefusedWorkbook | { readonly reason: 'unreadable' };

/** Reads one file: a workbook, or a table of texts. Rejects where the file cannot be opened. */
export async function tablesOf(file: File): Promise<readonly NamedTable[] | RefusedFile> {
  const { bytes: most } = importLimits;
  // A film that was chosen by mistake would fill the memory before it could be refused.
  if (file.size > most) return { reason: 'too-large', bytes: file.size, most };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isWorkbook(bytes)) {
    const outcome = readXlsx(bytes);
    return outcome.ok ? outcome.sheets : outcome;
  }
  const outcome = readTable(new TextDecoder().decode(bytes));
  return outcome.ok ? [{ name: file.name, table: outcome.table }] : outcome;
}
