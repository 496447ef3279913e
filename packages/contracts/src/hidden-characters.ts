/** Scripts that spell with ZWJ and ZWNJ: their letters join or part at them, and so names need them. */
const joining = `[${[
  'Arab',
  'Syrc',
  'Mand',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Mong',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
]
  .concat('Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Khmr', 'Mymr', 'Tibt')
  .map((script) => `\\p{scx=${script}}`)
  .join('')}]`;
const viramas = '[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]';
const letter = `(?=[\\p{L}\\p{M}])${joining}`;
/** One joiner between two such letters or their marks, or after a virama (as RFC 5892 has it). */
const spelling = `(?<=${letter})[\u200C\u200D](?=${letter})|(?<=${viramas})[\u200C\u200D]`;

/**
 * What a reader does not see, and what turns the direction of the text around it: bidi controls,
 * zero-width characters, fillers, tags, separators of lines; by Unicode's own properties, and the few
 * that are blank without having one.
 */
const hidden = new RegExp(
  `(?!${spelling})[\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}\\p{Zl}\\p{Zp}\u2800\uFFF9-\uFFFB]`,
  'gu',
);

/**
 * The characters of a text that nobody sees, each once, in the order of the text. A joiner that spells
 * is not among them; `skeletonOf` passes over it all the same, since between letters that never join it
 * changes nothing that can be seen.
 */
export const hiddenCharactersIn = (text: string): readonly string[] => [
  ...new Set(text.match(hidden) ?? []),
];

/** The text without characters that nobody sees. */
export const withoutHidden = (text: string): string => text.replace(hidden, '');
