import { byOrder } from '../order-key.ts';
import type {
  Actor,
  AgendaBlock,
  CountedAs,
  InclusionTarget,
  Participant,
} from '../records/index.ts';
import { matchOf } from './inclusion-attribute.ts';
import { countedParticipants, mayTakePart, participantsInBlock } from './inclusion-counting.ts';
import { figuresOf, type Figures } from './inclusion-figures.ts';
import { judge, worstOf, type Judgement } from './inclusion-verdict.ts';

/** What a target is assessed on. The order of the arrays is of no importance. */
export interface InclusionContext {
  readonly participants: readonly Participant[];
  readonly blocks: readonly AgendaBlock[];
  readonly actors: readonly Actor[];
  /** The process's own switch, for targets that do not say what they count. */
  readonly countedAs: CountedAs;
}

/** One group of people held against a target: its figures, what would become of them, the verdict. */
export interface AssessedGroup extends Figures, Judgement {
  /** The figures if everyone invited came; equal to the figures when invited people are counted. */
  readonly projected: Figures;
  /** Nobody of those that the target asks for is known among people who are there. */
  readonly zero: boolean;
  /** Ids of the people counted, sorted. */
  readonly people: readonly string[];
}

/** The whole process. */
export interface ProcessAssessment extends AssessedGroup {
  readonly scope: 'process';
  readonly counted: CountedAs;
  /** Where the figures come from: the records, or the outcome that the target reports. */
  readonly basis: 'records' | 'reported';
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

/** No speaking role is recorded yet, so there is nothing to count. */
export interface SpeakingAssessment extends Judgement {
  readonly scope: 'speaking-roles';
  readonly counted: CountedAs;
}

export type TargetVerdict =
  | ProcessAssessment
  | RowsAssessment<'delegation', DelegationRow>
  | RowsAssessment<'session', SessionRow>
  | SpeakingAssessment;

/**
 * Holds the composition of a process against a target; `judge` says how verdicts are found.
 *
 * - `process`: one group. A reported outcome stands in for the records while what is counted is what
 *   it was reported for; its count and its denominator belong together, so both are taken from it.
 * - `delegation`: a row per delegation that has people who take part or may still, each of which must
 *   hold; and one for people in no delegation, which never decides the verdict.
 * - `session`: a row per agenda block with people who take part or may still; breaks are no sessions.
 * - `speaking-roles`: cannot be told yet.
 */
export function assessTarget(target: InclusionTarget, context: InclusionContext): TargetVerdict {
  return assess(target, context, target.counted ?? context.countedAs);
}

/** The assessment as it would be if everyone invited came. */
export function projection(target: InclusionTarget, context: InclusionContext): TargetVerdict {
  const assessed = assessTarget(target, context);
  if (assessed.scope !== 'process') return assess(target, context, 'invited');
  return {
    ...assessed,
    ...assessed.projected,
    ...judge(target, assessed.projected, assessed.projected),
    counted: 'invited',
    zero: isZero(target, assessed.projected),
    people: idsOf(countedParticipants(context.participants, 'invited')),
  };
}

function assess(
  target: InclusionTarget,
  context: InclusionContext,
  counted: CountedAs,
): TargetVerdict {
  switch (target.scope) {
    case 'process':
      return assessProcess(target, context, counted);
    case 'delegation':
      return assessRows(target, 'delegation', counted, delegationRows(target, context, counted));
    case 'session':
      return assessRows(target, 'session', counted, sessionRows(target, context, counted));
    case 'speaking-roles':
      return {
        scope: 'speaking-roles',
        counted,
        verdict: 'cannot-tell',
        reason: 'no-speaking-roles',
      };
  }
}

function assessProcess(
  target: InclusionTarget,
  { participants }: InclusionContext,
  counted: CountedAs,
): ProcessAssessment {
  const { reported } = target;
  const onRecord = assessGroup(target, participants, counted);
  if (reported?.counted !== counted) {
    return { scope: 'process', counted, basis: 'records', ...onRecord };
  }
  const now = figuresOf(target, { ...reported, unknowns: 0 });
  // People who are invited and not counted yet are not in the report: they come on top of it.
  const projected = figuresOf(target, {
    count: now.count + onRecord.projected.count - onRecord.count,
    unknowns: onRecord.projected.unknowns - onRecord.unknowns,
    denominator: now.denominator + onRecord.projected.denominator - onRecord.denominator,
  });
  return {
    scope: 'process',
    counted,
    basis: 'reported',
    ...now,
    ...judge(target, now, projected),
    projected,
    zero: isZero(target, now),
    people: onRecord.people,
  };
}

function delegationRows(
  target: InclusionTarget,
  { participants, actors }: InclusionContext,
  counted: CountedAs,
): DelegationRow[] {
  const groups = Map.groupBy(participants.filter(mayTakePart), ({ delegation }) => delegation);
  const known = [...actors].sort(byOrder).filter(({ id }) => groups.has(id));
  const rows = known.map(({ id }): DelegationRow => ({
    delegation: id,
    ...assessGroup(target, groups.get(id) ?? [], counted),
  }));
  // A delegation whose actor somebody removed at the same time is none.
  const ids = new Set<string | null>(known.map(({ id }) => id));
  const rest = [...groups].flatMap(([id, people]) => (ids.has(id) ? [] : people));
  if (rest.length > 0) rows.push({ delegation: null, ...assessGroup(target, rest, counted) });
  return rows;
}

function sessionRows(
  target: InclusionTarget,
  { participants, blocks }: InclusionContext,
  counted: CountedAs,
): SessionRow[] {
  const candidates = participants.filter(mayTakePart);
  return [...blocks].sort(byOrder).flatMap((block) => {
    const people = block.form === 'break' ? [] : participantsInBlock(block, candidates);
    if (people.length === 0) return [];
    return [{ block: block.id, ...assessGroup(target, people, counted) }];
  });
}

function assessRows<Scope extends 'delegation' | 'session', Row extends AssessedGroup>(
  target: InclusionTarget,
  scope: Scope,
  counted: CountedAs,
  rows: readonly Row[],
): RowsAssessment<Scope, Row> {
  const deciding = rows.filter((row) => !('delegation' in row) || row.delegation !== null);
  return {
    scope,
    counted,
    ...worstOf(target, deciding),
    rows,
    total: deciding.length,
    met: deciding.filter(({ verdict }) => verdict === 'met').length,
    zeros: deciding.filter(({ zero }) => zero),
  };
}

function assessGroup(
  target: InclusionTarget,
  participants: readonly Participant[],
  counted: CountedAs,
): AssessedGroup {
  const people = countedParticipants(participants, counted);
  const now = figuresFor(target, people);
  const projected = figuresFor(target, countedParticipants(participants, 'invited'));
  return {
    ...now,
    ...judge(target, now, projected),
    projected,
    zero: isZero(target, now),
    people: idsOf(people),
  };
}

function figuresFor(target: InclusionTarget, people: readonly Participant[]): Figures {
  const matches = people.map((person) => matchOf(target, person));
  return figuresOf(target, {
    count: matches.filter((match) => match === 'yes').length,
    unknowns: matches.filter((match) => match === 'unknown').length,
    denominator: people.length,
  });
}

function isZero(target: InclusionTarget, { count, needed, denominator }: Figures): boolean {
  return target.comparison === 'at-least' && needed > 0 && denominator > 0 && count === 0;
}

const idsOf = (people: readonly Participant[]) => people.map(({ id }) => id).sort();
