import { importLimits, readTable, type RefusedText, type Table } from '@parley/exchange';
import type { RefusedWorkbook } from '@parley/exchange/xlsx';

/** One sheet of a workbook, or the one table of a text file. */
export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** Why a file is not read. */
export type RefusedFile = RefusedText | RefusedWorkbook;

/** Every archive begins like this, and a workbook is one. */
const beginOfArchive = [0x50, 0x4b, 0x03, 0x04];

/**
 * The tables of a workbook or of a text file in UTF-8.
 * @throws where the browser cannot read the file, as when it was moved meanwhile
 */
export async function tablesOf(
  file: File,
): Promise<{ readonly tables: readonly NamedTable[] } | { readonly refused: RefusedFile }> {
  const { bytes: most } = importLimits;
  // A film that was chosen by mistake would fill the memory before it could be refused.
  if (file.size > most) return { refused: { reason: 'too-large', bytes: file.size, most } };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (beginOfArchive.every((byte, index) => bytes[index] === byte)) {
    const { readXlsx } = await import('@parley/exchange/xlsx');
    const outcome = readXlsx(bytes);
    return outcome.ok ? { tables: outcome.sheets } : { refused: outcome };
  }
  const outcome = readTable(new TextDecoder().decode(bytes));
  return outcome.ok
    ? { tables: [{ name: file.name, table: outcome.table }] }
    : { refused: outcome };
}
