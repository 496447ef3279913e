import { fundingFlags, type FundingFlagKind } from '../../indicators/funding.ts';
import { unevenInformation } from '../../indicators/information-needs.ts';
import { partiesInBlock } from '../../indicators/parties.ts';
import type { EntryOf } from '../../ledger/entries/index.ts';
import { flagsOf, type InterventionFlagKind } from '../../ledger/even-handedness.ts';
import type { Known } from '../known.ts';
import { asked, listed, subject, subjects, type Found } from '../question.ts';

/** Questions about one intervention. */
const ofIntervention = (
  { interventions, atTable }: Known,
  kind: InterventionFlagKind,
): readonly Found[] => {
  const parties = atTable.map(({ id }) => id);
  return interventions.flatMap((one) =>
    flagsOf(one, parties)
      .filter((flag) => flag.kind === kind)
      .map((flag): Found => {
        const named =
          'parties' in flag ? flag.parties : 'party' in flag ? [flag.party] : one.now.parties;
        return {
          about: [subject('intervention', one.id)],
          others: subjects('actor', named),
          count: flag.rests.length,
        };
      }),
  );
};

/** Questions about each funding: about those of its flags, and the parties that they name. */
const ofFundings = (
  { list, atTable }: Known,
  ...kinds: readonly FundingFlagKind[]
): readonly Found[] => {
  const parties = atTable.map(({ id }) => id);
  return list('funding').flatMap((funding) => {
    const flags = fundingFlags(funding, parties).filter(({ kind }) => kinds.includes(kind));
    const named = flags.flatMap((flag) => ('parties' in flag ? flag.parties : []));
    const about = [subject('funding', funding.id)];
    const figures = { count: named.length, of: parties.length };
    return flags.length === 0 ? [] : [{ about, others: subjects('actor', named), ...figures }];
  });
};

/** Decisions that leave something unsaid. */
const decisionsWithout = (
  { entries }: Known,
  of: keyof Pick<EntryOf<'decision'>, 'principle' | 'consulted'>,
): readonly Found[] => {
  const decisions = entries('decision');
  const without = decisions.filter((decision) => decision[of].trim() === '').map(({ id }) => id);
  return listed('decision', without, { of: decisions.length });
};

/** Forms of a block in which a party has the team to itself. */
const apart: ReadonlySet<string> = new Set(['caucus', 'shuttle', 'bilateral']);

export const impartiality = [
  asked('offered-to-one', (known) => ofIntervention(known, 'offered-to-one')),
  asked('not-offered', (known) => ofIntervention(known, 'not-offered')),
  asked('no-purpose', (known) => ofIntervention(known, 'no-purpose')),
  asked('nobody-judged', (known) => ofIntervention(known, 'nobody-judged')),
  /** I: who has the information that others lack. */
  asked('information-uneven', ({ list, atTable }) => {
    const parties = atTable.map(({ id }) => id);
    const blocks = new Map(list('agendaBlock').map((block) => [block.id, block]));
    const partiesOf = (id: string) => {
      const block = blocks.get(id);
      return block ? partiesInBlock(block, parties, list('participant')) : parties;
    };
    return unevenInformation(list('informationNeed'), partiesOf).map(({ need, have, lack }) => ({
      about: [subject('informationNeed', need)],
      others: subjects('actor', lack),
      count: have.length,
    }));
  }),
  /** H §3: whether the funding puts a party at a disadvantage. */
  asked('party-pays', (known) => ofFundings(known, 'payer-is-party')),
  asked('funding-undisclosed', (known) => ofFundings(known, 'undisclosed', 'disclosure-unsaid')),
  asked('no-principle', (known) => decisionsWithout(known, 'principle')),
  asked('nobody-consulted', (known) => decisionsWithout(known, 'consulted')),
  /** I: who is met alone, and who is not. */
  asked('caucus-uneven', ({ list, atTable }) => {
    const parties = atTable.map(({ id }) => id);
    const met = new Set(
      list('agendaBlock')
        .filter(({ form, everyone }) => apart.has(form) && !everyone)
        .flatMap((block) => partiesInBlock(block, parties, list('participant'))),
    );
    const without = parties.filter((id) => !met.has(id));
    return met.size === 0 ? [] : listed('actor', without, { count: met.size, of: parties.length });
  }),
] as const;
