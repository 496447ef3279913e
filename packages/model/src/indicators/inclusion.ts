import { byOrder } from '../order-key.ts';
import type { CountedAs, InclusionTarget, Participant, StageOnTheWay } from '../records/index.ts';
import { matchOf, type Match } from './inclusion-attribute.ts';
import { isCounted } from './inclusion-counting.ts';
import { figuresOf, type Figures } from './inclusion-figures.ts';
import { groupsOf, type InclusionContext, type TargetGroup } from './inclusion-groups.ts';
import { assessTime, type TimeAssessment } from './inclusion-time.ts';
import { judge, worstOf, type Judgement } from './inclusion-verdict.ts';

/** One group of people held against a target: its figures, what would become of them, the verdict. */
export interface AssessedGroup extends Figures, Judgement {
  /** The figures if everyone invited came; equal to the figures when invited people are counted. */
  readonly projected: Figures;
  /** Nobody of those that the target asks for is known among people who are there. */
  readonly zero: boolean;
  /** Ids of the people counted, sorted. */
  readonly people: readonly string[];
  /** Ids of those of them of whom it is not known whether they count, sorted. */
  readonly undecided: readonly string[];
  /** Seats, where the share is one of seats: the denominator then; else null. */
  readonly seats: number | null;
}

/** The whole process. */
export interface ProcessAssessment extends AssessedGroup {
  readonly scope: 'process';
  readonly counted: CountedAs;
  /** Where the figures come from: the records, or the outcome that the target reports. */
  readonly basis: 'records' | 'reported';
}

/** Everybody at a stage or further on. */
export interface StageAssessment extends AssessedGroup {
  readonly scope: 'stage';
  readonly stage: StageOnTheWay;
  readonly counted: CountedAs;
}

export interface DelegationRow extends AssessedGroup {
  /** Id of the delegation's actor; null: people in no delegation, for whom the target asks nothing. */
  readonly delegation: string | null;
}

export interface SessionRow extends AssessedGroup {
  /** Id of the agenda block. */
  readonly block: string;
}

/** Row by row, without a sum: a good average must not hide a row at zero (P6). */
interface RowsAssessment<Scope, Row> extends Judgement {
  readonly scope: Scope;
  readonly counted: CountedAs;
  readonly rows: readonly Row[];
  /** Rows that the verdict rests on (delegations, sessions). */
  readonly total: number;
  /** How many of these are met. */
  readonly met: number;
  /** Those of them where nobody is known of those that the target asks for. */
  readonly zeros: readonly Row[];
}

/**
 * All speaking roles together: somebody who speaks in two sessions has two. The verdict is on all; the
 * sessions stand beside it, so that none at zero hides.
 */
export interface SpeakingAssessment extends AssessedGroup {
  readonly scope: 'speaking-roles';
  readonly counted: CountedAs;
  readonly rows: readonly SessionRow[];
  readonly zeros: readonly SessionRow[];
}

export type TargetVerdict =
  | ProcessAssessment
  | StageAssessment
  | RowsAssessment<'delegation', DelegationRow>
  | RowsAssessment<'session', SessionRow>
  | SpeakingAssessment
  | (TimeAssessment & { readonly counted: CountedAs });

/** Whom to count: those who are counted now, or all who would be if everyone invited came. */
type Whom = 'now' | 'all-invited';

/**
 * Holds the composition of a process against a target; `judge` says how verdicts are found.
 *
 * - `process`: one group. A reported outcome stands in for the records while what is counted is what
 *   it was reported for; its count and its denominator belong together, so both are taken from it.
 * - `stage`: one group, of everybody who is there or further on.
 * - `delegation`: a row per delegation that has people who take part or may still, each of which must
 *   hold; and one for people in no delegation, which never decides the verdict.
 * - `session`: a row per agenda block with people who take part or may still; breaks are no sessions.
 * - `speaking-roles`: one verdict on all roles, and a row per session that has any.
 * - `speaking-time`: one verdict on all time on record, and a row per session that has any.
 *
 * Where seats are counted, open seats are in the denominator and nobody sits on them yet.
 */
