import type { Actor, Reach, Readings } from '@parley/model';
import type { ConveningLink, ConveningSource } from '@parley/model/ledger';
import { trackWords } from '#lib/actors/actor-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { perLanguage } from '#lib/words/language.ts';
import type { ConvenerGroup } from './convening-state.svelte.ts';

export const sourceWords: Readonly<Record<ConveningSource, () => string>> = {
  hard: m.convening_source_hard,
  'soft-reputation': m.convening_source_soft_reputation,
  'soft-resources': m.convening_source_soft_resources,
  referent: m.convening_source_referent,
  normative: m.convening_source_normative,
};

/** What fits into a cell. */
export const sourceShort: Readonly<Record<ConveningSource, () => string>> = {
  hard: m.convening_short_hard,
  'soft-reputation': m.convening_short_soft_reputation,
  'soft-resources': m.convening_short_soft_resources,
  referent: m.convening_short_referent,
  normative: m.convening_short_normative,
};

export const sourceHints: Readonly<Record<ConveningSource, () => string>> = {
  hard: m.convening_hint_hard,
  'soft-reputation': m.convening_hint_soft_reputation,
  'soft-resources': m.convening_hint_soft_resources,
  referent: m.convening_hint_referent,
  normative: m.convening_hint_normative,
};

export const reachWords: Readonly<Record<Reach, () => string>> = {
  reached: m.convening_reach_reached,
  open: m.convening_reach_open,
  'not-reached': m.convening_reach_not_reached,
  unsaid: m.convening_reach_unsaid,
};

export const groupWords: Readonly<Record<ConvenerGroup['of'], () => string>> = {
  team: m.convening_group_team,
  funders: m.convening_group_funders,
  others: m.convening_group_others,
};

/** `4`, `1–4`, `2 ?` where somebody does not know, `?` where nobody does. */
export function figureWords({ known, unknown }: Readings): string {
  const [least, most] = [known.at(0), known.at(-1)];
  if (least === undefined || most === undefined) return '?';
  const figure = least === most ? String(least) : `${least}–${most}`;
  return unknown > 0 ? `${figure} ?` : figure;
}

/** The same, said aloud. */
export function figureAloud({ known, unknown }: Readings): string {
  const levels = [...new Set(known)].join(', ');
  if (known.length === 0) return m.convening_unknown();
  return unknown > 0 ? m.convening_with_unknown({ levels, count: unknown }) : levels;
}

export const levelWords = (level: number | null): string =>
  level === null ? m.convening_unknown() : String(level);

const dates = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
    }),
);

/** `28 Nov 2012`. @param date `YYYY-MM-DD` */
export const dateWords = (date: string): string => dates().format(new Date(`${date}T00:00:00Z`));

/** When it runs, as far as that is known. */
export function spanWords(from: string | null, until: string | null): string {
  if (from !== null && until !== null)
    return m.convening_from_until({ from: dateWords(from), until: dateWords(until) });
  if (from !== null) return m.convening_since({ from: dateWords(from) });
  if (until !== null) return m.convening_until({ until: dateWords(until) });
  return m.convening_no_dates();
}

export const trackName = (track: Actor['track']): string =>
  track === null ? '' : trackWords(track);

/** Who said it: a name, oneself, or somebody who is not named. */
export const assessorWords = ({ by }: Pick<ConveningLink, 'by'>, isOwn: boolean): string =>
  isOwn ? m.convening_you() : (by?.name ?? m.ledger_a_participant());
