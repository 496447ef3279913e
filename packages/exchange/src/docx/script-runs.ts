/** A stretch of text that is read in one direction. */
export interface ScriptRun {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const letter = /\p{L}/u;

/**
 * Parts a text where its direction changes. A document says the direction with each run, for word
 * processors do not look at the letters: a Latin name inside an Arabic paragraph would be shown with its
 * full stop on the wrong side. Spaces, digits and marks between two stretches of one direction are part
 * of it; between two directions they go as the paragraph does (after Unicode's UAX 9, N1 and N2).
 */
export function scriptRuns(text: string, isRightToLeft: boolean): readonly ScriptRun[] {
  const runs: { text: string; isRightToLeft: boolean }[] = [];
  const add = (part: string, direction: boolean) => {
    const last = runs.at(-1);
    if (part === '') return;
    if (last?.isRightToLeft === direction) last.text += part;
    else runs.push({ text: part, isRightToLeft: direction });
  };
  let between = '';
  let current = isRightToLeft;
  for (const character of text) {
    const isStrong = letter.test(character) || rightToLeft.test(character);
    if (!isStrong) {
      between += character;
      continue;
    }
    const direction = rightToLeft.test(character);
    add(between, current === direction ? direction : isRightToLeft);
    between = '';
    add(character, direction);
    current = direction;
  }
  add(between, isRightToLeft);
  return runs;
}
