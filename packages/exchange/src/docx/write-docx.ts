import { strToU8, zipSync } from 'fflate';
import { plainText } from '../write-csv.ts';
import { escapeXml } from '../xml-text.ts';
import { scriptRuns } from './script-runs.ts';

export interface DocxText {
  readonly text: string;
  /** Marked with a colour: somebody has to look at it before it goes out. */
  readonly isMarked?: boolean;
}

interface Written {
  /** BCP 47, for spelling and hyphens; anything else is left out. */
  readonly language?: string;
  readonly isRightToLeft?: boolean;
}

export type DocxBlock =
  | (Written & {
      readonly kind: 'paragraph';
      readonly texts: readonly DocxText[];
      readonly isHeading?: boolean;
      /** It begins a page. */
      readonly onNewPage?: boolean;
    })
  | (Written & {
      readonly kind: 'table';
      /** The first row names the columns; it stands again at the head of each page. */
      readonly rows: readonly (readonly string[])[];
    });

/**
 * Writes a DOCX document of paragraphs and tables: plain words, no field, link or macro in it. It says
 * that Parley made it, and neither who nor when. The same blocks make the same bytes.
 */
export function writeDocx(
  blocks: readonly DocxBlock[],
  page: { readonly isLandscape?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  // A document must end with a paragraph: a table alone is taken for damaged.
  const body = blocks.map((block) => (block.kind === 'table' ? table(block) : paragraph(block)));
  const end = blocks.at(-1)?.kind === 'paragraph' ? '' : '<w:p/>';
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([
      [`${office}/officeDocument`, 'word/document.xml'],
      [`${packages}/metadata/core-properties`, 'docProps/core.xml'],
      [`${office}/extended-properties`, 'docProps/app.xml'],
    ]),
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="${openPackages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Parley</dc:creator></cp:coreProperties>`,
    'docProps/app.xml': `${head}<Properties xmlns="${openOffice}/extended-properties"><Application>Parley</Application></Properties>`,
    'word/document.xml': `${head}<w:document xmlns:w="${main}"><w:body>${body.join('')}${end}${section(page.isLandscape ?? false)}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/_rels/document.xml.rels': relations([[`${office}/styles`, 'styles.xml']]),
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    // The earliest moment that a ZIP archive can tell: when a letter was written is nobody's business.
    { mtime: new Date(1980, 0, 1, 12) },
  );
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const openOffice = 'http://schemas.openxmlformats.org/officeDocument/2006';
const openPackages = 'http://schemas.openxmlformats.org/package/2006';
const office = `${openOffice}/relationships`;
const packages = `${openPackages}/relationships`;
const words = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const contentTypes = `${head}<Types xmlns="${openPackages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${words}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${words}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`;

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const rows = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packages}">${rows.join('')}</Relationships>`;
}

/** Sizes are half points, spaces twentieths of a point: 11 points, 8 points after a paragraph. */
const styles = `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="240"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style></w:styles>`;

/** A4, in twentieths of a point. */
function section(isLandscape: boolean): string {
  const size = isLandscape
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/>';
  const margin = isLandscape ? 850 : 1_417;
  return `<w:sectPr>${size}<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`;
}

function paragraph(
  block: Written & {
    readonly texts: readonly DocxText[];
    readonly isHeading?: boolean;
    readonly onNewPage?: boolean;
  },
): string {
  const style = block.isHeading ? '<w:pStyle w:val="Heading1"/>' : '';
  const page = block.onNewPage ? '<w:pageBreakBefore/>' : '';
  const direction = block.isRightToLeft ? '<w:bidi/>' : '';
  return `<w:p>${properties('pPr', style + page + direction)}${runs(block.texts, block)}</w:p>`;
}

const properties = (name: string, inside: string) =>
  inside === '' ? '' : `<w:${name}>${inside}</w:${name}>`;

const tag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function runs(texts: readonly DocxText[], { language = '', isRightToLeft = false }: Written) {
  const parts = joined(texts).flatMap(({ text, isMarked = false }) =>
    scriptRuns(plainText(text), isRightToLeft).map((run) => {
      const mark = isMarked ? '<w:highlight w:val="yellow"/>' : '';
      const direction = run.isRightToLeft ? '<w:rtl/>' : '';
      // The letter's language is that of its own script; a name in another one is in none.
      const own = tag.test(language) && run.isRightToLeft === isRightToLeft;
      const said = run.isRightToLeft ? 'bidi' : 'val';
      const lang = own ? `<w:lang w:${said}="${language}"/>` : '';
      return `<w:r>${properties('rPr', mark + direction + lang)}${lines(run.text)}</w:r>`;
    }),
  );
  return parts.join('');
}

/** Neighbours that look alike are one: which way a full stop goes is said by the words on both sides. */
function joined(texts: readonly DocxText[]): readonly DocxText[] {
  return texts.reduce<readonly DocxText[]>((all, next) => {
    const last = all.at(-1);
    if (!last || (last.isMarked ?? false) !== (next.isMarked ?? false)) return [...all, next];
    return [...all.slice(0, -1), { ...last, text: last.text + next.text }];
  }, []);
}

const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line.replace(/\t/g, ' '))}</w:t>`)
    .join('<w:br/>');

function table({
  rows,
  ...written
}: Written & { readonly rows: readonly (readonly string[])[] }): string {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const line = 'w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"';
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} ${line}/>`)
    .join('');
  const direction = written.isRightToLeft ? '<w:bidiVisual/>' : '';
  const grid = Array.from({ length: columns }, () => '<w:gridCol/>').join('');
  const all = rows.map((cells, at) => {
    const head = at === 0 ? '<w:tblHeader/>' : '';
    const filled = Array.from({ length: columns }, (_, column) =>
      cell(cells[column] ?? '', at === 0, written),
    );
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${filled.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr>${direction}<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${all.join('')}</w:tbl>`;
}

function cell(text: string, isHead: boolean, written: Written): string {
  const direction = written.isRightToLeft ? '<w:bidi/>' : '';
  const shade = isHead
    ? '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr>'
    : '';
  return `<w:tc>${shade}<w:p><w:pPr><w:pStyle w:val="Cell"/>${direction}</w:pPr>${runs([{ text }], written)}</w:p></w:tc>`;
}
