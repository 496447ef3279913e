import type { InclusionTarget, Participant, Stage } from '../records/index.ts';
import type { InclusionContext } from './inclusion-groups.ts';
import { assessTarget, type TargetVerdict } from './inclusion.ts';

/** What is supposed, over what is on record. Nothing of it is written anywhere. */
export interface Supposed {
  /** Participant → the stage that they are supposed to be at. Who is not on record is passed over. */
  readonly stages?: Readonly<Record<string, Stage>>;
  /** People who are not on record, with ids that nobody has. */
  readonly others?: readonly Participant[];
  /** Seats by delegation, in the place of those allotted. */
  readonly seats?: Readonly<Record<string, number>>;
  readonly countedAs?: InclusionContext['countedAs'];
}

/** The context as it would be; the one that is given stays as it is. */
export function supposing(context: InclusionContext, supposed: Supposed): InclusionContext {
  const { stages = {}, others = [], seats, countedAs } = supposed;
  return {
    ...context,
    ...(seats === undefined ? {} : { seats: { ...context.seats, ...seats } }),
    ...(countedAs === undefined ? {} : { countedAs }),
    participants: [
      ...context.participants.map((person) => {
        const stage = Object.hasOwn(stages, person.id) ? stages[person.id] : undefined;
        return stage === undefined || stage === person.stage ? person : { ...person, stage };
      }),
      ...others,
    ],
  };
}

/** A target as it is, and as it would be. */
export interface WhatIf {
  readonly target: InclusionTarget;
  readonly now: TargetVerdict;
  readonly then: TargetVerdict;
  /** Whether the verdict is another one. */
  readonly turned: boolean;
}

/** All targets under a supposition: a set of people to try, see, and throw away or apply. */
export function whatIf(
  targets: readonly InclusionTarget[],
  context: InclusionContext,
  supposed: Supposed,
): readonly WhatIf[] {
  const other = supposing(context, supposed);
  return targets.map((target) => {
    const [now, then] = [assessTarget(target, context), assessTarget(target, other)];
    return { target, now, then, turned: now.verdict !== then.verdict };
  });
}
