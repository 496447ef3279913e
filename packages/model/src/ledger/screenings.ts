import type { EntryOf, LockedCriterion } from './entries/index.ts';

export type ScreeningScore = EntryOf<'screening-score'>;

/** A screening, the criteria that it goes by, and how it ended. */
export interface Screening {
  readonly opened: EntryOf<'screening-opened'>;
  readonly criteria: readonly LockedCriterion[];
  readonly revealed: EntryOf<'screening-revealed'> | null;
  readonly cancelled: EntryOf<'screening-cancelled'> | null;
}

/** Screenings in the order in which they were opened. All of the ledger's entries of each kind. */
export function screenings(entries: {
  readonly locked: readonly EntryOf<'criteria-locked'>[];
  readonly opened: readonly EntryOf<'screening-opened'>[];
  readonly revealed: readonly EntryOf<'screening-revealed'>[];
  readonly cancelled: readonly EntryOf<'screening-cancelled'>[];
}): readonly Screening[] {
  const locks = new Map(entries.locked.map((lock) => [lock.id, lock.criteria]));
  const revealed = new Map(entries.revealed.map((end) => [end.screening, end]));
  const cancelled = new Map(entries.cancelled.map((end) => [end.screening, end]));
  return entries.opened.map((opened) => ({
    opened,
    criteria: locks.get(opened.lock) ?? [],
    revealed: revealed.get(opened.id) ?? null,
    cancelled: cancelled.get(opened.id) ?? null,
  }));
}

/** The lock that holds; null: the criteria are open. Both in any order. */
export function lockThatHolds(
  locked: readonly EntryOf<'criteria-locked'>[],
  unlocked: readonly EntryOf<'criteria-unlocked'>[],
): EntryOf<'criteria-locked'> | null {
  const open = new Set(unlocked.map(({ lock }) => lock));
  const holding = locked.filter(({ id }) => !open.has(id));
  return holding.toSorted((a, b) => a.number - b.number).at(-1) ?? null;
}

/** What both screeners say of one person by one criterion. Never one number out of two (P1). */
export interface ScoresBy {
  readonly criterion: string;
  /** One or two; none: nobody scored it. In the order of the ledger. */
  readonly scores: readonly ScreeningScore[];
  /** How far the two are apart, 0–4; null where one of them is missing or not known. */
  readonly apart: number | null;
  /** Worth talking about: two levels or more apart, or known to one alone, whatever the other did. */
  readonly disagree: boolean;
}

export interface ScreenedPerson {
  readonly participant: string;
  readonly by: readonly ScoresBy[];
}

/** The scores of a screening, a row for each of its people in its order, criterion by criterion. */
export function scoresIn(
  { opened, criteria }: Pick<Screening, 'opened' | 'criteria'>,
  scores: readonly ScreeningScore[],
): readonly ScreenedPerson[] {
  const given = Map.groupBy(
    scores.filter(({ screening }) => screening === opened.id),
    ({ participant, criterion }) => `${participant} ${criterion}`,
  );
  return opened.participants.map((participant) => ({
    participant,
    by: criteria.map(({ id }) => compared(id, given.get(`${participant} ${id}`) ?? [])),
  }));
}

/** Two levels of five: one step apart is within what careful people differ by. */
const farApart = 2;

function compared(criterion: string, scores: readonly ScreeningScore[]): ScoresBy {
  const known = scores.flatMap(({ score }) => score ?? []);
  const apart = known.length < 2 ? null : Math.max(...known) - Math.min(...known);
  const disagree = apart === null ? known.length === 1 : apart >= farApart;
  return { criterion, scores, apart, disagree };
}

/** How far apart the two are about somebody at the most, in levels; known to one alone counts as `farApart`. */
const mostApart = ({ by }: ScreenedPerson): number =>
  Math.max(-1, ...by.map(({ apart, disagree }) => (disagree ? (apart ?? farApart) : -1)));

/**
 * Those first whom the two see differently, by the one criterion where they are furthest apart; the others
 * in their order. It says what to talk about, and nothing of who is better (P1).
 */
export const talkedAboutFirst = (rows: readonly ScreenedPerson[]): readonly ScreenedPerson[] =>
  rows.toSorted((a, b) => mostApart(b) - mostApart(a));
