import { unzip } from '../xlsx/unzip.ts';
import { readXml } from '../xlsx/xml.ts';

/** One part of a document as it lies in the archive. */
export function partOf(docx: Uint8Array, name: string): string {
  return unzip(docx, (part) => part === name).get(name) ?? '';
}

/** The moment that the archive tells of each part, as its directory holds it (APPNOTE 4.4.6). */
export function stampsIn(zip: Uint8Array): readonly string[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const entries = Array.from(zip.keys()).filter(
    (at) => at + 46 <= zip.length && view.getUint32(at, true) === 0x02014b50,
  );
  return entries.map((at) => {
    const time = view.getUint16(at + 12, true);
    const date = view.getUint16(at + 14, true);
    const day = [(date >> 9) + 1980, (date >> 5) & 15, date & 31].join('-');
    return `${day} ${time >> 11}:${(time >> 5) & 63}`;
  });
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
