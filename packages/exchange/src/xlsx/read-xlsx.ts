import { importLimits } from '../limits.ts';
import type { RefusedText } from '../read-cells.ts';
import { tableOfRows, type Table, type TableRow } from '../read-table.ts';
import { dateFormats } from './date-formats.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet, TooManyCells } from './read-sheet.ts';
import { UnpacksTooLarge, unzip } from './unzip.ts';
import { readWorkbook, relationsOf } from './workbook.ts';

/** Why a workbook is not read. */
export type RefusedWorkbook =
  RefusedText | { readonly reason: 'not-a-workbook' | 'unpacks-too-large' };

/** One sheet, or one section of a sheet: two blank rows begin another, with headings of its own. */
export interface Sheet {
  readonly name: string;
  readonly table: Table;
}

export type WorkbookOutcome =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | ({ readonly ok: false } & RefusedWorkbook);

/** Whether a file begins like a ZIP archive, as every workbook does. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * Reads the sheets of an XLSX workbook that hold anything: texts as they are, numbers as they are kept,
 * dates as `YYYY-MM-DD`, of formulas the value that was worked out last. Formulas, macros, links and
 * pictures are never looked at. Never throws.
 */
export function readXlsx(bytes: Uint8Array): WorkbookOutcome {
  if (bytes.length > importLimits.bytes) {
    return { ok: false, reason: 'too-large', bytes: bytes.length, most: importLimits.bytes };
  }
  if (!isWorkbook(bytes)) return { ok: false, reason: 'not-a-workbook' };
  try {
    return readParts(unzip(bytes, (part) => /^xl\/[^.]*\.xml(?:\.rels)?$/i.test(part)));
  } catch (fault) {
    if (fault instanceof TooManyCells) return { ok: false, ...fault.refused };
    return {
      ok: false,
      reason: fault instanceof UnpacksTooLarge ? 'unpacks-too-large' : 'not-a-workbook',
    };
  }
}

function readParts(parts: ReadonlyMap<string, string>): WorkbookOutcome {
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) return { ok: false, reason: 'not-a-workbook' };
  const { sheets, since1904 } = readWorkbook(workbook);
  const relations = relationsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const known = {
    strings: readSharedStrings(parts.get('xl/sharedStrings.xml') ?? ''),
    dates: dateFormats(parts.get('xl/styles.xml') ?? ''),
    since1904,
  };
  const read: Sheet[] = [];
  for (const { name, relation } of sheets) {
    const part = parts.get(relations.get(relation) ?? '');
    if (part === undefined) continue;
    const sections = sectionsOf(readSheet(part, known));
    for (const rows of sections) {
      const outcome = tableOfRows(rows);
      if (!outcome.ok) return outcome;
      read.push({ name, table: outcome.table });
    }
  }
  return read.length > 0 ? { ok: true, sheets: read } : { ok: false, reason: 'empty' };
}

/** Rows parted where two or more rows between them are blank. */
function sectionsOf(rows: readonly TableRow[]): TableRow[][] {
  const sections: TableRow[][] = [];
  let before = -Infinity;
  for (const row of rows) {
    const last = sections.at(-1);
    if (last && row.number - before <= 2) last.push(row);
    else sections.push([row]);
    before = row.number;
  }
  return sections;
}
