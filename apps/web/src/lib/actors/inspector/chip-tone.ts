import type { LegendTone, Settings } from '@parley/model';
import { toneOf } from '../map/look.ts';

const tones = {
  blue: 'group-1',
  orange: 'group-2',
  violet: 'group-3',
  green: 'group-4',
  'deep-blue': 'safe-1',
  vermilion: 'safe-2',
  pink: 'safe-3',
  'sea-green': 'safe-4',
  'grey-1': 'plain',
  'grey-2': 'plain',
  'grey-3': 'plain',
  'grey-4': 'plain',
  neutral: 'plain',
} as const satisfies Record<LegendTone, string>;

/** The tone of a chip that names a sector: the sector's own on the map, in every preset; greys need none. */
export const chipTone = (sector: string, settings: Settings) => tones[toneOf(sector, settings)];
