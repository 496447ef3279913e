import { directedTieKinds, type TieKind } from './tie.ts';

/** Ways to draw the line of a tie. Arrow heads are no part of it: they say a direction, in any notation. */
export const tieLines = [
  'solid',
  'double',
  'dotted',
  'dashed',
  'long-dashed',
  'dash-dotted',
  'zigzag',
  'crossed',
] as const;
export type TieLine = (typeof tieLines)[number];

/** Tones of a tie: ink, the red of conflict, and those that every kind of colour vision tells apart. */
export const tieTones = ['ink', 'red', 'deep-blue', 'vermilion', 'pink', 'sea-green'] as const;
export type TieTone = (typeof tieTones)[number];

/** How each kind of tie is drawn. */
export interface Notation {
  readonly tieLines: Readonly<Partial<Record<TieKind, TieLine>>>;
  readonly tieTones: Readonly<Partial<Record<TieKind, TieTone>>>;
}

/** The lines of conflict-mapping handbooks (Fisher et al., Working with Conflict, 2000, and its heirs). */
export const handbookLines: Readonly<Record<TieKind, TieLine>> = {
  alliance: 'double',
  close: 'solid',
  informal: 'dotted',
  influence: 'solid',
  conflict: 'zigzag',
  broken: 'crossed',
  funding: 'dash-dotted',
  'family-or-clan': 'dashed',
  command: 'solid',
};

/** How many arrow heads a tie ends in: none where it holds both ways; two tell command from influence. */
export const headsOf = (kind: TieKind): 0 | 1 | 2 =>
  kind === 'command' ? 2 : directedTieKinds.has(kind) ? 1 : 0;

interface TieLooks {
  readonly tieLines: Readonly<Record<string, TieLine>>;
  readonly tieTones: Readonly<Record<string, TieTone>>;
}

/** How the line of a kind is drawn here. */
export const tieLineOf = (kind: TieKind, settings: TieLooks): TieLine =>
  settings.tieLines[kind] ?? handbookLines[kind];

/** The tone of a kind here. */
export const tieToneOf = (kind: TieKind, settings: TieLooks): TieTone =>
  settings.tieTones[kind] ?? (kind === 'conflict' ? 'red' : 'ink');
