/** From which language into which somebody interprets. */
export interface LanguagePair {
  readonly from: string;
  readonly to: string;
}

/** As a block of the agenda holds it: `ar>en`. */
export const pairOf = ({ from, to }: LanguagePair): string => `${from.trim()}>${to.trim()}`;

/** @returns null where a text names no two different languages */
export function partsOfPair(text: string): LanguagePair | null {
  const [from = '', to = '', ...more] = text.split('>').map((part) => part.trim());
  const same = from.toLowerCase() === to.toLowerCase();
  return from === '' || to === '' || more.length > 0 || same ? null : { from, to };
}
