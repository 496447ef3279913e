import type { InclusionTarget, TargetVerdict } from '@parley/model';

/** What the bar of a target shows, as shares of its length, 0–1. */
export interface TargetBar {
  readonly counted: number;
  /** Where the undisclosed could bring it: drawn hatched after what is counted. */
  readonly possible: number;
  /** The tick at what is asked for; null where a bar has none. */
  readonly need: number | null;
}

/**
 * The bar of a target. For one group of people it is as long as the denominator (P6), or as the need,
 * where more people are asked for than there are. Row by row it is as long as there are rows, of which
 * all must hold. Null: there is nothing to draw.
 */
export function targetBar(
  { values }: Pick<InclusionTarget, 'values'>,
  assessed: TargetVerdict,
): TargetBar | null {
  if (values.length === 0 || assessed.reason === 'no-speaking-roles') return null;
  if (assessed.reason === 'no-speaking-time') return null;
  if ('count' in assessed) {
    const { count, unknowns, denominator, needed } = assessed;
    const length = Math.max(denominator, needed);
    if (length === 0) return null;
    return {
      counted: count / length,
      possible: Math.min(unknowns, length - count) / length,
      need: needed / length,
    };
  }
  if (assessed.total === 0) return null;
  return { counted: assessed.met / assessed.total, possible: 0, need: 1 };
}
