import type { Intervention, PartyStanding, StepEntry } from './interventions.ts';
import { unsaidStanding } from './interventions.ts';

/**
 * What stands between one party and everything that was planned, as lists of interventions (P5). There is
 * no figure for a party: what was offered is not the same thing twice.
 */
export interface PartyRow {
  readonly party: string;
  /** In the order of the interventions. */
  readonly standings: readonly PartyStanding[];
  /** Ids of interventions. One of which nothing is on record is in none of the lists (P2). */
  readonly offered: readonly string[];
  readonly takenUp: readonly string[];
  readonly notTakenUp: readonly string[];
  readonly consentGiven: readonly string[];
}

/** Offered against taken up, party by party. */
export function evenHandedness(
  list: readonly Intervention[],
  parties: readonly string[],
): readonly PartyRow[] {
  return parties.map((party): PartyRow => {
    const standings = list.map(({ parties: of }) => of.get(party) ?? unsaidStanding(party));
    const those = (holds: (standing: PartyStanding) => boolean) =>
      list.flatMap(({ id }, index) => {
        const standing = standings[index];
        return standing && holds(standing) ? [id] : [];
      });
    return {
      ...{ party, standings },
      offered: those(({ offer }) => offer !== null),
      takenUp: those(({ uptake }) => uptake?.step === 'taken-up'),
      notTakenUp: those(({ uptake }) => uptake?.step === 'not-taken-up'),
      consentGiven: those(({ consent }) => consent?.step === 'consent-given'),
    };
  });
}

/** Something that somebody may be asked about, and the entries that say so. */
export type InterventionFlag =
  /** One party alone has an offer on record, where there are others. */
  | { readonly kind: 'offered-to-one'; readonly party: string; readonly rests: Rests }
  /** It is meant for all, and these have no offer on record while others have. */
  | { readonly kind: 'not-offered'; readonly parties: readonly string[]; readonly rests: Rests }
  /** Taken up, and it is not on record that consent was asked. */
  | { readonly kind: 'consent-not-asked'; readonly party: string; readonly rests: Rests }
  /** Declined or withdrawn, and the last word on it is still that it is taken up. */
  | { readonly kind: 'against-consent'; readonly party: string; readonly rests: Rests }
  /** Done for some and not for others, and no purpose is on record. */
  | { readonly kind: 'no-purpose'; readonly rests: Rests }
  /** Done for some and not for others, and nobody is said to have judged it needed. */
  | { readonly kind: 'nobody-judged'; readonly rests: Rests };
export type InterventionFlagKind = InterventionFlag['kind'];

/** The steps that it rests on; empty where it rests on the plan alone. */
type Rests = readonly StepEntry[];

/**
 * What of one intervention can be asked about (B). What is not on record is asked for, and never taken
 * for a no.
 * @param parties all parties to the talks, in the order in which they are named
 */
export function flagsOf(
  intervention: Intervention,
  parties: readonly string[],
): readonly InterventionFlag[] {
  const { now } = intervention;
  const all = [...new Set([...parties, ...intervention.parties.keys()])];
  const standings = all.map((party) => intervention.parties.get(party) ?? unsaidStanding(party));
  return [
    ...offerFlags(intervention, standings),
    ...standings.flatMap(consentFlags),
    ...(now.reach === 'differential' && now.purpose.trim() === ''
      ? [{ kind: 'no-purpose', rests: [] } as const]
      : []),
    ...(now.reach === 'differential' && now.judgedBy.trim() === ''
      ? [{ kind: 'nobody-judged', rests: [] } as const]
      : []),
  ];
}

function offerFlags(
  { now }: Intervention,
  standings: readonly PartyStanding[],
): readonly InterventionFlag[] {
  const rests = standings.flatMap(({ offer }) => offer ?? []);
  const without = standings.filter(({ offer }) => offer === null).map(({ party }) => party);
  const [only] = rests;
  if (only === undefined || without.length === 0) return [];
  if (now.reach === 'all') return [{ kind: 'not-offered', parties: without, rests }];
  return rests.length === 1 ? [{ kind: 'offered-to-one', party: only.party, rests }] : [];
}

function consentFlags({ party, uptake, consent }: PartyStanding): readonly InterventionFlag[] {
  if (uptake?.step !== 'taken-up') return [];
  if (consent === null) return [{ kind: 'consent-not-asked', party, rests: [uptake] }];
  return consent.step === 'consent-declined' || consent.step === 'consent-withdrawn'
    ? [{ kind: 'against-consent', party, rests: [consent, uptake] }]
    : [];
}
