import type { Screening } from '@parley/model/ledger';
import { moment } from '#lib/frame/dates.ts';
import { m } from '#lib/paraglide/messages.js';

const levels = [
  m.screening_level_0,
  m.screening_level_1,
  m.screening_level_2,
  m.screening_level_3,
  m.screening_level_4,
];

/** Every score that can be given: 0–4, and not known (P2). */
export const scores: readonly (number | null)[] = [0, 1, 2, 3, 4, null];

/** @param score 0–4; null: not known */
export const scoreWords = (score: number | null): string =>
  score === null
    ? m.screening_unknown()
    : m.screening_score_words({ score, words: levels[score]?.() ?? '' });

export const screeningTitle = ({ opened }: Pick<Screening, 'opened'>): string =>
  opened.title || m.screening_untitled({ time: moment(opened.at) });
