import { labelMetrics } from '@parley/model/map';
import { escapeXml } from '../xml-text.ts';
import { strokes, type TieStrokes } from './tie-strokes.ts';

/** Colours as CSS has them. */
export interface PictureColours {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly rule: string;
}

/** One sign of the legend and what it means. */
export type LegendEntry = { readonly words: string } & (
  | {
      readonly sign: 'tie';
      /** Drawn from (0, 8) to (40, 8). */
      readonly drawing: TieStrokes;
      readonly colour: string;
    }
  | {
      readonly sign: 'circle' | 'square' | 'broken';
      readonly line: string;
      readonly wash: string;
    }
);

const row = 22;

/** Draws the legend in rows that are no wider than the picture. */
export function drawLegend(
  entries: readonly LegendEntry[],
  width: number,
  { ink2, rule }: PictureColours,
): { readonly svg: string; readonly height: number } {
  let x = 0;
  let y = 14;
  const drawn = entries.map((entry) => {
    const sign = entry.sign === 'tie' ? 46 : 20;
    const room = sign + entry.words.length * labelMetrics.character + 22;
    if (x > 0 && x + room > width) {
      x = 0;
      y += row;
    }
    const at = `translate(${x} ${y})`;
    x += room;
    return `<g transform="${at}">${signOf(entry)}<text x="${sign}" y="12" font-size="12" fill="${escapeXml(ink2)}">${escapeXml(entry.words)}</text></g>`;
  });
  const line = `<path d="M0,0H${width}" stroke="${escapeXml(rule)}" stroke-width="1"/>`;
  return { svg: line + drawn.join(''), height: y + row };
}

function signOf(entry: LegendEntry): string {
  if (entry.sign === 'tie') return strokes(entry.drawing, entry.colour);
  const look = `fill="${escapeXml(entry.wash)}" stroke="${escapeXml(entry.line)}" stroke-width="1.5"`;
  if (entry.sign === 'square') return `<rect x="1" y="2" width="12" height="12" rx="2" ${look}/>`;
  const dash = entry.sign === 'broken' ? ' stroke-dasharray="3 2"' : '';
  return `<circle cx="7" cy="8" r="6" ${look}${dash}/>`;
}