export function assessTarget(target: InclusionTarget, context: InclusionContext): TargetVerdict {
  return assess(target, context, 'now');
}

/** The assessment as it would be if everyone invited came. */
export function projection(target: InclusionTarget, context: InclusionContext): TargetVerdict {
  return assess(target, context, 'all-invited');
}

function assess(target: InclusionTarget, context: InclusionContext, whom: Whom): TargetVerdict {
  const counting = target.counted ?? context.countedAs;
  const counted = whom === 'now' || counting === 'seats' ? counting : 'invited';
  const matchFor = remembered(target);
  if (target.scope === 'speaking-roles') {
    return { counted, ...assessSpeaking(target, context, counting, matchFor, whom) };
  }
  if (target.scope === 'speaking-time') {
    return { counted, ...assessTime(target, context, matchFor) };
  }
  // By their ids once, and not once for each row.
  const everybody = context.participants.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const held = groupsOf(target, context, counting).map((group) => {
    const people = everybody.filter(group.has);
    return { group, both: assessGroup(target, group, people, matchFor) };
  });
  const groups = held.map(({ group, both }): Held => ({ group, assessed: both[whom]() }));
  switch (target.scope) {
    case 'process':
      return assessProcess(target, whole(held), counting, counted, whom);
    case 'stage':
      return { scope: 'stage', stage: target.stage, counted, ...whole(held)[whom]() };
    case 'delegation':
      return { scope: 'delegation', counted, ...rowsOf(target, groups, delegationRow) };
    case 'session':
      return { scope: 'session', counted, ...rowsOf(target, groups, sessionRow) };
  }
}

/** @throws where there is not exactly one group, which a whole always has */
function whole(held: readonly { readonly both: BothWays }[]): BothWays {
  const [only] = held;
  if (only === undefined || held.length > 1) throw new Error('A whole is one group.');
  return only.both;
}

interface Held {
  readonly group: TargetGroup;
  readonly assessed: AssessedGroup;
}

const delegationRow = ({ group, assessed }: Held): DelegationRow => ({
  delegation: group.id,
  ...assessed,
});
const sessionRow = ({ group, assessed }: Held): SessionRow => ({
  block: group.id ?? '',
  ...assessed,
});

function rowsOf<Row>(target: InclusionTarget, groups: readonly Held[], rowOf: (one: Held) => Row) {
  const deciding = groups.filter(({ group }) => group.decides);
  const judgements = deciding.map(({ assessed }) => assessed);
  return {
    ...worstOf(target, judgements),
    rows: groups.map(rowOf),
    total: deciding.length,
    met: judgements.filter(({ verdict }) => verdict === 'met').length,
    zeros: deciding.filter(({ assessed }) => assessed.zero).map(rowOf),
  };
}

/** A group as it is, and as it would be if everyone invited came. */
type BothWays = Readonly<Record<Whom, () => AssessedGroup>>;

function assessProcess(
  target: InclusionTarget,
  onRecord: BothWays,
  counting: CountedAs,
  counted: CountedAs,
  whom: Whom,
): ProcessAssessment {
  const { reported } = target;
  const records = { scope: 'process', counted, ...onRecord[whom]() } as const;
  if (reported?.counted !== counting) return { ...records, basis: 'records' };
  const now = figuresOf(target, { ...reported, unknowns: 0 });
  // People who are invited and not counted yet are not in the report: they come on top of it.
  const before = onRecord.now();
  const after = before.projected;
  const projected = figuresOf(target, {
    count: now.count + after.count - before.count,
    unknowns: after.unknowns - before.unknowns,
    denominator: now.denominator + after.denominator - before.denominator,
  });
  const figures = whom === 'now' ? now : projected;
  const zero = isZero(target, figures);
  return {
    ...records,
    basis: 'reported',
    ...figures,
    ...judge(target, figures, projected),
    projected,
    zero,
  };
}

