import type { Fill } from './drawing.ts';

/** A ground, and what is drawn on it in a square of `tile` pixels. */
export interface FillLook {
  readonly ground: string;
  readonly line: string;
  /** Paths in a square of `tile` pixels that is repeated; none: plain. */
  readonly pattern?: { readonly tile: number; readonly path: string; readonly dotted?: true };
  /** Of texts that stand on it. */
  readonly ink: string;
  /** Around texts, where the pattern would cross them; none: the ground is plain. */
  readonly halo?: string;
  /** Drawn with a broken outline. */
  readonly broken?: true;
}

/**
 * The first is dark and plain, the others light with patterns that no two share: they stay apart in
 * grey, and for every kind of colour vision. Slanted hatching says not known, as on the map.
 */
export const fillLooks: Readonly<Record<Fill, FillLook>> = {
  0: { ground: 'var(--safe-1)', line: 'var(--safe-1)', ink: 'var(--card)' },
  1: {
    ...{ ground: 'var(--safe-2-wash)', line: 'var(--safe-2)', halo: 'var(--safe-2-wash)' },
    ...{ ink: 'var(--ink)', pattern: { tile: 6, path: 'M1.5 1.5h0M4.5 4.5h0', dotted: true } },
  },
  2: {
    ...{ ground: 'var(--safe-4-wash)', line: 'var(--safe-4)', halo: 'var(--safe-4-wash)' },
    ...{ ink: 'var(--ink)', pattern: { tile: 5, path: 'M0 2.5h5' } },
  },
  3: {
    ...{ ground: 'var(--safe-3-wash)', line: 'var(--safe-3)', halo: 'var(--safe-3-wash)' },
    ...{ ink: 'var(--ink)', pattern: { tile: 7, path: 'M0 3.5h7M3.5 0v7' } },
  },
  4: {
    ...{ ground: 'var(--card)', line: 'var(--grey-4)', halo: 'var(--card)' },
    ...{ ink: 'var(--ink)', pattern: { tile: 5, path: 'M2.5 0v5' } },
  },
  others: { ground: 'var(--grey-2)', line: 'var(--grey-3)', ink: 'var(--ink)' },
  unknown: {
    ...{ ground: 'var(--card)', line: 'var(--line-strong)', halo: 'var(--card)' },
    ...{ ink: 'var(--ink)', pattern: { tile: 7, path: 'M-1 8L8 -1M-1 1L1 -1M6 8L8 6' } },
    broken: true,
  },
  open: {
    ...{ ground: 'var(--card)', line: 'var(--line-strong)', ink: 'var(--ink-2)', broken: true },
  },
  withheld: { ground: 'var(--sunken)', line: 'var(--line-strong)', ink: 'var(--ink-2)' },
};

/** Values that have a fill of their own; the rest share one. */
export const ownFills = [0, 1, 2, 3, 4] as const satisfies readonly Fill[];
