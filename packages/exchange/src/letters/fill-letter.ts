import type { LetterTemplate } from '@parley/model';
import { plainText } from '../write-csv.ts';
import { templateParts, type MergeField } from './merge-fields.ts';

/** A stretch of a letter. */
export interface LetterPiece {
  readonly text: string;
  /** It stands where something is missing, and says what. */
  readonly isGap: boolean;
}

export interface Letter {
  readonly language: string;
  readonly direction: LetterTemplate['direction'];
  readonly subject: readonly LetterPiece[];
  /** A paragraph may hold line breaks. */
  readonly paragraphs: readonly (readonly LetterPiece[])[];
  /** Fields that the template asks for and that hold nothing, each once. */
  readonly missing: readonly MergeField[];
  /** What stands in braces and is no field, as it is written, each once. */
  readonly unknown: readonly string[];
}

/** What a person's letter is filled with; empty: not known, or not to be shown. */
export type MergeValues = Readonly<Record<MergeField, string>>;

/**
 * Fills a template once: braces inside a value stay what they are. A value that is missing leaves a gap
 * that says so, never a blank (P2).
 * @param gap what stands for a missing field: `[name]`
 */
export function fillLetter(
  template: Pick<LetterTemplate, 'language' | 'direction' | 'subject' | 'body'>,
  values: MergeValues,
  gap: (field: MergeField) => string,
): Letter {
  const missing = new Set<MergeField>();
  const unknown = new Set<string>();
  const filled = (text: string): readonly LetterPiece[] =>
    templateParts(text).map((part): LetterPiece => {
      if (part.kind === 'words') return { text: part.text, isGap: false };
      if (part.kind === 'unknown') {
        unknown.add(part.text);
        return { text: part.text, isGap: true };
      }
      const value = plainText(values[part.field]).replace(turning, '').trim();
      if (value !== '') return { text: value, isGap: false };
      missing.add(part.field);
      return { text: gap(part.field), isGap: true };
    });
  return {
    language: template.language,
    direction: template.direction,
    subject: filled(plainText(template.subject)),
    paragraphs: paragraphsOf(template.body).map(filled),
    missing: [...missing],
    unknown: [...unknown],
  };
}

/** Marks that nobody sees, by which a name could turn the rest of its line around. */
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Parts of a text between empty lines. */
function paragraphsOf(text: string): readonly string[] {
  return plainText(text)
    .split(/\n[ \t]*\n\s*/u)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/gu, ''))
    .filter((paragraph) => paragraph !== '');
}

const wordsOf = (pieces: readonly LetterPiece[]) => pieces.map(({ text }) => text).join('');

/** A letter as a mail holds it: plain words, an empty line between paragraphs. */
export function mailText({ subject, paragraphs }: Letter): {
  readonly subject: string;
  readonly body: string;
} {
  return {
    subject: wordsOf(subject).replace(/\s+/gu, ' ').trim(),
    body: paragraphs.map(wordsOf).join('\n\n'),
  };
}

/** Characters of an address that every mail program still takes. */
const longestAddress = 1_900;

/**
 * The address that opens a mail program with exactly what `mailText` says, and to nobody; null where it
 * would be too long, for a program would cut it without a word.
 */
export function mailAddress(letter: Letter): string | null {
  const { subject, body } = mailText(letter);
  const said = (text: string) =>
    encodeURIComponent(text.toWellFormed().replace(/\n/g, '\r\n')).replace(/'/g, '%27');
  const address = `mailto:?subject=${said(subject)}&body=${said(body)}`;
  return address.length > longestAddress ? null : address;
}
