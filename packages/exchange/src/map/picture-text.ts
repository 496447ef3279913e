import { labelMetrics } from '@parley/model/map';
import { escapeXml } from '../xml-text.ts';

/**
 * What each text of a drawing has: its letters run as its own first one does, so that Arabic and Hebrew
 * names read right whatever stands around them; its place and anchor stay as they are drawn here.
 */
const runsByItself = 'direction="ltr" unicode-bidi="plaintext"';

/**
 * One line of text.
 * @param attributes where it stands and how it looks, as XML
 * @param run how its letters run, as XML, where that is not its own matter
 */
export const textLine = (attributes: string, text: string, run = runsByItself): string =>
  `<text ${attributes} ${run}>${escapeXml(text)}</text>`;

/** Advance of a character of text at a size, in the same unit: a guess that is rather too wide. */
const advance = labelMetrics.character / 12.5;

/** The width that a text takes at most, nearly. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).length * advance * size;

/** A text as lines that are no wider than so many; a word that is wider has a line of its own. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
