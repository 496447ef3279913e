import unhomoglyph from 'unhomoglyph';

/*
 * Its data, Unicode's table of confusable characters, is 100 KB: this file is imported by its own name
 * (`@parley/contracts/look-alikes`), by the server or when a page asks for it.
 */

/**
 * What a name looks like: names with one skeleton can be taken for each other. Unicode's skeleton
 * (UTS 39) over compatibility forms, with small and capital letters as one: what capital I and the
 * digit 1 look like, small i is then too. A skeleton is for comparing only, never for showing.
 */
export function skeletonOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFD');
  // A small letter may look like something else than its capital does.
  const small = unhomoglyph(unhomoglyph(plain).toLowerCase());
  return small.replaceAll('i', 'l').normalize('NFD');
}
