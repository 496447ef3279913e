import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsIn, partOf } from '../docx/docx-for-tests.ts';
import {
  asMergeField,
  fillLetter,
  lettersDocx,
  lettersZip,
  mailAddress,
  mailText,
  mergeFields,
  templateParts,
  type MergeValues,
} from './index.ts';

const values: MergeValues = {
  name: 'Amal Haddad',
  pseudonym: 'Delegate U-01',
  delegation: 'Upland Water Union',
  title: 'Lake Meridia water dialogue',
  dates: '25–26 November',
  place: 'Geneva',
  replyBy: '1 November',
  sender: 'Nadia Haddad',
};
const english = {
  language: 'en',
  direction: 'ltr',
  subject: 'Invitation to the {{title}}',
  body: 'Dear {{name}},\n\nwe meet in {{ Place }} on {{dates}}.\nPlease answer.\n\n\n{{sender}}',
} as const;
const arabic = {
  language: 'ar',
  direction: 'rtl',
  subject: 'دعوة',
  body: 'عزيزتي {{name}}،',
} as const;
const gap = (field: string) => `[${field}]`;

describe('a letter', () => {
  it('is filled with what is known of one person', () => {
    const letter = fillLetter(english, values, gap);
    expect(mailText(letter)).toEqual({
      subject: 'Invitation to the Lake Meridia water dialogue',
      body: 'Dear Amal Haddad,\n\nwe meet in Geneva on 25–26 November.\nPlease answer.\n\nNadia Haddad',
    });
    expect(letter).toMatchObject({ missing: [], unknown: [] });
  });

  it('says what is missing, where it is missing, and never leaves a blank', async () => {
    const letter = fillLetter(
      { ...english, subject: '{{name}} {{nmae}} {{}}' },
      { ...values, name: ' ', place: '\u0007' },
      gap,
    );
    expect(letter).toMatchObject({ missing: ['name', 'place'], unknown: ['{{nmae}}', '{{}}'] });
    expect(mailText(letter).subject).toBe('[name] {{nmae}} {{}}');
    expect(mailText(letter).body).toContain('we meet in [place] on');
    expect(partOf(await lettersDocx([letter]), 'word/document.xml')).toMatch(
      /<w:highlight w:val="yellow"\/>.{0,60}\[place\]/,
    );
  });

  it('fills once: a name that looks like a field stays a name, and turns no line around', () => {
    const letter = fillLetter(arabic, { ...values, name: '{{sender}}\u202E<b>' }, gap);
    expect(mailText(letter).body).toBe('عزيزتي {{sender}}<b>،');
  });

  it('holds every word of its template, whatever that is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(...mergeFields.map(asMergeField), '{{', '}}', '{{{name}}}', '{{x}}'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const template = pieces.join('');
        const said = templateParts(template).map((part) =>
          part.kind === 'field' ? asMergeField(part.field) : part.text,
        );
        const loosely = (text: string) => text.replace(/[\s{}]/gu, '').toLowerCase();
        expect(loosely(said.join(''))).toBe(loosely(template));
      }),
    );
  });
});

describe('files of letters', () => {
  const letters = [fillLetter(english, values, gap), fillLetter(arabic, values, gap)];

  it('are one document with a page each, or a document each whose name tells of nobody', async () => {
    const together = await lettersDocx(letters);
    expect(paragraphsIn(together)).toEqual([
      'Invitation to the Lake Meridia water dialogue',
      'Dear Amal Haddad,',
      'we meet in Geneva on 25–26 November.\nPlease answer.',
      'Nadia Haddad',
      'دعوة',
      'عزيزتي Amal Haddad،',
    ]);
    const xml = partOf(together, 'word/document.xml');
    expect(xml.match(/<w:pageBreakBefore\/><w:bidi\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    const files = unzipSync(await lettersZip(letters, (number) => `letter-${number}`));
    expect(Object.keys(files)).toEqual(['letter-1.docx', 'letter-2.docx']);
    expect(paragraphsIn(files['letter-2.docx'] ?? new Uint8Array())).toEqual([
      'دعوة',
      'عزيزتي Amal Haddad،',
    ]);
  });

  it('open a mail to nobody with exactly what is shown, or not at all', () => {
    const [letter] = letters;
    if (!letter) throw new Error('There is a letter');
    const address = mailAddress(letter) ?? '';
    const { pathname, searchParams } = new URL(address);
    expect(pathname).toBe('');
    expect([...searchParams.keys()]).toEqual(['subject', 'body']);
    expect(searchParams.get('body')?.replace(/\r\n/g, '\n')).toBe(mailText(letter).body);
    const hostile = fillLetter(english, { ...values, title: 'x&cc=spy@example.org?bcc=a#' }, gap);
    expect([...new URL(mailAddress(hostile) ?? '').searchParams.keys()]).toEqual([
      'subject',
      'body',
    ]);
    expect(
      mailAddress(fillLetter({ ...english, body: 'long '.repeat(500) }, values, gap)),
    ).toBeNull();
  });
});
