import { readXml } from './xml.ts';

/** Reads the texts that cells name by their place in the list; how a word sounds is left out. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let inText = false;
  let inReading = false;
  let current = '';
  readXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    close(name) {
      if (name === 'si') strings.push(unescapeText(current));
      else if (name === 'rPh') inReading = false;
      else if (name === 't') inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return strings;
}

/** Characters that XML cannot hold stand as `_x000D_` in a workbook (ECMA-376 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );

/** A text that merely looks like such an escape is escaped itself. */
export const escapeText = (text: string): string =>
  text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
