import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unzip } from '../xlsx/unzip.ts';
import { readXml } from '../xlsx/xml.ts';
import { paragraphsIn, partOf } from './docx-for-tests.ts';
import { writeDocx } from './index.ts';
import { scriptRuns } from './script-runs.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('</w:t>', '<w:instrText>DDEAUTO</w:instrText>', ']]>', '&#10;', '\u0000\u0007'),
  fc.constantFrom('السيدة أمل Haddad.', 'a\nb', 'مرحبا (42)', '=1+1', '\u{1F54A}\uD800'),
);
const plain = (said: string) =>
  said
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '')
    .replace(/\t/g, ' ')
    .toWellFormed();

describe('a document', () => {
  it('says in each paragraph and cell what was written, whatever that is', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (one, row, rtl) => {
          const written = { language: 'ar', isRightToLeft: rtl };
          const docx = writeDocx([
            {
              kind: 'paragraph',
              texts: [{ text: one }, { text: one, isMarked: true }],
              ...written,
            },
            { kind: 'table', rows: [row, row], ...written },
          ]);
          const said = row.map(plain);
          // The last one is the empty paragraph that must stand after a table.
          expect(paragraphsIn(docx)).toEqual([plain(one) + plain(one), ...said, ...said, '']);
        },
      ),
    );
  });

  it('sets a right-to-left paragraph and table as such, and a Latin name in it not', () => {
    const docx = writeDocx([
      {
        kind: 'paragraph',
        texts: [{ text: 'السيدة Amal Haddad المحترمة.' }],
        ...{ language: 'ar', isRightToLeft: true },
      },
      { kind: 'table', rows: [['الاسم']], isRightToLeft: true },
    ]);
    const xml = partOf(docx, 'word/document.xml');
    expect(xml).toContain('<w:p><w:pPr><w:bidi/></w:pPr>');
    expect(xml).toContain('<w:tblPr><w:bidiVisual/>');
    expect(xml).toContain('<w:r><w:t xml:space="preserve">Amal Haddad</w:t></w:r>');
    expect(xml).toContain(
      '<w:r><w:rPr><w:rtl/><w:lang w:bidi="ar"/></w:rPr><w:t xml:space="preserve"> المحترمة.</w:t></w:r>',
    );
    const left = partOf(
      writeDocx([{ kind: 'paragraph', texts: [{ text: 'Dear' }], language: 'en"/><w:x' }]),
      'word/document.xml',
    );
    expect(left).not.toMatch(/bidi|rtl|lang/);
  });

  it('names Parley as its author, and neither a person nor a time', () => {
    const docx = writeDocx([{ kind: 'paragraph', texts: [{ text: 'x' }] }]);
    const parts = unzip(docx, () => true);
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/app.xml',
      'docProps/core.xml',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/styles.xml',
    ]);
    for (const xml of parts.values()) expect(() => readXml(xml, {})).not.toThrow();
    expect(parts.get('docProps/core.xml')).toMatch(/<dc:creator>Parley<\/dc:creator><\/cp:/);
    expect([...parts.values()].join('')).not.toMatch(/20\d\d-\d\d|lastModifiedBy|<dcterms/);
    expect(writeDocx([{ kind: 'paragraph', texts: [{ text: 'x' }] }])).toEqual(docx);
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
