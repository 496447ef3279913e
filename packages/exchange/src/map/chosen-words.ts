import {
  actorKinds,
  actorRoles,
  affiliations,
  expressions,
  levels,
  sectors,
  tieKinds,
  tracks,
} from '@parley/model';
import { foldTerm } from '../fold.ts';

/** What Kumu says of the direction of a connection. */
export const directions = ['directed', 'undirected', 'mutual'] as const;
/** Of a tie, as a text: 1 is weak, 3 is strong. */
export const strengths = ['1', '2', '3'] as const;

/** Columns of actors that hold words for a few values, and the values. Sectors are an open list. */
export const actorWords = {
  type: actorKinds,
  kind: actorKinds,
  role: actorRoles,
  level: levels,
  track: tracks,
  sector: sectors,
  expression: expressions,
  affiliation: affiliations,
} as const;

/** Columns of ties that hold words for a few values, and the values. */
export const tieWords = {
  type: tieKinds,
  kind: tieKinds,
  direction: directions,
  strength: strengths,
} as const;

export type ActorWordField = keyof typeof actorWords;
export type TieWordField = keyof typeof tieWords;

/** Folded word of a file → the value that it stands for here; empty: for none of ours. */
export type WordChoices = ReadonlyMap<string, string>;

/** What somebody said that words of the files mean, by what the row holds and by column. */
export interface ChosenWords {
  readonly actors: ReadonlyMap<ActorWordField, WordChoices>;
  readonly ties: ReadonlyMap<TieWordField, WordChoices>;
}

/** What one said of a word, or null; a word that folds to nothing cannot be spoken of. */
export function chosenFor(choices: WordChoices | undefined, word: string): string | null {
  if (choices === undefined || choices.size === 0) return null;
  const folded = foldTerm(word);
  return folded === '' ? null : (choices.get(folded) ?? null);
}
