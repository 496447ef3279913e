import type { AssessedKind, EntryOf } from './entries/index.ts';
import { noHeirs, type Heirs } from '../board/heirs.ts';
import { spreadOf, type Spread } from './spread.ts';
import { standingAssessments, type Assessment } from './standing.ts';

/** A blind round, and how it ended. */
export interface Round {
  readonly opened: EntryOf<'round-opened'>;
  readonly revealed: EntryOf<'round-revealed'> | null;
  readonly cancelled: EntryOf<'round-cancelled'> | null;
}

/** Rounds in the order in which they were opened. */
export function rounds(
  opened: readonly EntryOf<'round-opened'>[],
  revealed: readonly EntryOf<'round-revealed'>[],
  cancelled: readonly EntryOf<'round-cancelled'>[],
): readonly Round[] {
  const reveals = new Map(revealed.map((end) => [end.round, end]));
  const cancels = new Map(cancelled.map((end) => [end.round, end]));
  return opened.map((round) => ({
    opened: round,
    revealed: reveals.get(round.id) ?? null,
    cancelled: cancels.get(round.id) ?? null,
  }));
}

/** What a revealed round says of one actor: how the readings of each kind differ, kind by kind. */
export interface RoundRow {
  readonly subject: string;
  readonly spreads: ReadonlyMap<AssessedKind, Spread>;
}

/**
 * The rows of a round in the order of its actors; an actor that nobody rated has empty spreads.
 * @param assessments as of `heirs`; of two that one person gave of actors that are one now, one stands
 * @param heirs who stands for actors that were merged away since
 */
export function readingsIn(
  { opened }: Pick<Round, 'opened'>,
  assessments: readonly Assessment[],
  heirs: Heirs = noHeirs,
): readonly RoundRow[] {
  const given = Map.groupBy(
    standingAssessments(assessments.filter(({ round }) => round === opened.id)),
    ({ subject, reading }) => `${subject} ${reading.of}`,
  );
  const subjects = new Set(opened.subjects.map((id) => heirs.get(id) ?? id));
  return [...subjects].map((subject) => ({
    subject,
    spreads: new Map(
      opened.kinds.map((kind) => [kind, spreadOf(given.get(`${subject} ${kind}`) ?? [])]),
    ),
  }));
}

/**
 * Rows on which people see different things first: what is worth talking about. This orders by
 * disagreement and never by power (P1); of equals the order stays.
 */
export const apartFirst = (rows: readonly RoundRow[]): readonly RoundRow[] =>
  rows.toSorted((one, other) => kindsApart(other) - kindsApart(one));

const kindsApart = ({ spreads }: RoundRow): number =>
  [...spreads.values()].filter(({ apart }) => apart).length;

/** One person's reading of one actor by one kind, in two rounds. */
export interface Move {
  readonly assessor: string;
  readonly subject: string;
  readonly of: AssessedKind;
  /** Levels; null: not known. */
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Who reads an actor differently in a later round. Only of named readings: of unnamed ones nothing may
 * be followed from round to round.
 */
export function movesBetween(
  assessments: readonly Assessment[],
  earlier: string,
  later: string,
): readonly Move[] {
  const key = ({ by, subject, reading }: Assessment) =>
    `${by?.person ?? ''} ${subject} ${reading.of}`;
  const before = new Map(
    assessments.filter(({ round }) => round === earlier).map((one) => [key(one), one]),
  );
  return assessments
    .filter(({ round, by }) => round === later && by !== null)
    .flatMap((now) => {
      const then = before.get(key(now));
      if (!then || then.reading.level === now.reading.level) return [];
      const { subject, reading } = now;
      const assessor = now.by?.person ?? '';
      return [{ assessor, subject, of: reading.of, from: then.reading.level, to: reading.level }];
    });
}
