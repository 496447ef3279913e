import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unzip } from '../xlsx/unzip.ts';
import { readXml } from '../xlsx/xml.ts';
import { paragraphsIn, partOf, stampsIn } from './docx-for-tests.ts';
import { writeDocx, type DocxBlock } from './index.ts';
import { scriptRuns } from './script-runs.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('</w:t>', '<w:instrText>DDEAUTO</w:instrText>', ']]>', '&#10;', '\u0000\u0007'),
  fc.constantFrom('السيدة أمل Haddad.', 'a\nb', 'مرحبا (42)', '=1+1', '\u{1F54A}\uD800'),
  // What the library itself puts numbers in the place of.
  fc.constantFrom('{default-bullet-numbering-0}', '{{name}}', '{', '\uFFFE\u0085x'),
);
const plain = (said: string) =>
  said
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '')
    .replace(/\t/g, ' ')
    .toWellFormed();

describe('a document', () => {
  it('says in each paragraph and cell what was written, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (one, row, rtl) => {
          const written = { language: 'ar', isRightToLeft: rtl };
          const docx = await writeDocx([
            {
              kind: 'paragraph',
              texts: [{ text: one }, { text: one, isMarked: true }],
              ...written,
            },
            {
              kind: 'table',
              rows: [row, row.map((said) => [{ text: said, isBold: true }])],
              ...written,
            },
          ]);
          const said = row.map(plain);
          // The last one is the empty paragraph that must stand after a table.
          expect(paragraphsIn(docx)).toEqual([plain(one) + plain(one), ...said, ...said, '']);
        },
      ),
    );
  });

  it('sets a right-to-left paragraph and table as such, and a Latin name in it not', async () => {
    const docx = await writeDocx([
      {
        kind: 'paragraph',
        texts: [{ text: 'السيدة Amal Haddad المحترمة.' }],
        ...{ language: 'ar', isRightToLeft: true },
      },
      { kind: 'table', rows: [['الاسم']], isRightToLeft: true },
    ]);
    const xml = partOf(docx, 'word/document.xml');
    expect(xml).toContain('<w:p><w:pPr><w:bidi/></w:pPr>');
    expect(xml).toContain('<w:bidiVisual/>');
    expect(xml).toContain('<w:r><w:t xml:space="preserve">Amal Haddad</w:t></w:r>');
    expect(xml).toContain(
      '<w:r><w:rPr><w:rtl/><w:lang w:bidi="ar"/></w:rPr><w:t xml:space="preserve"> المحترمة.</w:t></w:r>',
    );
    const left = partOf(
      await writeDocx([{ kind: 'paragraph', texts: [{ text: 'Dear' }], language: 'en"/><w:x' }]),
      'word/document.xml',
    );
    expect(left).not.toMatch(/bidi|rtl|lang/);
  });

  const lines: readonly DocxBlock[] = [
    { kind: 'paragraph', texts: [{ text: 'Day 1' }], heading: 2, onNewPage: true },
    {
      kind: 'table',
      rows: [
        ['From', 'What'],
        ['9:00', 'Plenary'],
      ],
      widths: [1, 3],
    },
  ];
  const page = {
    isLandscape: true,
    header: { text: 'برنامج Lake', language: 'ar', isRightToLeft: true },
    footer: { text: 'Run of show', isNumbered: true },
  };

  it('names Parley as its author, and neither a person nor a time', async () => {
    const docx = await writeDocx(lines, page);
    const parts = unzip(docx, () => true);
    for (const xml of parts.values()) expect(() => readXml(xml, {})).not.toThrow();
    expect(parts.get('docProps/core.xml')).toMatch(/<dc:creator>Parley<\/dc:creator><\/cp:/);
    for (const name of ['docProps/app.xml', 'docProps/custom.xml']) {
      expect(parts.get(name)).toMatch(/<Properties [^>]*\/>$/);
    }
    expect([...parts.values()].join('')).not.toMatch(
      /20\d\d-\d\d-\d\d|lastModifiedBy|<dcterms|w:rsid|w14:paraId/,
    );
    const stamps = new Set(stampsIn(docx));
    expect([...stamps]).toEqual(['1980-1-1 12:0']);
    expect(await writeDocx(lines, page)).toEqual(docx);
  });

  it('holds no link, macro, or field but the number of a page', async () => {
    const parts = unzip(await writeDocx(lines, page), () => true);
    const all = [...parts.values()].join('');
    expect(all).not.toMatch(/TargetMode="External"|<w:hyperlink|vbaProject|fldSimple/);
    expect(all.match(/<w:instrText[^>]*>[^<]*/g)?.map((field) => field.replace(/.*>/, ''))).toEqual(
      ['PAGE', 'NUMPAGES'],
    );
    expect(all.match(/Run of show/g)).toHaveLength(1);
  });

  it('repeats the head of a table, parts its width as asked, and begins a page where told', async () => {
    const xml = partOf(await writeDocx(lines, page), 'word/document.xml');
    expect(xml).toContain('<w:pStyle w:val="Heading2"/><w:pageBreakBefore/>');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toEqual([3_785, 11_354]);
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    const header = [...unzip(await writeDocx(lines, page), (name) => name.includes('header1.xml'))];
    expect(header.map(([, part]) => part).join('')).toContain('<w:bidi/>');
  });
});

describe('runs of one direction', () => {
  it('keep every character, and part where the direction changes', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (said, rtl) => {
        const runs = scriptRuns(said, rtl);
        expect(runs.map((run) => run.text).join('')).toBe(said);
        runs.slice(1).forEach((run, at) => {
          expect(run.isRightToLeft).not.toBe(runs[at]?.isRightToLeft);
        });
      }),
    );
  });

  it('give what stands between two directions to the paragraph', () => {
    expect(scriptRuns('Dear أمل, welcome', false).map((run) => run.text)).toEqual([
      'Dear ',
      'أمل',
      ', welcome',
    ]);
    expect(scriptRuns('عزيزتي Amal، أهلا', true).map((run) => run.text)).toEqual([
      'عزيزتي ',
      'Amal',
      '، أهلا',
    ]);
  });
});
