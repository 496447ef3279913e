import type { Actor, LegendTone, Settings } from '@parley/model';
import { actorRadius, type Point, type Shape } from '@parley/model/map';

/** The line and the fill of each tone of the legend, as tokens. */
export const toneColours: Record<LegendTone, { readonly line: string; readonly wash: string }> = {
  blue: { line: 'var(--group-1)', wash: 'var(--group-1-wash)' },
  orange: { line: 'var(--group-2)', wash: 'var(--group-2-wash)' },
  violet: { line: 'var(--group-3)', wash: 'var(--group-3-wash)' },
  green: { line: 'var(--group-4)', wash: 'var(--group-4-wash)' },
  neutral: { line: 'var(--ink-2)', wash: 'var(--hover)' },
};

export const toneOf = (sector: string, settings: Settings): LegendTone =>
  settings.sectorTones[sector] ?? 'neutral';

/** A square for a third party, a circle for everybody else. */
export function shapeOf(actor: Pick<Actor, 'role'>, at: Point): Shape {
  const square = actor.role === 'third-party';
  return { kind: square ? 'square' : 'circle', at, radius: square ? actorRadius - 3 : actorRadius };
}

/** Outside the conflict or unseen in it: drawn with a broken outline. */
export const isOutside = ({ role, kind }: Pick<Actor, 'role' | 'kind'>): boolean =>
  role === 'shadow' || kind === 'external';
