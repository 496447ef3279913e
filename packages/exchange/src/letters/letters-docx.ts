import type { DocxBlock } from '../docx/index.ts';
import { zipUntimed } from '../zip-untimed.ts';
import type { Letter, LetterPiece } from './fill-letter.ts';

/** Letters as one document, each beginning a page. What is missing in one is marked with a colour. */
export async function lettersDocx(letters: readonly Letter[]): Promise<Uint8Array<ArrayBuffer>> {
  // Whoever only looks at letters fetches nothing of what writes them.
  const { writeDocx } = await import('../docx/index.ts');
  return writeDocx(letters.flatMap(blocksOf));
}

/**
 * A document each, in one archive. Their names say a number and no person: what a file is called is seen
 * by everybody whose desk it crosses.
 * @param fileName of the letter with that number, without an ending; the number begins at 1
 */
export async function lettersZip(
  letters: readonly Letter[],
  fileName: (number: string) => string,
): Promise<Uint8Array<ArrayBuffer>> {
  const width = String(letters.length).length;
  const files: Record<string, Uint8Array> = {};
  for (const [at, letter] of letters.entries()) {
    files[`${fileName(String(at + 1).padStart(width, '0'))}.docx`] = await lettersDocx([letter]);
  }
  return zipUntimed(files);
}

function blocksOf(
  { language, direction, subject, paragraphs }: Letter,
  at: number,
): readonly DocxBlock[] {
  const written = { kind: 'paragraph', language, isRightToLeft: direction === 'rtl' } as const;
  const all = [
    ...(subject.length > 0 ? [{ texts: textsOf(subject), heading: 1 as const }] : []),
    ...paragraphs.map((pieces) => ({ texts: textsOf(pieces) })),
  ];
  return all.map((block, index) => ({
    ...written,
    ...block,
    onNewPage: at > 0 && index === 0,
  }));
}

const textsOf = (pieces: readonly LetterPiece[]) =>
  pieces.map(({ text, isGap }) => ({ text, isMarked: isGap }));
