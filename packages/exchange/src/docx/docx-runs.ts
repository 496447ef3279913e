import { HighlightColor, TextRun } from 'docx';
import { plainText } from '../write-csv.ts';
import { xmlCharacters } from '../xml-text.ts';
import { scriptRuns } from './script-runs.ts';

export interface DocxText {
  readonly text: string;
  /** Marked with a colour: somebody has to look at it before it goes out. */
  readonly isMarked?: boolean;
  readonly isBold?: boolean;
}

/** How a paragraph or a table is written. */
export interface Written {
  /** BCP 47, for spelling and hyphens; anything else is left out. */
  readonly language?: string;
  readonly isRightToLeft?: boolean;
}

const tag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Texts as stretches of one direction each, a new line in one as a break. */
export function runsOf(
  texts: readonly DocxText[],
  { language = '', isRightToLeft = false }: Written,
): readonly TextRun[] {
  return joined(texts).flatMap(({ text, isMarked = false, isBold = false }) =>
    scriptRuns(writable(text), isRightToLeft).flatMap((run) => {
      // The letter's language is that of its own script; a name in another one is in none.
      const own = tag.test(language) && run.isRightToLeft === isRightToLeft;
      const looks = {
        ...(isMarked && { highlight: HighlightColor.YELLOW }),
        ...(isBold && { bold: true }),
        ...(run.isRightToLeft && { rightToLeft: true }),
        ...(own && {
          language: run.isRightToLeft ? { bidirectional: language } : { value: language },
        }),
      };
      return run.text
        .split('\n')
        .map(
          (line, at) => new TextRun({ ...looks, break: at === 0 ? 0 : 1, children: bare(line) }),
        );
    }),
  );
}

const writable = (text: string): string => xmlCharacters(plainText(text)).replace(/\t/g, ' ');

/** In pieces that each end with a brace: the library puts numbers of its own in the place of some `{words}`. */
const bare = (line: string): readonly string[] => line.split(/(?<=\{)/);

/** Neighbours that look alike are one: which way a full stop goes is said by the words on both sides. */
function joined(texts: readonly DocxText[]): readonly DocxText[] {
  return texts.reduce<readonly DocxText[]>((all, next) => {
    const last = all.at(-1);
    if (!last || !looksLike(last, next)) return [...all, next];
    return [...all.slice(0, -1), { ...last, text: last.text + next.text }];
  }, []);
}

const looksLike = (a: DocxText, b: DocxText): boolean =>
  (a.isMarked ?? false) === (b.isMarked ?? false) && (a.isBold ?? false) === (b.isBold ?? false);
