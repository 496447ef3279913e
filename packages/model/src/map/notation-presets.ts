import type { Notation } from '../records/notation.ts';
import type { LegendTone } from '../records/settings.ts';

export const notationNames = ['handbook', 'plain', 'colour-safe', 'greyscale'] as const;
export type NotationName = (typeof notationNames)[number];

/** Ties of each preset; what is not said is as in the handbooks. */
export const notations: Readonly<Record<NotationName, Required<Notation>>> = {
  handbook: { tieLines: {}, tieTones: {} },
  /** No signs that one must have learned: lines differ by how they are broken. */
  plain: {
    tieLines: { conflict: 'dashed', broken: 'dash-dotted', 'family-or-clan': 'long-dashed' },
    tieTones: {},
  },
  'colour-safe': {
    tieLines: {},
    tieTones: {
      alliance: 'deep-blue',
      conflict: 'vermilion',
      broken: 'vermilion',
      funding: 'sea-green',
      'family-or-clan': 'pink',
    },
  },
  greyscale: { tieLines: {}, tieTones: { conflict: 'ink' } },
};

/** Tones of sectors that stand for each other from palette to palette, place by place. */
const palettes: Readonly<Record<'colours' | 'safe' | 'greys', readonly LegendTone[]>> = {
  colours: ['blue', 'orange', 'violet', 'green'],
  safe: ['deep-blue', 'vermilion', 'pink', 'sea-green'],
  greys: ['grey-1', 'grey-2', 'grey-3', 'grey-4'],
};

const paletteOf: Readonly<Record<NotationName, keyof typeof palettes>> = {
  handbook: 'colours',
  plain: 'colours',
  'colour-safe': 'safe',
  greyscale: 'greys',
};

/** The tone of another notation that stands for this one: sectors that look alike go on looking alike. */
export function toneIn(name: NotationName, tone: LegendTone): LegendTone {
  const place = Object.values(palettes).reduce(
    (found, palette) => Math.max(found, palette.indexOf(tone)),
    -1,
  );
  return palettes[paletteOf[name]][place] ?? 'neutral';
}
