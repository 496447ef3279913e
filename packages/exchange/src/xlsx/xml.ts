import { Parser } from '#saxen';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlListener {
  /** @param name without its prefix; attributes keep theirs */
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads an XML part from its beginning to its end. Document types are refused, so that no entity of a
 * file's own making is ever expanded.
 * @param xml empty for a part that the workbook does not have: nothing is read
 * @throws Error when it is not well formed
 */
export function readXml(xml: string, listener: XmlListener): void {
  if (xml === '') return;
  const parser = new Parser();
  const refuse = (fault: Error) => {
    throw fault;
  };
  parser
    .on('error', refuse)
    .on('attention', () => refuse(new Error('A document type has no place in a workbook')))
    .on('openTag', (name, attributes) => {
      if (!listener.open) return;
      const found = attributes();
      listener.open(local(name), found === true ? {} : decoded(found));
    })
    .on('closeTag', (name) => listener.close?.(local(name)))
    .on('text', (text) => listener.text?.(decode(text)))
    .on('cdata', (text) => listener.text?.(text));
  parser.parse(xml);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const decoded = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decode(value)]));

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The five entities that XML itself has, and characters by number. */
function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi,
    (all, hex, dec, name) => {
      if (typeof name === 'string') return named[name] ?? all;
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(dec);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
