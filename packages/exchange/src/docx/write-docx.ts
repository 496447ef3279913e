import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { unzipSync } from 'fflate';
import { zipUntimed } from '../zip-untimed.ts';
import { cellStyle, styles } from './docx-styles.ts';
import { runsOf, type DocxText, type Written } from './docx-runs.ts';

interface DocxParagraph extends Written {
  readonly kind: 'paragraph';
  readonly texts: readonly DocxText[];
  /** Its rank among the headings, 1 the highest; absent: no heading. */
  readonly heading?: 1 | 2 | 3;
  /** It begins a page. */
  readonly onNewPage?: boolean;
}

/** Plain words, or texts of which some look otherwise. */
type DocxCell = string | readonly DocxText[];

interface DocxTable extends Written {
  readonly kind: 'table';
  /** The first row names the columns; it stands again at the head of each page. */
  readonly rows: readonly (readonly DocxCell[])[];
  /** How much of the page each column takes, beside the others; absent: as much as is in it. */
  readonly widths?: readonly number[];
}

export type DocxBlock = DocxParagraph | DocxTable;

/** A line above or below the text of each page. */
export interface DocxPageLine extends Written {
  readonly text: string;
  /** Whether the page's number and that of all pages stand at its end: `2 / 5`. */
  readonly isNumbered?: boolean;
}

export interface DocxPage {
  readonly isLandscape?: boolean;
  readonly header?: DocxPageLine;
  readonly footer?: DocxPageLine;
}

/**
 * Writes a DOCX document of paragraphs and tables: plain words, no link or macro in it, no field but the
 * number of a page. It says that Parley made it, and neither who nor when. The same blocks make the same
 * bytes.
 */
export async function writeDocx(
  blocks: readonly DocxBlock[],
  page: DocxPage = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const room = roomOn(page);
  const children = blocks.map((block) =>
    block.kind === 'table' ? table(block, room.width) : paragraph(block),
  );
  // A document must end with a paragraph: a table alone is taken for damaged.
  if (blocks.at(-1)?.kind !== 'paragraph') children.push(new Paragraph({}));
  const document = new Document({
    creator: maker,
    styles,
    sections: [
      {
        properties: { page: { size: room.size, margin: room.margin } },
        ...(page.header && {
          headers: { default: new Header({ children: [pageLine(page.header, room.width)] }) },
        }),
        ...(page.footer && {
          footers: { default: new Footer({ children: [pageLine(page.footer, room.width)] }) },
        }),
        children,
      },
    ],
  });
  const packed = await Packer.pack(document, 'uint8array', undefined, [about]);
  // Packed again, for the library stamps each part with the time.
  return zipUntimed(unzipSync(packed));
}

const maker = 'Parley';

/** In the place of the library's own part, which says when the document was made. */
const about = {
  path: 'docProps/core.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${maker}</dc:creator></cp:coreProperties>`,
};

/** A4, and what of its width there is to write on; in twentieths of a point. */
function roomOn({ isLandscape = false }: DocxPage) {
  const [short, long] = [11_906, 16_838];
  const edge = isLandscape ? 850 : 1_417;
  const orientation = isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    // The library itself turns a page that lies on its side.
    size: { width: short, height: long, orientation },
    margin: { top: edge, right: edge, bottom: edge, left: edge },
    width: (isLandscape ? long : short) - 2 * edge,
  };
}

function paragraph(block: DocxParagraph): Paragraph {
  return new Paragraph({
    ...(block.heading && { heading: `Heading${block.heading}` as const }),
    pageBreakBefore: block.onNewPage ?? false,
    ...directed(block),
    children: runsOf(block.texts, block),
  });
}

const directed = ({ isRightToLeft = false }: Written): IParagraphOptions =>
  isRightToLeft ? { bidirectional: true } : {};

function pageLine(line: DocxPageLine, width: number): Paragraph {
  const number = new TextRun({
    children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  });
  const children: readonly ParagraphChild[] = runsOf([line], line);
  return new Paragraph({
    ...directed(line),
    style: cellStyle,
    spacing: { before: 120, after: 120 },
    tabStops: [{ type: TabStopType.END, position: width }],
    children: line.isNumbered ? [...children, number] : children,
  });
}

function table({ rows, widths, ...written }: DocxTable, room: number): Table {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const line = { style: 'single', size: 4, color: 'BFBFBF' } as const;
  return new Table({
    visuallyRightToLeft: written.isRightToLeft ?? false,
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      ...{ top: line, bottom: line, left: line, right: line },
      ...{ insideHorizontal: line, insideVertical: line },
    },
    ...(widths && { columnWidths: shared(room, widths), layout: TableLayoutType.FIXED }),
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at === 0,
          children: Array.from({ length: columns }, (_, column) =>
            cell(cells[column] ?? '', at === 0, written),
          ),
        }),
    ),
  });
}

/** A width, parted as the shares say. */
function shared(width: number, shares: readonly number[]): readonly number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.round((width * share) / all));
}

function cell(texts: DocxCell, isHead: boolean, written: Written): TableCell {
  return new TableCell({
    ...(isHead && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' } }),
    children: [
      new Paragraph({
        style: cellStyle,
        ...directed(written),
        children: runsOf(typeof texts === 'string' ? [{ text: texts }] : texts, written),
      }),
    ],
  });
}
