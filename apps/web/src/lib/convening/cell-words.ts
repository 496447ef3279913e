import { isAccessWithoutInfluence, readingsOf } from '@parley/model';
import type { ConveningLink } from '@parley/model/ledger';
import { m } from '#lib/paraglide/messages.js';
import { figureAloud, sourceWords } from './convening-words.ts';

/** All that a cell shows, in one sentence. @param links those that stand about the pair */
export function cellWords(
  convener: string,
  party: string,
  links: readonly ConveningLink[],
): string {
  if (links.length === 0) return m.convening_cell_empty({ convener, party });
  const said = {
    ...{ convener, party },
    access: figureAloud(readingsOf(links.map(({ access }) => access))),
    influence: figureAloud(readingsOf(links.map(({ influence }) => influence))),
    sources: [...new Set(links.map(({ source }) => sourceWords[source]()))].join(', '),
  };
  return links.some(isAccessWithoutInfluence)
    ? m.convening_cell_flagged(said)
    : m.convening_cell(said);
}
