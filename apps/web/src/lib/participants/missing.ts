import {
  byNominator,
  closers,
  countedParticipants,
  matchOf,
  type CountedAs,
  type DelegationRow,
  type InclusionContext,
  type InclusionTarget,
  type NominatorRow,
  type Participant,
  type ProcessAssessment,
  type SessionRow,
  type TargetVerdict,
  type TimeRow,
} from '@parley/model';

/** A delegation or session with people, none of whom is known to be what a target asks for. */
export interface ZeroAlarm {
  readonly target: InclusionTarget;
  readonly row: DelegationRow | SessionRow | TimeRow;
  readonly counted: CountedAs;
  /** Who nominated most of these people; null when it is not recorded, or nobody stands out. */
  readonly nominator: { readonly name: string; readonly count: number } | null;
}

/** What there is to say of a target that is not met. */
export interface MissingPart {
  readonly target: InclusionTarget;
  readonly assessed: TargetVerdict;
  /** People not invited yet who are known to count, the nearest to an invitation first. */
  readonly closers: readonly Participant[];
  /**
   * The people counted, by who put them forward. Empty when nobody's nominator is recorded, and where
   * rows must be read one by one.
   */
  readonly nominators: readonly NominatorRow[];
  /** The people counted, by whom they sit for; as with nominators. */
  readonly delegations: readonly DelegationCount[];
  /** People counted of whom it is not known whether they count towards the target. */
  readonly undecided: readonly Participant[];
  /** If everyone invited came; null where that changes nothing, or rows must be read one by one. */
  readonly ifAllCame: ProcessAssessment | null;
}

/** The people of one delegation held against a target. */
interface DelegationCount {
  /** Id of the delegation's actor; null: none. */
  readonly delegation: string | null;
  /** People known to have what the target asks for. */
  readonly count: number;
  readonly unknowns: number;
  readonly denominator: number;
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
      return { target, row, counted: assessed.counted, nominator: outstanding(people, target) };
    });
  });
}

/** Whoever nominated more than half of the people. */
function outstanding(
  people: readonly Participant[],
  target: InclusionTarget,
): ZeroAlarm['nominator'] {
  for (const { nominator, denominator } of byNominator(people, target)) {
    if (nominator !== null && denominator * 2 > people.length) {
      return { name: nominator, count: denominator };
    }
  }
  return null;
}

/** The targets that are missed, at risk or cannot be told, in the order of their cards. */
export function missingParts(
  targets: readonly Assessed[],
  { participants }: Pick<InclusionContext, 'participants'>,
): readonly MissingPart[] {
  return targets
    .filter(({ assessed }) => assessed.verdict !== 'met' && assessed.reason !== 'no-values')
    .map(({ target, assessed, projected }): MissingPart => {
      const counted = countedParticipants(participants, assessed.counted);
      const nominators = assessed.scope === 'process' ? byNominator(counted, target) : [];
      const known = nominators.some(({ nominator }) => nominator !== null);
      return {
        target,
        assessed,
        closers: closersOf(target, assessed, participants),
        nominators: known ? nominators : [],
        delegations: assessed.scope === 'process' ? byDelegation(counted, target) : [],
        undecided: undecidedIn(assessed, participants),
        ifAllCame: ifAllCame(assessed, projected),
      };
    });
}

/** Most people first; none where nobody sits in a delegation, or all in one. */
function byDelegation(
  people: readonly Participant[],
  target: InclusionTarget,
): readonly DelegationCount[] {
  const groups = Map.groupBy(people, ({ delegation }) => delegation);
  if (groups.size < 2) return [];
  return [...groups]
    .map(([delegation, group]): DelegationCount => {
      const matches = group.map((person) => matchOf(target, person));
      return {
        delegation,
        count: matches.filter((match) => match === 'yes').length,
        unknowns: matches.filter((match) => match === 'unknown').length,
        denominator: group.length,
      };
    })
    .sort((a, b) => b.denominator - a.denominator);
}

/** Where rows must each hold, those of rows that do not. */
function undecidedIn(
  assessed: TargetVerdict,
  participants: readonly Participant[],
): readonly Participant[] {
  const groups =
    'undecided' in assessed
      ? [assessed]
      : assessed.rows.filter(
          (row) => row.verdict !== 'met' && !('delegation' in row && row.delegation === null),
        );
  const ids = new Set(groups.flatMap(({ undecided }) => undecided));
  return participants.filter(({ id }) => ids.has(id));
}

/** Who would close a gap; where each delegation must hold, only people of those that do not. */
function closersOf(
  target: InclusionTarget,
  assessed: TargetVerdict,
  participants: readonly Participant[],
): readonly Participant[] {
  // Whoever comes has not spoken yet.
  if (assessed.scope === 'speaking-time') return [];
  const all = closers(target, participants);
  if (assessed.scope !== 'delegation') return all;
  const open = new Set(
    assessed.rows.flatMap(({ verdict, delegation }) => (verdict === 'met' ? [] : [delegation])),
  );
  return all.filter(({ delegation }) => delegation !== null && open.has(delegation));
}

function ifAllCame(assessed: TargetVerdict, projected: TargetVerdict): ProcessAssessment | null {
  if (assessed.scope !== 'process' || projected.scope !== 'process') return null;
  const same =
    assessed.count === projected.count &&
    assessed.unknowns === projected.unknowns &&
    assessed.denominator === projected.denominator;
  return same ? null : projected;
}
