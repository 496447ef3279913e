import type { ParallelInitiative, Tie } from '../records/index.ts';
import type { Engagement } from './engagements.ts';
import type { EntryOf } from './entries/index.ts';
import type { Proposal } from './proposals.ts';
import { dayOfStage, type StageChange } from './stage-history.ts';
import type { Assessment, ConveningLink } from './standing.ts';

/** Everything about actors that has a date. */
export interface Dated {
  /** All of the ledger, and not only those that stand; so are the convening links. */
  readonly assessments: readonly Assessment[];
  readonly links: readonly ConveningLink[];
  readonly ties: readonly Tie[];
  readonly initiatives: readonly ParallelInitiative[];
  /** Those of participants who are on the map, or sit in the delegation of somebody there. */
  readonly stageChanges: readonly StageChange[];
  readonly engagements: readonly Engagement[];
  readonly reveals: readonly EntryOf<'round-revealed'>[];
  readonly cards: readonly Proposal[];
}

/** What happened on a day: something became so, or holds for the last time. */
export type Change =
  | { readonly kind: 'reading'; readonly day: string; readonly of: Assessment }
  | { readonly kind: 'convening'; readonly day: string; readonly of: ConveningLink }
  | { readonly kind: 'tie-begins'; readonly day: string; readonly of: Tie }
  | { readonly kind: 'tie-ends'; readonly day: string; readonly of: Tie }
  | { readonly kind: 'initiative-begins'; readonly day: string; readonly of: ParallelInitiative }
  | { readonly kind: 'initiative-ends'; readonly day: string; readonly of: ParallelInitiative }
  | { readonly kind: 'stage'; readonly day: string; readonly of: StageChange }
  | { readonly kind: 'contact'; readonly day: string; readonly of: Engagement }
  | { readonly kind: 'round'; readonly day: string; readonly of: EntryOf<'round-revealed'> }
  | { readonly kind: 'card'; readonly day: string; readonly of: Proposal }
  /** A card became an actor, was merged into one, or was put aside. */
  | { readonly kind: 'card-settled'; readonly day: string; readonly of: Proposal };

export const changeKinds = [
  'reading',
  'round',
  'convening',
  'tie-begins',
  'tie-ends',
  'initiative-begins',
  'initiative-ends',
  'stage',
  'contact',
  'card',
  'card-settled',
] as const satisfies readonly Change['kind'][];
export type ChangeKind = (typeof changeKinds)[number];

/** A day on which something changed. */
export interface DayOfChange {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** By kind, in the order of `changeKinds`. */
  readonly changes: readonly Change[];
}

/**
 * The days on which something changed, the earliest first; between two that follow each other nothing
 * does.
 * @param dayOf the day, `YYYY-MM-DD`, of a moment in ms since 1970, by the clock of whoever looks
 */
export function daysOfChange(dated: Dated, dayOf: (at: number) => string): readonly DayOfChange[] {
  const byDay = Map.groupBy(changesOf(dated, dayOf), ({ day }) => day);
  return [...byDay]
    .map(([day, changes]) => ({ day, changes }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** How many changes of each kind there are; kinds without any are left out. */
export const countsOf = (changes: readonly Change[]): ReadonlyMap<ChangeKind, number> =>
  new Map(
    [...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, { length }]) => [kind, length]),
  );

function* changesOf(dated: Dated, dayOf: (at: number) => string): Generator<Change> {
  for (const of of dated.assessments) yield { kind: 'reading', day: of.asOf, of };
  for (const of of dated.reveals) yield { kind: 'round', day: dayOf(of.at), of };
  for (const of of dated.links) yield { kind: 'convening', day: of.asOf, of };
  for (const of of dated.ties)
    if (of.since !== null) yield { kind: 'tie-begins', day: of.since, of };
  for (const of of dated.ties) if (of.until !== null) yield { kind: 'tie-ends', day: of.until, of };
  for (const of of dated.initiatives) {
    if (of.from !== null) yield { kind: 'initiative-begins', day: of.from, of };
  }
  for (const of of dated.initiatives) {
    if (of.until !== null) yield { kind: 'initiative-ends', day: of.until, of };
  }
  for (const of of dated.stageChanges) yield { kind: 'stage', day: dayOfStage(of, dayOf), of };
  for (const of of dated.engagements) yield { kind: 'contact', day: of.now.date, of };
  for (const of of dated.cards) yield { kind: 'card', day: dayOf(of.at), of };
  for (const of of dated.cards) {
    if (of.settled) yield { kind: 'card-settled', day: dayOf(of.settled.at), of };
  }
}
