import { zipSync } from 'fflate';
import { writeDocx, type DocxBlock } from '../docx/index.ts';
import type { Letter, LetterPiece } from './fill-letter.ts';

/** Letters as one document, each beginning a page. What is missing in one is marked with a colour. */
export function lettersDocx(letters: readonly Letter[]): Uint8Array<ArrayBuffer> {
  return writeDocx(letters.flatMap(blocksOf));
}

/**
 * A document each, in one archive. Their names say a number and no person: what a file is called is seen
 * by everybody whose desk it crosses.
 * @param fileName of the letter with that number, without an ending; the number begins at 1
 */
export function lettersZip(
  letters: readonly Letter[],
  fileName: (number: string) => string,
): Uint8Array<ArrayBuffer> {
  const width = String(letters.length).length;
  const files = letters.map(
    (letter, at) =>
      [`${fileName(String(at + 1).padStart(width, '0'))}.docx`, lettersDocx([letter])] as const,
  );
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1, 12) });
}

function blocksOf(
  { language, direction, subject, paragraphs }: Letter,
  at: number,
): readonly DocxBlock[] {
  const written = { kind: 'paragraph', language, isRightToLeft: direction === 'rtl' } as const;
  const all = [
    ...(subject.length > 0 ? [{ texts: textsOf(subject), isHeading: true }] : []),
    ...paragraphs.map((pieces) => ({ texts: textsOf(pieces), isHeading: false })),
  ];
  return all.map((block, index) => ({
    ...written,
    ...block,
    onNewPage: at > 0 && index === 0,
  }));
}

const textsOf = (pieces: readonly LetterPiece[]) =>
  pieces.map(({ text, isGap }) => ({ text, isMarked: isGap }));
