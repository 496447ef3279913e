import type { Stage } from './participant.ts';

/** What a change to this stage must say: nothing more, why, or the two questions of an exclusion (H §2). */
export function stageAsks(to: Stage): 'nothing' | 'reason' | 'exclusion' {
  if (to === 'excluded') return 'exclusion';
  return to === 'declined' || to === 'withdrawn' ? 'reason' : 'nothing';
}
