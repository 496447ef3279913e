import type { SessionZero } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { perLanguage } from '#lib/words/language.ts';
import { count } from '../targets/target-words.ts';

const lists = perLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** `women, youth and experts`. */
export const listed = (words: readonly string[]): string => lists().format(words);

/** As a sentence begins. */
export const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase() + text.slice(1);

/**
 * The groups that a session is without, those alike in one sentence: `Women: nobody of 9 expected`.
 * @param room how many people are expected, and came
 */
export function zeroSentences(
  zeros: readonly SessionZero[],
  room: { readonly expected: number; readonly came: number },
  words: (group: string) => string,
): readonly string[] {
  const alike = Map.groupBy(zeros, ({ of, unknowns, awaited }) => `${of} ${unknowns} ${awaited}`);
  return [...alike.values()].flatMap((same) => {
    const [one] = same;
    if (!one) return [];
    const groups = capitalised(listed(same.map(({ group }) => words(group))));
    const said =
      one.of === 'came'
        ? m.sessions_zero_came({ groups, people: count(room.came) })
        : m.sessions_zero_expected({ groups, people: count(room.expected) });
    const more = [
      ...(one.unknowns > 0 ? [m.sessions_zero_unknown({ people: count(one.unknowns) })] : []),
      ...(one.of === 'came' && one.awaited > 0
        ? [m.sessions_zero_awaited({ people: count(one.awaited) })]
        : []),
    ];
    return [[said, ...more].join(' ')];
  });
}
