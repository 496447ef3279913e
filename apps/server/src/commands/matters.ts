import type { Assessment, ConveningLink } from '@parley/model/ledger';

/** What a statement is about, in two words: one person has one voice for each such matter. */
export type Matter = readonly [about: string, of: string];

export const matterOfAssessment = ({
  subject,
  reading,
  convener,
}: Pick<Assessment, 'subject' | 'reading' | 'convener'>): Matter => [
  convener ? `${convener} ${subject}` : subject,
  reading.of,
];

/** Ids hold no space: no actor's matter is that of a pair. */
export const matterOfLink = ({
  convener,
  party,
  source,
}: Pick<ConveningLink, 'convener' | 'party' | 'source'>): Matter => [
  `${convener} ${party}`,
  source,
];
