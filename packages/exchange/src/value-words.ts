import type {
  ageBands,
  consents,
  genders,
  levels,
  modalities,
  participantCapacities,
  riskLevels,
  stages,
} from '@parley/model';
import { ageBandOf } from './age-band.ts';
import { foldTerm } from './fold.ts';

/** Value → other words that lists have for it; the value's own name is always understood. */
type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>;

const genderWords: Words<(typeof genders)[number]> = {
  woman: ['f', 'w', 'female', 'women', 'females', 'fem', 'femme', 'mujer', 'أنثى', 'امرأة'],
  man: ['m', 'male', 'men', 'males', 'masc', 'homme', 'hombre', 'ذكر', 'رجل'],
  'non-binary': ['nb', 'x', 'nonbinary', 'enby', 'diverse', 'genderqueer'],
  undisclosed: ['not disclosed', 'prefer not to say', 'not stated', 'not said', 'withheld'],
};

const ageBandWords: Words<(typeof ageBands)[number]> = {
  youth: ['young', 'young person', 'y', 'up to 35', 'youth up to 35'],
  '36-55': ['36 to 55', 'adult', 'middle aged'],
  '56-plus': ['older', 'senior', '56 and over', '56 or older', '56 up'],
  undisclosed: ['not disclosed', 'prefer not to say', 'not stated', 'not said', 'withheld'],
};

const capacityWords: Words<(typeof participantCapacities)[number]> = {
  representative: ['rep', 'delegate', 'member', 'party representative', 'negotiator'],
  'influential-individual': ['influential', 'individual', 'influential person', 'personality'],
  expert: ['adviser', 'advisor', 'specialist', 'resource person', 'technical expert'],
  observer: ['obs', 'observing'],
  support: ['support staff', 'staff', 'assistant', 'logistics', 'aide'],
  interpreter: ['translator', 'interpretation'],
};

const levelWords: Words<(typeof levels)[number]> = {
  top: ['top level', 'level 1', '1', 'elite', 'national leadership'],
  'middle-range': ['middle', 'mid', 'mid level', 'middle level', 'level 2', '2'],
  grassroots: ['grass roots', 'local', 'community', 'base', 'level 3', '3'],
};

const riskWords: Words<(typeof riskLevels)[number]> = {
  low: ['l', 'minor', 'green'],
  medium: ['med', 'mid', 'moderate', 'amber', 'yellow'],
  high: ['h', 'severe', 'serious', 'red'],
};

const stageWords: Words<(typeof stages)[number]> = {
  longlisted: ['longlist', 'long list', 'long listed', 'considered', 'candidate'],
  screened: ['screening', 'vetted', 'shortlisted', 'short list', 'shortlist'],
  nominated: ['nominee', 'proposed', 'put forward'],
  invited: ['invitation sent', 'awaiting answer', 'pending', 'no answer yet'],
  confirmed: ['accepted', 'coming', 'attending', 'will attend'],
  attended: ['present', 'came', 'took part', 'participated'],
  declined: ['refused', 'not coming', 'regrets'],
  withdrawn: ['withdrew', 'cancelled', 'canceled', 'dropped out', 'pulled out'],
  excluded: ['not admitted'],
};

const modalityWords: Words<(typeof modalities)[number]> = {
  'direct-representation': ['direct', 'at the table', 'delegate'],
  observer: ['observing', 'observation'],
  consultation: ['consulted', 'consultative'],
  commission: ['commission member', 'committee'],
  'problem-solving-workshop': ['workshop', 'problem solving'],
  'public-forum': ['forum', 'public', 'public meeting'],
};

const consentWords: Words<(typeof consents)[number]> = {
  named: ['name', 'be named', 'naming'],
  photographed: ['photo', 'photos', 'photograph', 'be photographed', 'photography'],
  recorded: ['record', 'recording', 'be recorded', 'audio', 'video'],
  quoted: ['quote', 'quotes', 'be quoted', 'quotation'],
  contacted: ['contact', 'be contacted', 'follow up'],
};

/** Words for "it is not known", which is a value of its own and never guessed over (P2). */
const unknownWords = new Set(['unknown', 'not known', 'n a', 'na', 'tbd', 'tbc', 'not applicable']);

/** Whether a cell says that something is not known: empty, a dash, a question mark, or in words. */
export function isUnknown(text: string): boolean {
  const folded = foldTerm(text);
  return folded === '' || unknownWords.has(folded);
}

/** Whether a cell that may hold several items says that there is none. */
export function isNone(text: string): boolean {
  return ['', 'none', 'no', 'n a', 'unknown', 'not known'].includes(foldTerm(text));
}

const reader = <Value extends string>(words: Words<Value>) => {
  const known = new Map<string, Value>();
  const entries = Object.entries(words) as [Value, readonly string[]][]; // the keys of a const table
  for (const [value] of entries) known.set(foldTerm(value), value);
  for (const [value, others] of entries) {
    for (const word of others.map(foldTerm)) if (!known.has(word)) known.set(word, value);
  }
  return (text: string): Value | null => known.get(foldTerm(text)) ?? null;
};

const ageBandWord = reader(ageBandWords);

/** Reads the value that a cell means; null when it is not understood. */
export const valueReaders = {
  gender: reader(genderWords),
  ageBand: (text: string) => ageBandOf(text) ?? ageBandWord(text),
  capacity: reader(capacityWords),
  level: reader(levelWords),
  riskLevel: reader(riskWords),
  stage: reader(stageWords),
  modality: reader(modalityWords),
  consents: reader(consentWords),
} as const;
