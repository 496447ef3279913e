/** Up to two letters that stand for a name: first and last word, or one word's first letter. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s·,]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => initialOf(word ?? '')).join('');
}

function initialOf(word: string): string {
  const [letter = ''] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    word.replace(/^[^\p{L}\p{N}]+/u, ''),
  );
  return typeof letter === 'string' ? letter : letter.segment.toLocaleUpperCase();
}
