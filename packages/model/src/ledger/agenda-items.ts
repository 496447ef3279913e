import type { EntryOf, ItemAnswer } from './entries/index.ts';

type Answered = EntryOf<'item-answered'>;
type Settled = EntryOf<'item-settled'>;

/** What somebody wants on the agenda, what the parties say to it, and what became of it. */
export interface AgendaItem extends EntryOf<'item-proposed'> {
  /**
   * The answer of each party that stands. Who is not in it has not answered or took the answer back:
   * neither is consent, and nobody adds these up.
   */
  readonly answers: ReadonlyMap<
    string,
    Answered & { readonly answer: Exclude<ItemAnswer, 'none'> }
  >;
  /** All that was answered, what was superseded too, the first first. */
  readonly said: readonly Answered[];
  /** null while nobody has settled it, or it was taken up again. */
  readonly settled: Settled | null;
}

/**
 * The items in the order in which they were proposed.
 * @param proposed in the order of the ledger, as are `answered` and `settled`
 */
export function agendaItems(
  proposed: readonly EntryOf<'item-proposed'>[],
  answered: readonly Answered[],
  settled: readonly Settled[],
): readonly AgendaItem[] {
  const said = Map.groupBy(answered, ({ item }) => item);
  const last = new Map(settled.map((one) => [one.item, one]));
  return proposed.map((entry) => {
    const all = said.get(entry.id) ?? [];
    const word = last.get(entry.id);
    return {
      ...entry,
      answers: standing(all),
      said: all,
      settled: word && word.how !== 'open' ? word : null,
    };
  });
}

function standing(said: readonly Answered[]): AgendaItem['answers'] {
  const answers = new Map<string, Answered & { answer: Exclude<ItemAnswer, 'none'> }>();
  for (const { answer, ...one } of said) {
    if (answer === 'none') answers.delete(one.party);
    else answers.set(one.party, { ...one, answer });
  }
  return answers;
}

/** How many items somebody proposed, and what became of them. Counts of items, in no ranking. */
export interface ShapedBy {
  /** The party's actor; null: the team. */
  readonly party: string | null;
  readonly proposed: number;
  readonly onAgenda: number;
  readonly parked: number;
  readonly withdrawn: number;
  /** Part of another item now. */
  readonly merged: number;
  readonly open: number;
}

/**
 * Who shaped the agenda: a row for each of `parties` in their order, for others who proposed something,
 * and last for the team where it did. A party that proposed nothing is there with zeros: that is a finding.
 */
export function whoShaped(
  items: readonly AgendaItem[],
  parties: readonly string[],
): readonly ShapedBy[] {
  const byParty = Map.groupBy(items, ({ proposedBy }) => proposedBy);
  const others = [...byParty.keys()].filter((id) => id !== null && !parties.includes(id));
  return [...parties, ...others, ...(byParty.has(null) ? [null] : [])].map((party) => {
    const own = byParty.get(party) ?? [];
    const of = (how: Settled['how'] | null) =>
      own.filter(({ settled }) => (settled?.how ?? null) === how).length;
    return {
      party,
      proposed: own.length,
      onAgenda: of('on-the-agenda'),
      parked: of('parked'),
      withdrawn: of('withdrawn'),
      merged: of('merged'),
      open: of(null),
    };
  });
}
