/** From how alike two names are on, 0 to 1, somebody should look whether they are the same. */
const alike = 0.6;

/**
 * How alike two names are, 0 (nothing in common) to 1 (the same when folded). It is the greater of the
 * Sørensen–Dice coefficient of their letter pairs (Dice 1945; it forgives spelling) and of the share of the
 * shorter name's words that the longer one has ("Elders" in "Council of Elders"), which alone is never
 * more than 0.9. Initials count as their name does ("C.E." for "Council of Elders").
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join('') === b.join('')) return 1;
  const initials = isInitials(a, b) || isInitials(b, a) ? 0.9 : 0;
  return Math.max(initials, dice(a.join(' '), b.join(' ')), 0.9 * contained(a, b));
}

/**
 * Who may be the same as the one with this name: the most alike first.
 * @param others in an order of which ties keep theirs
 */
export function similarTo<T extends { readonly name: string }>(
  name: string,
  others: readonly T[],
): readonly T[] {
  return others
    .map((other) => ({ other, like: likeness(name, other.name) }))
    .filter(({ like }) => like >= alike)
    .sort((a, b) => b.like - a.like)
    .map(({ other }) => other);
}

/** Words that say nothing of who somebody is. */
const filling: ReadonlySet<string> = new Set([
  ...['the', 'of', 'for', 'and', 'in', 'on', 'a', 'an'],
  ...['le', 'la', 'les', 'de', 'du', 'des', 'et', 'el', 'al', 'los', 'y'],
]);

/** Case, accents, the vowel signs of Arabic and the ways of writing its alef, ya and ta make no difference. */
function wordsOf(name: string): readonly string[] {
  const folded = name
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0671/g, '\u0627')
    .replace(/(?<=\p{L})\.(?=\p{L}|$)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = folded.split(' ').map((word) => word.replace(/^\u0627\u0644(?=\p{L}{2})/u, ''));
  const telling = words.filter((word) => word !== '' && !filling.has(word));
  return telling.length > 0 ? telling : words.filter((word) => word !== '');
}

const isInitials = ([word = '', ...rest]: readonly string[], words: readonly string[]): boolean =>
  rest.length === 0 &&
  words.length > 1 &&
  word === words.map((one) => Array.from(one)[0] ?? '').join('');

/** The share of the shorter name's words that the longer one has, give or take a letter pair. */
function contained(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const found = few.filter((word) => many.some((other) => dice(word, other) >= 0.8));
  const letters = (words: readonly string[]) => words.join('').length;
  // A short word, such as a number, says little by itself.
  return letters(found) < 4 ? 0 : letters(found) / letters(few);
}

/** Sørensen–Dice of the pairs of letters of two texts; each pair counts as often as it stands in both. */
function dice(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let shared = 0;
  for (const pair of a) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

function pairsOf(text: string): readonly string[] {
  const letters = Array.from(text);
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
