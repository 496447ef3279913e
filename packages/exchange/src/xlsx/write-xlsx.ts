import { strToU8 } from 'fflate';
import { guardCell } from '../formula-guard.ts';
import { plainText } from '../write-csv.ts';
import { escapeXml } from '../xml-text.ts';
import { zipUntimed } from '../zip-untimed.ts';
import { escapeText } from './shared-strings.ts';

/** A sheet to be written; its first row names the columns. */
export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Writes an XLSX workbook whose cells are all texts, marked as such: nothing in it is ever worked out.
 * Cells that begin like a formula are guarded besides, for the day when somebody saves a sheet as CSV.
 * The same sheets make the same bytes.
 */
export function writeXlsx(sheets: readonly SheetToWrite[]): Uint8Array<ArrayBuffer> {
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(sheets.length)),
    '_rels/.rels': strToU8(relations([['officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': strToU8(workbook(sheets)),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations([
        ...sheets.map((_sheet, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': strToU8(styles),
  };
  sheets.forEach(({ rows }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(worksheet(rows));
  });
  return zipUntimed(parts);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
  const own = Array.from({ length: sheets }, (_, at) =>
    part(`worksheets/sheet${at + 1}`, 'worksheet'),
  );
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${own.join('')}</Types>`;
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const rows = list.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

function workbook(sheets: readonly SheetToWrite[]): string {
  const rows = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${rows.join('')}</sheets></workbook>`;
}

/** Format 0 is the plain one; 1 is a heading; 2 marks a cell as text, whatever it begins with. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function worksheet(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells, at) => {
    const filled = cells.map((text, column) => cell(text, column, at));
    return `<row r="${at + 1}">${filled.join('')}</row>`;
  });
  // The headings stay in sight.
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${head}<worksheet xmlns="${main}">${view}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cell(text: string, column: number, row: number): string {
  const plain = guardCell(plainText(text));
  if (plain === '') return '';
  const place = `${letters(column)}${row + 1}`;
  return `<c r="${place}" s="${row === 0 ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeText(plain))}</t></is></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
