import type { Stage } from '../records/participant.ts';
import type { ParallelInitiative, Tie } from '../records/index.ts';
import { holdsOn } from '../records/tie.ts';
import type { Dated } from './changes.ts';
import { stagesOn } from './stage-history.ts';
import {
  assessorOf,
  matterWord,
  standingAssessments,
  standingLinks,
  type Assessment,
  type ConveningLink,
} from './standing.ts';

/** Something that somebody said, where another is said of the same on the later of two days. */
export interface Changed<Said> {
  /** null: on that day the assessor had said nothing yet. */
  readonly before: Said | null;
  readonly after: Said | null;
}

/** A participant who is at another stage on the second day. */
export interface ChangedStage {
  readonly participant: string;
  readonly before: Stage;
  readonly after: Stage;
}

/** What holds on one of two days only. */
export interface Spans<Record> {
  /** On the second day and not on the first. */
  readonly begun: readonly Record[];
  /** On the first day and not on the second. */
  readonly ended: readonly Record[];
}

export interface Difference {
  readonly readings: readonly Changed<Assessment>[];
  readonly links: readonly Changed<ConveningLink>[];
  readonly ties: Spans<Tie>;
  readonly initiatives: Spans<ParallelInitiative>;
  readonly stages: readonly ChangedStage[];
}

/**
 * What is different on two days. What was said again in the same way is no difference.
 * @param one the first day, `YYYY-MM-DD`; null: all that is known now
 * @param other the second day, in the same way; it may be the earlier one
 * @param dayOf the day of a moment in ms since 1970, by the clock of whoever looks
 */
export function differenceBetween(
  dated: Pick<Dated, 'assessments' | 'links' | 'ties' | 'initiatives' | 'stageChanges'>,
  [one, other]: readonly [string | null, string | null],
  dayOf: (at: number) => string,
): Difference {
  const { assessments, links, ties, initiatives, stageChanges } = dated;
  const before = stagesOn(stageChanges, one, dayOf);
  const after = stagesOn(stageChanges, other, dayOf);
  return {
    readings: changed(
      standingAssessments(assessments, one),
      standingAssessments(assessments, other),
      matterWord,
      (a, b) => a.reading.level === b.reading.level,
    ),
    links: changed(
      standingLinks(links, one),
      standingLinks(links, other),
      ({ convener, party, source }) => `${convener} ${party} ${source}`,
      (a, b) =>
        a.relationshipValued === b.relationshipValued &&
        a.access === b.access &&
        a.influence === b.influence,
    ),
    ties: spans(ties, (tie, on) => holdsOn(tie, on), one, other),
    initiatives: spans(initiatives, runsOn, one, other),
    stages: [...after].flatMap(([participant, stage]) => {
      const was = before.get(participant);
      return was === undefined || was === stage ? [] : [{ participant, before: was, after: stage }];
    }),
  };
}

const runsOn = ({ from, until }: ParallelInitiative, on: string): boolean =>
  holdsOn({ since: from, until }, on);

/** Whether nothing is different. */
export const isSame = ({ readings, links, ties, initiatives, stages }: Difference): boolean =>
  [readings, links, ties.begun, ties.ended, initiatives.begun, initiatives.ended, stages].every(
    ({ length }) => length === 0,
  );

/** Ids of the actors that something of a difference is about; stages are of participants. */
export const actorsIn = ({ readings, links, ties, initiatives }: Difference): ReadonlySet<string> =>
  new Set([
    ...readings.flatMap(({ before, after }) => (after ?? before)?.subject ?? []),
    ...links.flatMap(({ before, after }) => {
      const said = after ?? before;
      return said ? [said.convener, said.party] : [];
    }),
    ...[...ties.begun, ...ties.ended].flatMap(({ from, to }) => [from, to]),
    ...[...initiatives.begun, ...initiatives.ended].flatMap(({ parties }) => parties),
  ]);

function changed<Said extends Assessment | ConveningLink>(
  before: readonly Said[],
  after: readonly Said[],
  about: (said: Said) => string,
  alike: (one: Said, other: Said) => boolean,
): readonly Changed<Said>[] {
  const byKey = (standing: readonly Said[]) =>
    new Map(standing.map((said) => [`${about(said)} ${assessorOf(said)}`, said] as const));
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key) => {
    const pair = { before: was.get(key) ?? null, after: is.get(key) ?? null };
    return pair.before && pair.after && alike(pair.before, pair.after) ? [] : [pair];
  });
}

function spans<Record>(
  records: readonly Record[],
  holds: (record: Record, on: string) => boolean,
  one: string | null,
  other: string | null,
): Spans<Record> {
  const held = (record: Record, on: string | null) => on === null || holds(record, on);
  return {
    begun: records.filter((record) => held(record, other) && !held(record, one)),
    ended: records.filter((record) => held(record, one) && !held(record, other)),
  };
}
