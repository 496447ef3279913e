import type { Decision, PartyCost } from '../ledger/decisions.ts';
import type { Cost } from '../ledger/entries/index.ts';

/**
 * What decisions did to the team's standing with parties (H §2: "the exercise of procedural power comes
 * with a reputational cost for the mediator"). Costs are signs that the team itself gives: they are shown
 * one by one and counted, never added up, and say nothing of how much power a party has (P1; decision
 * 0029). Decisions that were withdrawn do not count.
 */

/** One decision in the eyes of one party. */
export interface Sign {
  readonly decision: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** undefined: nobody said; null: looked at, and not known. */
  readonly expected: Cost | undefined;
  readonly observed: Cost | undefined;
  /** What was observed where that is known, else what was expected; null where neither is known. */
  readonly counted: Cost;
  /** What `counted` rests on; null where it is null. */
  readonly basis: 'observed' | 'expected' | null;
}

/** Counts of decisions. They are no scale: a party with two that cost and two that earned is not at zero. */
export interface SignCounts {
  /** Decisions that cost standing with the party. */
  readonly cost: number;
  readonly earned: number;
  /** Decisions that made no difference. */
  readonly even: number;
  /** Decisions of which it is not known, though somebody thought of the party. */
  readonly unknown: number;
}

export interface Standing {
  readonly party: string;
  /** The first day first. */
  readonly signs: readonly Sign[];
  readonly counted: SignCounts;
  /** How many of the known ones were observed; the others are expectations still. */
  readonly observed: number;
  /** Decisions that say nothing of this party at all. */
  readonly unsaid: number;
}

/** The standing of each of `parties`, in their order. @param decisions the first day first */
export function standings(
  decisions: readonly Decision[],
  parties: readonly string[],
): readonly Standing[] {
  const counting = decisions.filter(({ withdrawn }) => withdrawn === null);
  return parties.map((party) => {
    const signs = counting.flatMap(({ id, said, costs }) => {
      const own = costs.find((cost) => cost.party === party);
      return own ? [signOf(id, said.date, own)] : [];
    });
    return {
      party,
      signs,
      counted: countsOf(signs),
      observed: signs.filter(({ basis }) => basis === 'observed').length,
      unsaid: counting.length - signs.length,
    };
  });
}

/** How many of a party's latest decisions with a known cost are looked at. */
export const asymmetryWindow = 6;
/** From how many of them that cost it a party is named, and as many another must be known in. */
export const asymmetryLeast = 3;

/** A party that decisions keep costing, and those that the same decisions cost less. */
export interface Asymmetry {
  readonly party: string;
  /** The latest decisions with a known cost that were looked at, at most `asymmetryWindow`; the first day first. */
  readonly of: readonly Sign[];
  /** How many of them cost it; none earned anything. */
  readonly cost: number;
  /** Others, with how many of the same decisions are known of both, and how many cost which. */
  readonly others: readonly {
    readonly party: string;
    readonly both: number;
    readonly cost: number;
    readonly earned: number;
    /** How many of `both` cost the party that is named. */
    readonly costNamed: number;
  }[];
}

/**
 * Parties that decisions keep costing: of the last six with a known cost at least three cost it and none
 * earned anything, while of the same decisions, where at least three are known of another party too, fewer
 * cost that one. What is unknown counts on neither side (P2). It is a question to the team and no verdict:
 * a good principle may cost the same party again and again. H §2 names the cost; six and three are ours.
 */
export function asymmetries(all: readonly Standing[]): readonly Asymmetry[] {
  return all.flatMap(({ party, signs }) => {
    const of = signs.filter(({ counted }) => counted !== null).slice(-asymmetryWindow);
    const { cost, earned } = countsOf(of);
    if (cost < asymmetryLeast || earned > 0) return [];
    const others = all
      .filter((other) => other.party !== party)
      .flatMap((other) => comparedWith(other, of));
    return others.length === 0 ? [] : [{ party, of, cost, others }];
  });
}

function comparedWith(other: Standing, of: readonly Sign[]): Asymmetry['others'] {
  const theirs = new Map(other.signs.map((sign) => [sign.decision, sign]));
  const pairs = of.flatMap((own) => {
    const their = theirs.get(own.decision);
    return their && their.counted !== null ? [{ own, their }] : [];
  });
  const named = countsOf(pairs.map(({ own }) => own));
  const { cost, earned } = countsOf(pairs.map(({ their }) => their));
  if (pairs.length < asymmetryLeast || cost >= named.cost) return [];
  return [{ party: other.party, both: pairs.length, cost, earned, costNamed: named.cost }];
}

/** What was expected of a decision with one party, beside what was observed. */
export interface Compared {
  readonly decision: string;
  readonly party: string;
  readonly expected: Cost | undefined;
  readonly observed: Cost | undefined;
  /** Observed minus expected, −4 to +4; null unless both are known. */
  readonly difference: number | null;
  /**
   * `unobserved`: nobody has said what it did cost; `unknown`: one of the two was looked at and is not
   * known; `unexpected`: it was observed, and nobody had thought of it.
   */
  readonly outcome: 'as-expected' | 'better' | 'worse' | 'unobserved' | 'unknown' | 'unexpected';
}

/** Every pair of a decision that counts and a party that something is said of, the first day first. */
export const expectedAgainstObserved = (decisions: readonly Decision[]): readonly Compared[] =>
  decisions
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap(({ id, costs }) =>
      costs.map((cost) => {
        const [expected, observed] = [cost.expected?.cost, cost.observed?.cost];
        const known = typeof expected === 'number' && typeof observed === 'number';
        const difference = known ? observed - expected : null;
        const outcome = outcomeOf(expected, observed, difference);
        return { decision: id, party: cost.party, expected, observed, difference, outcome };
      }),
    );

function outcomeOf(
  expected: Cost | undefined,
  observed: Cost | undefined,
  difference: number | null,
): Compared['outcome'] {
  if (observed === undefined) return 'unobserved';
  if (expected === undefined) return 'unexpected';
  if (difference === null) return 'unknown';
  if (difference === 0) return 'as-expected';
  return difference > 0 ? 'better' : 'worse';
}

function signOf(decision: string, date: string, { expected, observed }: PartyCost): Sign {
  const [hoped, seen] = [expected?.cost, observed?.cost];
  const counted = seen ?? hoped ?? null;
  const basis = counted === null ? null : typeof seen === 'number' ? 'observed' : 'expected';
  return { decision, date, expected: hoped, observed: seen, counted, basis };
}

function countsOf(signs: readonly Sign[]): SignCounts {
  const known = signs.flatMap(({ counted }) => (counted === null ? [] : [counted]));
  return {
    cost: known.filter((cost) => cost < 0).length,
    earned: known.filter((cost) => cost > 0).length,
    even: known.filter((cost) => cost === 0).length,
    unknown: signs.length - known.length,
  };
}
