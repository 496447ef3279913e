import type { EntryOf } from './entries/index.ts';

/** A card and what became of it. */
export interface Proposal extends EntryOf<'actor-proposal'> {
  /** What became of it; null while nobody has settled it. */
  readonly settled: EntryOf<'proposal-settled'> | null;
}

/** The cards in the order in which they came, each with the last word on it. */
export function proposals(
  cards: readonly EntryOf<'actor-proposal'>[],
  settled: readonly EntryOf<'proposal-settled'>[],
): readonly Proposal[] {
  const last = new Map(settled.map((one) => [one.proposal, one]));
  return cards.map((card) => {
    const word = last.get(card.id);
    return { ...card, settled: word && word.outcome !== 'open' ? word : null };
  });
}
