import { conditionsOf, type Condition, type InclusionTarget, type Settings } from '@parley/model';
import type { CountedAs } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { perLanguage } from '#lib/words/language.ts';
import { stageWords } from '../participant-words.ts';
import { attributeWords, valueWord } from './attribute-words.ts';
import { choice, count, percent } from './target-words.ts';

type Attributes = Settings['attributes'];

const lists = perLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

const whomWords: Readonly<Record<CountedAs, () => string>> = {
  invited: m.inclusion_whom_invited,
  confirmed: m.inclusion_whom_confirmed,
  attended: m.inclusion_whom_attended,
  seats: m.inclusion_whom_seats,
};

/**
 * What a target asks for, in a sentence that names its denominator (P6): `At least 30% of the people
 * confirmed, in each delegation, must be women whose region is Coast.`
 * @param counted what the board counts, for a target that does not say
 * @param place what the one delegation or session is called that it is about
 */
export function targetSentence(
  target: InclusionTarget,
  attributes: Attributes,
  counted: CountedAs,
  place: string,
): string {
  if (conditionsOf(target).some(({ values }) => values.length === 0)) {
    return m.inclusion_sentence_open();
  }
  const { amount, comparison } = target;
  const isOfTime = target.scope === 'speaking-time';
  const number =
    amount.unit === 'share'
      ? percent(amount.share)
      : isOfTime
        ? m.targets_minutes({ minutes: count(amount.count) })
        : count(amount.count);
  const isLeast = comparison === 'at-least';
  const parts = {
    amount: isLeast
      ? m.inclusion_amount_least({ amount: number })
      : m.inclusion_amount_most({ amount: number }),
    whom: whomOf(target, counted),
    where: whereOf(target, place),
    subject: whoCounts(target, attributes),
  };
  const asked = isOfTime
    ? isLeast
      ? m.targets_sentence_time(parts)
      : m.targets_sentence_time_may(parts)
    : isLeast
      ? m.inclusion_sentence(parts)
      : m.inclusion_sentence_may(parts);
  const who = target.setBy.trim();
  return who === '' ? asked : `${asked} ${m.inclusion_sentence_set_by({ who })}`;
}

/**
 * Who counts, as it stands in a sentence: `women whose region is Coast or Hills and whose …`.
 * @param isOne of one person: `woman whose …`
 */
export function whoCounts(
  target: Pick<InclusionTarget, 'attribute' | 'values' | 'also'>,
  attributes: Attributes,
  isOne = false,
): string {
  const [first, ...further] = conditionsOf(target);
  if (first === undefined) return '';
  const subject = nounOf(first, attributes, isOne);
  if (further.length === 0) return subject;
  const besides = further.map((condition) => m.inclusion_whose(whose(condition, attributes)));
  return `${subject} ${lists().format(besides)}`;
}

function nounOf(first: Condition, attributes: Attributes, isOne: boolean): string {
  if (first.attribute !== 'gender' && first.attribute !== 'capacity') {
    const parts = whose(first, attributes);
    return isOne ? m.inclusion_person_whose(parts) : m.inclusion_people_whose(parts);
  }
  if (!isOne) return valuesOf(first, attributes);
  const { values } = attributeWords(first.attribute, attributes);
  return choice(
    first.values.map((value) => {
      if (value === 'non-binary') return m.inclusion_non_binary_person();
      const word = values?.find((option) => option.value === value)?.label ?? value;
      return word.toLocaleLowerCase();
    }),
  );
}

function whose(condition: Condition, attributes: Attributes) {
  const { label } = attributeWords(condition.attribute, attributes);
  return {
    // The team's own words stay as they were written.
    attribute: condition.attribute.startsWith('custom:') ? label : label.toLocaleLowerCase(),
    values: valuesOf(condition, attributes),
  };
}

const valuesOf = ({ attribute, values }: Condition, attributes: Attributes): string =>
  choice(values.map((value) => valueWord(attribute, value, attributes)));

function whomOf(target: InclusionTarget, counted: CountedAs): string {
  switch (target.scope) {
    case 'stage':
      return m.inclusion_whom_stage({ stage: stageWords[target.stage]() });
    case 'speaking-roles':
      return m.inclusion_whom_speaking();
    case 'speaking-time':
      return m.targets_whom_time();
    default:
      return whomWords[target.counted ?? counted]();
  }
}

function whereOf({ scope, only }: InclusionTarget, place: string): string {
  switch (scope) {
    case 'delegation':
      return only === null
        ? m.inclusion_where_delegation()
        : m.inclusion_where_only_delegation({ place });
    case 'session':
      return only === null
        ? m.inclusion_where_session()
        : m.inclusion_where_only_session({ place });
    default:
      return m.inclusion_where_process();
  }
}
