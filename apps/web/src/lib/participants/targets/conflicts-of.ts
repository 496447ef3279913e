import type { Conflict } from '@parley/model';

/** Conflicts that a target is part of, each with the other target of the pair. */
export function conflictsOf(
  target: string,
  conflicts: readonly Conflict[] = [],
): readonly (Conflict & { readonly other: string })[] {
  return conflicts.flatMap((conflict) => {
    const [one, two] = conflict.targets;
    if (one === target) return [{ ...conflict, other: two }];
    return two === target ? [{ ...conflict, other: one }] : [];
  });
}
