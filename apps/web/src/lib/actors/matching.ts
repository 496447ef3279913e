import type { Actor } from '@parley/model';
import { sectorWord } from './actor-words.ts';

/** Most matches that are shown at once. */
const most = 40;

/**
 * Actors whose name, pseudonym or sector holds what was typed, without regard to case and accents;
 * names that begin with it come first.
 */
export function matching(actors: readonly Actor[], typed: string): readonly Actor[] {
  const wanted = folded(typed.trim());
  if (wanted === '') return actors.slice(0, most);
  const ranked = actors.flatMap((actor) => {
    const name = folded(actor.name);
    const rest = folded(`${actor.pseudonym} ${sectorWord(actor.sector)}`);
    const rank = name.startsWith(wanted)
      ? 0
      : name.includes(wanted)
        ? 1
        : rest.includes(wanted)
          ? 2
          : 3;
    return rank < 3 ? [{ actor, rank }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ actor }) => actor);
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
