import { checkKey } from '@parley/model';
import { language } from '#lib/words/language.ts';

/** What a check says. */
export interface Said {
  readonly tone: 'problem' | 'attention';
  /** The fact, in one sentence. */
  readonly fact: string;
  /** What it is about, or what to do. */
  readonly more: string;
  /** Id of the block to look at. */
  readonly block: string | null;
}

/** A check as the inspector says it, with the key by which it is accepted. */
export interface CheckInWords extends Said {
  readonly key: string;
}

/** What is found, in words; nothing of what was removed in the meantime. */
export const keyed = <C extends { readonly kind: string }>(
  checks: readonly C[],
  inWords: (check: C) => Said | null,
): readonly CheckInWords[] =>
  checks.flatMap((check) => {
    const said = inWords(check);
    return said === null ? [] : [{ ...said, key: checkKey(check) }];
  });

export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(language(), { type: 'conjunction' }).format(words);
