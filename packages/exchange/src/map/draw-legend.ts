import type { Point } from '@parley/model/map';
import { escapeXml } from '../xml-text.ts';
import { textLine, widthOf } from './picture-text.ts';
import { strokes, type TieStrokes } from './tie-strokes.ts';

/** Colours as CSS has them. */
export interface PictureColours {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly rule: string;
  /** Of signs on the drawing. */
  readonly card: string;
  /** Behind actors that belong together. */
  readonly ground: string;
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
  /** How many a folded actor holds, and the ground that an actor shares with its parts. */
  | { readonly sign: 'folded' }
  | { readonly sign: 'ground' }
);

const row = 22;
/** Where the words begin beside each sign. */
const signRoom = { tie: 46, ground: 42, folded: 28, circle: 20, square: 20, broken: 20 } as const;

/** A few letters on the outline of an actor that is folded: how many it holds. */
export function foldedSign({ x, y }: Point, count: number, { card, ink }: PictureColours): string {
  const letters = `+${count}`;
  const half = 5 + letters.length * 3.5;
  return `<rect x="${round(x - half)}" y="${round(y - 8.5)}" width="${half * 2}" height="17" rx="8.5" fill="${escapeXml(card)}" stroke="${escapeXml(ink)}" stroke-width="1.5"/><text x="${round(x)}" y="${round(y + 4)}" text-anchor="middle" font-size="11" font-weight="650" fill="${escapeXml(ink)}">${letters}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Draws the legend in rows that are no wider than the picture. */
export function drawLegend(
  entries: readonly LegendEntry[],
  width: number,
  colours: PictureColours,
): { readonly svg: string; readonly height: number } {
  const { ink2, rule } = colours;
  let x = 0;
  let y = 14;
  const drawn = entries.map((entry) => {
    const sign = signRoom[entry.sign];
    const room = sign + widthOf(entry.words, 12) + 22;
    if (x > 0 && x + room > width) {
      x = 0;
      y += row;
    }
    const at = `translate(${x} ${y})`;
    x += room;
    return `<g transform="${at}">${signOf(entry, colours)}${textLine(`x="${sign}" y="12" font-size="12" fill="${escapeXml(ink2)}"`, entry.words)}</g>`;
  });
  const line = `<path d="M0,0H${width}" stroke="${escapeXml(rule)}" stroke-width="1"/>`;
  return { svg: line + drawn.join(''), height: y + row };
}

function signOf(entry: LegendEntry, colours: PictureColours): string {
  if (entry.sign === 'tie') return strokes(entry.drawing, entry.colour);
  if (entry.sign === 'folded') return foldedSign({ x: 11, y: 8 }, 3, colours);
  if (entry.sign === 'ground') {
    return `<path d="M10,8H26" stroke="${escapeXml(colours.ground)}" stroke-width="18" stroke-linecap="round" opacity="0.55"/>`;
  }
  const look = `fill="${escapeXml(entry.wash)}" stroke="${escapeXml(entry.line)}" stroke-width="1.5"`;
  if (entry.sign === 'square') return `<rect x="1" y="2" width="12" height="12" rx="2" ${look}/>`;
  const dash = entry.sign === 'broken' ? ' stroke-dasharray="3 2"' : '';
  return `<circle cx="7" cy="8" r="6" ${look}${dash}/>`;
}
