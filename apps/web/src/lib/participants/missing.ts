import {
  byNominator,
  closers,
  countedParticipants,
  type DelegationRow,
  type InclusionContext,
  type InclusionTarget,
  type NominatorRow,
  type Participant,
  type ProcessAssessment,
  type SessionRow,
  type TargetVerdict,
} from '@parley/model';

/** A delegation or session with people, none of whom is known to be what a target asks for. */
export interface ZeroAlarm {
  readonly target: InclusionTarget;
  readonly row: DelegationRow | SessionRow;
  /** Who nominated most of these people; null when it is not recorded, or nobody stands out. */
  readonly nominator: { readonly name: string; readonly count: number } | null;
}

/** What there is to say of a target that is not met. */
export interface MissingPart {
  readonly target: InclusionTarget;
  readonly assessed: TargetVerdict;
  /** People not invited yet who are known to count, the nearest to an invitation first. */
  readonly closers: readonly Participant[];
  /** The people counted, by who put them forward; empty when nobody's nominator is recorded. */
  readonly nominators: readonly NominatorRow[];
  /** If everyone invited came; null where that is the same, or rows must be read one by one. */
  readonly ifAllCame: ProcessAssessment | null;
}

interface Assessed {
  readonly target: InclusionTarget;
  readonly assessed: TargetVerdict;
  readonly projected: TargetVerdict;
}

/** Every row at zero of every target: a good average must not hide one (P6). */
export function zeroAlarms(
  targets: readonly Assessed[],
  { participants }: Pick<InclusionContext, 'participants'>,
): readonly ZeroAlarm[] {
  return targets.flatMap(({ target, assessed }) => {
    if (!('zeros' in assessed)) return [];
    return assessed.zeros.map((row): ZeroAlarm => {
      const ids = new Set(row.people);
      const people = participants.filter(({ id }) => ids.has(id));
      const [first] = byNominator(people, target).filter(({ nominator }) => nominator !== null);
      const outstanding = first?.nominator != null && first.denominator * 2 > people.length;
      return {
        target,
        row,
        nominator: outstanding ? { name: first.nominator, count: first.denominator } : null,
      };
    });
  });
}

/** The targets that are missed, at risk or cannot be told, in the order of their cards. */
export function missingParts(
  targets: readonly Assessed[],
  { participants }: Pick<InclusionContext, 'participants'>,
): readonly MissingPart[] {
  return targets
    .filter(({ assessed }) => assessed.verdict !== 'met' && assessed.reason !== 'no-values')
    .map(({ target, assessed, projected }): MissingPart => {
      const nominators = byNominator(countedParticipants(participants, assessed.counted), target);
      const known = nominators.some(({ nominator }) => nominator !== null);
      return {
        target,
        assessed,
        closers: closers(target, participants),
        nominators: known ? nominators : [],
        ifAllCame:
          projected.scope === 'process' && assessed.counted !== 'invited' ? projected : null,
      };
    });
}
