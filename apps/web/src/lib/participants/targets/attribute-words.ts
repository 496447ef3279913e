import type { InclusionTarget, Participant, Settings } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { Option } from '#lib/table/column.ts';
import { fieldLabels } from '../field-words.ts';
import {
  ageBandWords,
  capacityWords,
  genderWords,
  levelWords,
  modalityWords,
  optionsOf,
  valueIn,
  type Words,
} from '../participant-words.ts';

type Attributes = Settings['attributes'];

/** What a target can be about: a field, or an attribute of the process's own. */
export interface AttributeWords {
  readonly label: string;
  /** The values that there are; null: free text, as people have written it. */
  readonly values: readonly Option[] | null;
}

const closed: Readonly<Record<string, { label: () => string; words: Words<string> }>> = {
  gender: { label: fieldLabels.gender, words: genderWords },
  ageBand: { label: fieldLabels.ageBand, words: ageBandWords },
  capacity: { label: m.participants_field_capacity, words: capacityWords },
  level: { label: fieldLabels.level, words: levelWords },
  modality: { label: fieldLabels.modality, words: modalityWords },
};

/** An attribute that a target names, in words; one that is gone says its id. */
export function attributeWords(
  attribute: InclusionTarget['attribute'],
  attributes: Attributes,
): AttributeWords {
  if (attribute === 'region') return { label: fieldLabels.region(), values: null };
  if (attribute === 'sector') return { label: fieldLabels.sector(), values: null };
  const field = closed[attribute];
  if (field) {
    // Nobody can ask for undisclosed people: it is no answer (P2).
    const values = optionsOf(field.words).filter(({ value }) => value !== 'undisclosed');
    return { label: field.label(), values };
  }
  const own = attributes[attribute.slice('custom:'.length)];
  return {
    label: own?.label ?? m.participants_attribute_gone(),
    values: Object.entries(own?.values ?? {}).map(([value, label]) => ({ value, label })),
  };
}

/** The attributes that a target of this process can name. */
export function targetableAttributes(
  settings: Pick<Settings, 'participantFields' | 'attributes'>,
): readonly string[] {
  const optional = ['gender', 'ageBand', 'region', 'sector', 'level', 'modality'];
  return [
    ...optional.filter((field) => settings.participantFields.includes(field)),
    'capacity',
    ...Object.keys(settings.attributes).map((id) => `custom:${id}`),
  ];
}

/** People with a value, in the plural where there is one: `women`. */
export function valueWord(
  attribute: InclusionTarget['attribute'],
  value: string,
  attributes: Attributes,
): string {
  if (attribute === 'gender') {
    const gender = valueIn(genderWords, value);
    if (gender !== null && gender !== 'undisclosed') return pluralGenders[gender]();
  }
  if (attribute === 'capacity') {
    const capacity = valueIn(capacityWords, value);
    if (capacity !== null) return pluralCapacities[capacity]();
  }
  const { values } = attributeWords(attribute, attributes);
  return values?.find((option) => option.value === value)?.label ?? value;
}

const pluralGenders: Readonly<Record<Exclude<Participant['gender'], 'undisclosed'>, () => string>> =
  {
    woman: m.participants_women,
    man: m.participants_men,
    'non-binary': m.participants_non_binary_people,
  };

const pluralCapacities: Words<Participant['capacity']> = {
  representative: m.participants_representatives,
  'influential-individual': m.participants_influential_individuals,
  expert: m.participants_experts,
  observer: m.participants_observers,
  support: m.participants_support_people,
  interpreter: m.participants_interpreters,
};
