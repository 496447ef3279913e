import { importLimits } from '../limits.ts';
import type { RefusedText } from '../read-cells.ts';
import type { TableRow } from '../read-table.ts';
import { dateOfDay } from './date-formats.ts';
import { unescapeText } from './shared-strings.ts';
import { readXml, type Attributes } from './xml.ts';

/** More rows or columns than an import may bring; found while reading, before they fill the memory. */
export class TooManyCells extends Error {
  readonly refused: RefusedText;

  constructor(refused: RefusedText) {
    super(refused.reason);
    this.refused = refused;
  }
}

/** What cells refer to. */
interface Known {
  readonly strings: readonly string[];
  /** Cell formats that show a number as a date. */
  readonly dates: ReadonlySet<number>;
  readonly since1904: boolean;
}

/**
 * Reads the rows of one sheet that hold anything. The size that a sheet declares is not looked at: only
 * cells that are there take room.
 * @throws TooManyCells
 */
export function readSheet(xml: string, known: Known): readonly TableRow[] {
  const rows: TableRow[] = [];
  let number = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: Attributes = {};
  let value = '';
  let collecting = false;
  let inReading = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attributes.r ?? number + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        cell = attributes;
        column = columnOf(attributes.r) ?? column + 1;
        value = '';
      } else if (name === 'rPh') inReading = true;
      else if (name === 'v' || name === 't') collecting = !inReading;
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'c') {
        const text = textOf(cell, value, known);
        if (text === '') return;
        if (column >= importLimits.columns) {
          throw new TooManyCells({
            reason: 'too-many-columns',
            columns: column + 1,
            most: importLimits.columns,
          });
        }
        while (cells.length < column) cells.push('');
        cells[column] = text;
      } else if (name === 'row' && cells.some((text) => text.trim() !== '')) {
        rows.push({ number, cells });
        if (rows.length > mostRows) {
          throw new TooManyCells({
            reason: 'too-many-rows',
            rows: rows.length,
            most: importLimits.rows,
          });
        }
      }
    },
    text(text) {
      if (collecting) value += text;
    },
  });
  return rows;
}

/** Rows that one sheet can have and be read: several sections, each with a header. */
const mostRows = importLimits.rows + 100;

/** `C12` is column 2, counted from 0; null where a cell does not say. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf({ t: type = 'n', s: format }: Attributes, value: string, known: Known): string {
  switch (type) {
    case 's':
      return known.strings[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
    case 'd':
      return unescapeText(value);
    case 'b':
      return value === '1' ? 'yes' : 'no';
    case 'e':
      return '';
    default: {
      if (value.trim() === '') return '';
      const day = known.dates.has(Number(format)) ? Number(value) : NaN;
      const number = Number(value);
      return dateOfDay(day, known.since1904) ?? (Number.isFinite(number) ? String(number) : value);
    }
  }
}
