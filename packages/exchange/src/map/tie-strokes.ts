import type { TieDrawing } from '@parley/model/map';
import { escapeXml } from '../xml-text.ts';

/** What is seen of a tie. */
export type TieStrokes = Omit<TieDrawing, 'reach' | 'middle'>;

/** A tie's line and what stands on it. */
export function strokes(drawing: TieStrokes, colour: string): string {
  const tone = escapeXml(colour);
  const dash = drawing.dash === '' ? '' : ` stroke-dasharray="${escapeXml(drawing.dash)}"`;
  const line = `<path d="${escapeXml(drawing.line)}" fill="none" stroke="${tone}" stroke-width="${drawing.width}" stroke-linecap="round" stroke-linejoin="round"${dash}/>`;
  if (drawing.marks === '') return line;
  const marks = drawing.filled
    ? `fill="${tone}"`
    : `fill="none" stroke="${tone}" stroke-width="${drawing.width}" stroke-linecap="round"`;
  return `${line}<path d="${escapeXml(drawing.marks)}" ${marks}/>`;
}
