import {
  tieLineOf,
  tieToneOf,
  type Actor,
  type LegendTone,
  type Settings,
  type TieKind,
  type TieLine,
  type TieTone,
} from '@parley/model';
import { actorRadius, type Point, type Shape } from '@parley/model/map';

/** The line and the fill of each tone of the legend, as tokens. */
export const toneColours: Record<LegendTone, { readonly line: string; readonly wash: string }> = {
  blue: { line: 'var(--group-1)', wash: 'var(--group-1-wash)' },
  orange: { line: 'var(--group-2)', wash: 'var(--group-2-wash)' },
  violet: { line: 'var(--group-3)', wash: 'var(--group-3-wash)' },
  green: { line: 'var(--group-4)', wash: 'var(--group-4-wash)' },
  'deep-blue': { line: 'var(--safe-1)', wash: 'var(--safe-1-wash)' },
  vermilion: { line: 'var(--safe-2)', wash: 'var(--safe-2-wash)' },
  pink: { line: 'var(--safe-3)', wash: 'var(--safe-3-wash)' },
  'sea-green': { line: 'var(--safe-4)', wash: 'var(--safe-4-wash)' },
  'grey-1': { line: 'var(--ink)', wash: 'var(--card)' },
  'grey-2': { line: 'var(--ink)', wash: 'var(--grey-2)' },
  'grey-3': { line: 'var(--ink)', wash: 'var(--grey-3)' },
  'grey-4': { line: 'var(--ink)', wash: 'var(--grey-4)' },
  neutral: { line: 'var(--ink-2)', wash: 'var(--hover)' },
};

/** The colour of each tone of a tie, as a token. */
const tieColours: Record<TieTone, string> = {
  ink: 'var(--ink-2)',
  red: 'var(--problem)',
  'deep-blue': 'var(--safe-1)',
  vermilion: 'var(--safe-2)',
  pink: 'var(--safe-3)',
  'sea-green': 'var(--safe-4)',
};

/** How ties of a kind are drawn in this process. */
export const tieLook = (
  kind: TieKind,
  settings: Settings,
): { readonly line: TieLine; readonly colour: string } => ({
  line: tieLineOf(kind, settings),
  colour: tieColours[tieToneOf(kind, settings)],
});

export const toneOf = (sector: string, settings: Settings): LegendTone =>
  settings.sectorTones[sector] ?? 'neutral';

/** A square for a third party, a circle for everybody else. */
export function shapeOf(actor: Pick<Actor, 'role'>, at: Point, radius = actorRadius): Shape {
  const square = actor.role === 'third-party';
  // A square of the same area as the circle, nearly.
  return { kind: square ? 'square' : 'circle', at, radius: square ? radius - radius / 8 : radius };
}

/** Outside the conflict or unseen in it: drawn with a broken outline. */
export const isOutside = ({ role, kind }: Pick<Actor, 'role' | 'kind'>): boolean =>
  role === 'shadow' || kind === 'external';
