import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleX from '@lucide/svelte/icons/circle-x';
import Minus from '@lucide/svelte/icons/minus';
import type { Disclosure, FundingBand, FundingFlag, PayerSide, ReportDetail } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { perLanguage } from '#lib/words/language.ts';
import type { Mark } from '../marks/mark.ts';

/** `unsaid`: nobody has said whether the party was told. */
export type Said = Disclosure | 'unsaid';

export const disclosureMarks: readonly Mark<Said>[] = [
  { value: 'told', label: m.funding_told, icon: CircleCheck, tone: 'good', key: '1' },
  {
    ...{ value: 'partly', label: m.funding_told_partly, icon: CircleDashed },
    ...{ tone: 'attention', key: '2' },
  },
  { value: 'not-told', label: m.funding_not_told, icon: CircleX, tone: 'problem', key: '3' },
  { value: 'unsaid', label: m.funding_unsaid, icon: Minus, tone: 'empty', key: '0' },
];

export const bandWords: Readonly<Record<FundingBand, () => string>> = {
  all: m.funding_band_all,
  most: m.funding_band_most,
  part: m.funding_band_part,
  little: m.funding_band_little,
  'in-kind': m.funding_band_in_kind,
  unknown: m.funding_not_known,
};

export const sideWords: Readonly<Record<PayerSide, () => string>> = {
  yes: m.funding_side_yes,
  no: m.funding_side_no,
  unknown: m.funding_not_known,
};

export const detailWords: Readonly<Record<ReportDetail, () => string>> = {
  nothing: m.funding_detail_nothing,
  accounts: m.funding_detail_accounts,
  topics: m.funding_detail_topics,
  names: m.funding_detail_names,
  words: m.funding_detail_words,
};

const lists = perLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** What a flag asks, as a sentence. */
export function flagWords(flag: FundingFlag, nameOf: (party: string) => string): string {
  const names = 'parties' in flag ? lists().format(flag.parties.map(nameOf)) : '';
  switch (flag.kind) {
    case 'payer-is-party':
      return m.funding_flag_party();
    case 'side-unknown':
      return m.funding_flag_side();
    case 'undisclosed':
      return m.funding_flag_undisclosed({ names });
    case 'disclosure-unsaid':
      return m.funding_flag_unsaid({ names });
    case 'terms-undisclosed':
      return m.funding_flag_terms();
    case 'told-of-people':
      return flag.detail === 'names' ? m.funding_flag_names() : m.funding_flag_words();
    case 'detail-unknown':
      return m.funding_flag_detail();
    case 'one-payer':
      return m.funding_flag_one();
  }
}
