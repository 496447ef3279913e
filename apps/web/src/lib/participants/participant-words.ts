import type { CountedAs, Participant, Stage } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { perLanguage } from '#lib/words/language.ts';
import type { Mark, Option } from '#lib/table/column.ts';

/** What the values of a participant's closed fields are called. */
export type Words<Value extends string> = Readonly<Record<Value, () => string>>;

export const stageWords: Words<Stage> = {
  longlisted: m.participants_stage_longlisted,
  screened: m.participants_stage_screened,
  nominated: m.participants_stage_nominated,
  invited: m.participants_stage_invited,
  confirmed: m.participants_stage_confirmed,
  attended: m.participants_stage_attended,
  declined: m.participants_stage_declined,
  withdrawn: m.participants_stage_withdrawn,
  excluded: m.participants_stage_excluded,
};

/** The colours of a stage; its word always stands beside the dot. */
const stageMarks: Readonly<Record<Stage, Mark>> = {
  longlisted: 'neutral',
  screened: 'violet',
  nominated: 'violet',
  invited: 'blue',
  confirmed: 'good',
  attended: 'good',
  declined: 'problem',
  withdrawn: 'problem',
  excluded: 'problem',
};

export const capacityWords: Words<Participant['capacity']> = {
  representative: m.participants_capacity_representative,
  'influential-individual': m.participants_capacity_influential,
  expert: m.participants_capacity_expert,
  observer: m.participants_capacity_observer,
  support: m.participants_capacity_support,
  interpreter: m.participants_capacity_interpreter,
};

export const genderWords: Words<Participant['gender']> = {
  woman: m.participants_gender_woman,
  man: m.participants_gender_man,
  'non-binary': m.participants_gender_non_binary,
  undisclosed: m.participants_undisclosed,
};

export const ageBandWords: Words<Participant['ageBand']> = {
  youth: m.participants_age_youth,
  '36-55': m.participants_age_middle,
  '56-plus': m.participants_age_senior,
  undisclosed: m.participants_undisclosed,
};

export const levelWords: Words<NonNullable<Participant['level']>> = {
  top: m.participants_level_top,
  'middle-range': m.participants_level_middle,
  grassroots: m.participants_level_grassroots,
};

export const modalityWords: Words<NonNullable<Participant['modality']>> = {
  'direct-representation': m.participants_modality_direct,
  observer: m.participants_modality_observer,
  consultation: m.participants_modality_consultation,
  commission: m.participants_modality_commission,
  'problem-solving-workshop': m.participants_modality_workshop,
  'public-forum': m.participants_modality_forum,
};

export const riskWords: Words<NonNullable<Participant['riskLevel']>> = {
  low: m.participants_risk_low,
  medium: m.participants_risk_medium,
  high: m.participants_risk_high,
};

export const consentWords: Words<'named' | 'photographed' | 'recorded' | 'quoted' | 'contacted'> = {
  named: m.participants_consent_named,
  photographed: m.participants_consent_photographed,
  recorded: m.participants_consent_recorded,
  quoted: m.participants_consent_quoted,
  contacted: m.participants_consent_contacted,
};

/** The values of a closed field as options, in the order of the model. */
export function optionsOf<Value extends string>(
  words: Words<Value>,
): readonly (Option & {
  readonly value: Value;
})[] {
  const entries = Object.entries(words) as [Value, () => string][]; // the keys of a record of words
  return entries.map(([value, word]) => ({ value, label: word() }));
}

/** A text as one of the values that there are words for; null when it is none. */
export function valueIn<Value extends string>(
  words: Words<Value>,
  value: string | null,
): Value | null {
  return optionsOf(words).find((option) => option.value === value)?.value ?? null;
}

export function stageOptions(): readonly (Option & { readonly value: Stage })[] {
  return optionsOf(stageWords).map((option) => ({ ...option, mark: stageMarks[option.value] }));
}

export const stageMark = (stage: Stage): Mark => stageMarks[stage];

const languageNames = perLanguage(
  (language) => new Intl.DisplayNames([language], { type: 'language' }),
);

/** `ar` as a reader calls it; a language that is written out stays as it is. */
export function languageName(language: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z]{2,8})*$/.test(language)) return language;
  return languageNames().of(language) ?? language;
}

export const countedWords: Words<CountedAs> = {
  invited: m.participants_counted_invited,
  confirmed: m.participants_counted_confirmed,
  attended: m.participants_counted_attended,
  seats: m.targets_counted_seats,
};
