import { unzip } from '../xlsx/unzip.ts';
import { readXml } from '../xlsx/xml.ts';

/** One part of a document as it lies in the archive. */
export function partOf(docx: Uint8Array, name: string): string {
  return unzip(docx, (part) => part === name).get(name) ?? '';
}

/** The words of each paragraph, as a reader of XML finds them. */
export function paragraphsIn(docx: Uint8Array): readonly string[] {
  const paragraphs: string[] = [];
  let words: string | null = null;
  let inText = false;
  readXml(partOf(docx, 'word/document.xml'), {
    open(name) {
      if (name === 'p') words = '';
      if (name === 'br') words = `${words ?? ''}\n`;
      inText = name === 't';
    },
    text(text) {
      if (inText) words = (words ?? '') + text;
    },
    close(name) {
      inText = false;
      if (name !== 'p') return;
      paragraphs.push(words ?? '');
      words = null;
    },
  });
  return paragraphs;
}