function assessSpeaking(
  target: InclusionTarget,
  { participants, blocks }: InclusionContext,
  counting: CountedAs,
  matchFor: MatchFor,
  whom: Whom,
): Omit<SpeakingAssessment, 'counted'> {
  const byId = new Map(participants.map((person) => [person.id, person]));
  const sessions = [...blocks]
    .sort(byOrder)
    .filter(({ id }) => target.only === null || id === target.only)
    .map((block) => ({
      block: block.id,
      people: block.speakers.flatMap((id) => byId.get(id) ?? []),
    }))
    .filter(({ people }) => people.length > 0);
  const group: Counted = {
    counts: (person) => isCounted(person, counting),
    wouldCount: (person) => isCounted(person, 'invited'),
    seats: null,
  };
  const rows = sessions.map(({ block, people }): SessionRow => ({
    block,
    ...assessGroup(target, group, people, matchFor)[whom](),
  }));
  const roles = sessions.flatMap(({ people }) => people).sort((a, b) => (a.id < b.id ? -1 : 1));
  const whole = assessGroup(target, group, roles, matchFor)[whom]();
  const none = { verdict: 'cannot-tell', reason: 'no-speaking-roles' } as const;
  return {
    scope: 'speaking-roles',
    ...whole,
    ...(roles.length === 0 && whole.reason !== 'no-values' ? none : {}),
    rows,
    zeros: rows.filter(({ zero }) => zero),
  };
}

type Counted = Pick<TargetGroup, 'counts' | 'wouldCount' | 'seats'>;
type MatchFor = (person: Participant) => Match;

/** @param people those who belong to the group; somebody who is in it twice counts twice */
function assessGroup(
  target: InclusionTarget,
  group: Counted,
  people: readonly Participant[],
  matchFor: MatchFor,
): BothWays {
  const [present, expected] = [people.filter(group.counts), people.filter(group.wouldCount)];
  const now = figuresFor(target, present, group.seats, matchFor);
  const projected = figuresFor(target, expected, group.seats, matchFor);
  const seen = (figures: Figures, there: readonly Participant[]): AssessedGroup => ({
    ...figures,
    ...judgeGroup(target, group, figures, projected),
    projected,
    zero: isZero(target, figures),
    people: idsOf(there),
    undecided: idsOf(there.filter((person) => matchFor(person) === 'unknown')),
    seats: group.seats,
  });
  return { now: () => seen(now, present), 'all-invited': () => seen(projected, expected) };
}

function judgeGroup(
  target: InclusionTarget,
  { seats }: Counted,
  figures: Figures,
  projected: Figures,
): Judgement {
  const judgement = judge(target, figures, projected);
  return seats === 0 && judgement.reason === 'nobody-counted'
    ? { verdict: 'cannot-tell', reason: 'no-seats' }
    : judgement;
}

function figuresFor(
  target: InclusionTarget,
  people: readonly Participant[],
  seats: number | null,
  matchFor: MatchFor,
): Figures {
  let [count, unknowns] = [0, 0];
  for (const person of people) {
    const match = matchFor(person);
    if (match === 'yes') count += 1;
    else if (match === 'unknown') unknowns += 1;
  }
  return figuresOf(target, { count, unknowns, denominator: seats ?? people.length });
}

/** `matchOf` for one target, asked once for each person: rows ask again for the same ones. */
function remembered(target: InclusionTarget): MatchFor {
  const known = new Map<Participant, Match>();
  return (person) => {
    let match = known.get(person);
    if (match === undefined) {
      match = matchOf(target, person);
      known.set(person, match);
    }
    return match;
  };
}

/** Somebody is there, and nobody of those who are asked for; with seats: none of these is filled by one. */
function isZero(target: InclusionTarget, { count, needed, denominator }: Figures): boolean {
  return target.comparison === 'at-least' && needed > 0 && denominator > 0 && count === 0;
}

/** In their order, each once: somebody who speaks twice is one person. */
const idsOf = (people: readonly Participant[]) => [...new Set(people.map(({ id }) => id))];
