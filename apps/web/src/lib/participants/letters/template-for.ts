import type { LetterTemplate, Participant } from '@parley/model';

/**
 * Why somebody gets the letter in this language: they speak it, nobody knows what they speak, or they
 * speak something that there is no letter in.
 */
export type LanguageFit = 'theirs' | 'not-known' | 'none-in-theirs';

export interface ChosenTemplate<T> {
  readonly template: T;
  readonly fit: LanguageFit;
}

/**
 * The first template, in the team's order, in a language that somebody speaks; else the first of all,
 * and why. null where there is none.
 */
export function templateFor<T extends Pick<LetterTemplate, 'language'>>(
  { languages }: Pick<Participant, 'languages'>,
  templates: readonly T[],
): ChosenTemplate<T> | null {
  const spoken = new Set(languages.flatMap(namesOf));
  const own = templates.find(({ language }) => namesOf(language).some((name) => spoken.has(name)));
  if (own) return { template: own, fit: 'theirs' };
  const [first] = templates;
  if (!first) return null;
  return { template: first, fit: languages.length === 0 ? 'not-known' : 'none-in-theirs' };
}

const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** What a language may be called in a list: `ar`, `Arabic`, `العربية` for `ar-SY`. */
function namesOf(language: string): readonly string[] {
  const said = language.trim().toLowerCase();
  if (said === '') return [];
  if (!tag.test(said)) return [said];
  const [code = said] = said.split('-');
  return [code, nameIn('en', code), nameIn(code, code)].map((name) => name.toLowerCase());
}

function nameIn(reader: string, code: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code;
  } catch {
    // Nothing is called so: three letters that look like a code.
    return code;
  }
}

const scripts = /^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/;

/** Which way a language is written, as far as it is known; a language written out is taken for left to right. */
export function directionOf(language: string): LetterTemplate['direction'] {
  if (!tag.test(language.trim())) return 'ltr';
  try {
    const { script } = new Intl.Locale(language.trim()).maximize();
    return scripts.test(script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
