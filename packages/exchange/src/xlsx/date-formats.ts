import { readXml } from './xml.ts';

/** Number formats of ECMA-376 18.8.30 that show a date, by their ids. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Reads which cell formats, by their place in the list, show a number as a date. */
export function dateFormats(styles: string): ReadonlySet<number> {
  const dates = new Set<number>();
  const ownDates = new Set<number>();
  let inCells = false;
  let place = 0;
  readXml(styles, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') {
        if (showsDate(attributes.formatCode ?? '')) ownDates.add(Number(attributes.numFmtId));
      } else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        if (builtIn(id) || ownDates.has(id)) dates.add(place);
        place += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

/** Whether a format of somebody's own has a year or a day in it, outside quotes and brackets. */
const showsDate = (code: string): boolean =>
  /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/general/gi, ''));

const dayInMs = 86_400_000;

/**
 * The date that a spreadsheet's day number stands for, `YYYY-MM-DD`; null where it stands for none.
 * Day 60 of the 1900 system never was (Lotus's leap year, kept by Excel), which shifts the days before.
 */
export function dateOfDay(day: number, since1904: boolean): string | null {
  const first = Date.UTC(since1904 ? 1904 : 1899, since1904 ? 0 : 11, since1904 ? 1 : 30);
  const shift = !since1904 && day < 60 ? 1 : 0;
  const date = new Date(first + (Math.floor(day) + shift) * dayInMs);
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return /^\d{4}-/.test(iso) && day >= 1 ? iso : null;
}
