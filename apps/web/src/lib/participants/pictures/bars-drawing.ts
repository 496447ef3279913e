import { shortened, widthOf, type Drawing, type Fill, type Mark } from '#lib/pictures/drawing.ts';
import { legend, lowered, type LegendItem } from './legend.ts';
import type { BarRow } from './composition.ts';

/** What the bars say in words. */
export interface BarWords {
  readonly rowName: (id: string | null) => string;
  /** `of 24` */
  readonly total: (total: number | null) => string;
  /** Of one part, by itself: `Lake Fishers: Woman 3 of 9` */
  readonly part: (row: BarRow, part: string, count: number) => string;
  readonly withheld: string;
}

const thick = 20;
const small = 10;

/**
 * A bar for everybody and one for each delegation, with the count written on every part. A count that
 * has no room on its part stands above it.
 * @param width pixels
 * @param by `share`: every bar is as long as the picture is wide; `people`: as long as it has people
 */
export function barsDrawing(
  rows: readonly BarRow[],
  fillOf: (part: string) => Fill,
  keys: readonly LegendItem[],
  words: BarWords,
  { width, by }: { readonly width: number; readonly by: 'share' | 'people' },
): Drawing {
  const narrow = width < 600;
  const names = narrow ? 0 : Math.min(250, Math.round(width * 0.27));
  const totals = narrow ? 0 : 92;
  const length = width - names - totals - 2;
  const most = Math.max(1, ...rows.map(({ total }) => total ?? 0));
  const key = legend(keys, width);
  const marks: Mark[] = [...key.marks];
  let y = key.height + 6;
  for (const [index, row] of rows.entries()) {
    const above = narrow ? 16 : 0;
    const bar: Mark[] = [];
    const name = words.rowName(row.id);
    const bold = index === 0 ? ({ bold: true } as const) : {};
    const total = words.total(row.total);
    const middle = above + small + 4 + thick / 2 + 4;
    if (narrow) {
      const room = width - widthOf(total, 12) - 12;
      bar.push(
        { kind: 'words', x: 0, y: 12, anchor: 'start', text: shortened(name, 12, room), ...bold },
        { kind: 'words', x: width, y: 12, anchor: 'end', text: total, tone: 'ink-2' },
      );
    } else {
      const text = shortened(name, 13, names - 14);
      bar.push(
        { kind: 'words', x: names - 12, y: middle, anchor: 'end', text, size: 13, ...bold },
        { kind: 'words', x: width, y: middle, anchor: 'end', text: total, tone: 'ink-2' },
      );
    }
    const top = above + small + 4;
    if (row.total === null) {
      const at = { x: names + 0.5, y: top, width: length, height: thick };
      bar.push(
        { kind: 'box', ...at, fill: 'withheld', round: 2 },
        {
          ...{ kind: 'words', x: names + 10, y: middle, anchor: 'start', size: 11 },
          ...{ text: words.withheld, on: 'withheld' },
        },
      );
    } else {
      bar.push(...partsOf(row, row.total, top));
    }
    marks.push(...lowered(bar, y));
    y += above + small + 4 + thick + (index === 0 ? 14 : narrow ? 8 : 4);
    if (index === 0 && rows.length > 1) {
      const points = [{ x: 0, y: y - 5 }, { x: width, y: y - 5 }]; // prettier-ignore
      marks.push({ kind: 'stroke', points, tone: 'faint' });
    }
  }
  return { width, height: y + 6, marks };

  function partsOf(row: BarRow, total: number, top: number): Mark[] {
    const unit = (by === 'share' ? length : (length * total) / most) / Math.max(1, total);
    const drawn: Mark[] = [];
    const texts: Mark[] = [];
    let x = names + 0.5;
    /** Where the last count above the bar ends. */
    let taken = -Infinity;
    for (const { id, count, people } of row.parts) {
      if (count === 0) continue;
      const fill = fillOf(id);
      const label = words.part(row, id, count);
      const across = count * unit;
      drawn.push({
        ...{ kind: 'box', x, y: top, width: across, height: thick, fill },
        part: { id: `${row.id ?? 'none'} ${id}`, label, people },
      });
      const text = String(count);
      const middle = x + across / 2;
      if (across >= widthOf(text, 12) + 6) {
        texts.push({
          ...{ kind: 'words', x: middle, y: top + thick / 2 + 4.5, anchor: 'middle', size: 12 },
          ...{ text, on: fill, bold: true },
        });
      } else {
        const at = Math.max(middle, taken + widthOf(text, small) / 2 + 2);
        taken = at + widthOf(text, small) / 2;
        const place = { x: at, y: top - 3, anchor: 'middle', size: small } as const;
        texts.push({ kind: 'words', ...place, text, tone: 'ink-2' });
      }
      x += across;
    }
    if (total === 0) {
      const points = [{ x, y: top }, { x, y: top + thick }]; // prettier-ignore
      drawn.push({ kind: 'stroke', points, tone: 'line' });
    }
    return [...drawn, ...texts];
  }
}
