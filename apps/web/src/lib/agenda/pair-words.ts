import { partsOfPair } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { languagesInWords } from './agenda-words.ts';

/** `AR → EN`; what is no pair stays as it is written. */
export function pairInWords(pair: string): string {
  const parts = partsOfPair(pair);
  if (parts === null) return pair;
  const [from, to] = [languagesInWords([parts.from]), languagesInWords([parts.to])];
  return m.agenda_pair({ from, to });
}
