import {
  whatIf,
  type InclusionContext,
  type InclusionTarget,
  type Participant,
  type WhatIf,
} from '@parley/model';
import type { Trial } from '../participants-state.svelte.ts';

/** Whether somebody may be supposed to come: considered or invited, and not confirmed yet. */
export const mayCome = ({ stage }: Pick<Participant, 'stage'>): boolean =>
  stage === 'longlisted' || stage === 'screened' || stage === 'nominated' || stage === 'invited';

/** Whether somebody may be supposed not to come after all. */
export const mayLeave = ({ stage }: Pick<Participant, 'stage'>): boolean =>
  stage === 'confirmed' || stage === 'attended';

/** All targets as they are, and as they would be: who comes counts in every denominator. */
export function triedOut(
  { come, leave }: Trial,
  targets: readonly InclusionTarget[],
  context: InclusionContext,
): readonly WhatIf[] {
  const stages = Object.fromEntries([
    ...come.map((id) => [id, 'attended'] as const),
    ...leave.map((id) => [id, 'withdrawn'] as const),
  ]);
  return whatIf(targets, context, { stages });
}

/** The trial with somebody ticked, or no longer. */
export function ticked(trial: Trial, list: keyof Trial, id: string, on: boolean): Trial {
  const without = {
    come: trial.come.filter((other) => other !== id),
    leave: trial.leave.filter((other) => other !== id),
  };
  return on ? { ...without, [list]: [...without[list], id] } : without;
}

/** The trial with all of these people, each on the list that their stage allows. */
export function withPeople(trial: Trial, people: readonly Participant[]): Trial {
  return people.reduce((sum, person) => {
    if (mayCome(person)) return ticked(sum, 'come', person.id, true);
    return mayLeave(person) ? ticked(sum, 'leave', person.id, true) : sum;
  }, trial);
}
