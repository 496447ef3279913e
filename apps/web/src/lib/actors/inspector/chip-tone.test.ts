import { boardRecordTypes, legendTones, type Settings } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { toneColours } from '../map/look.ts';
import { chipTone } from './chip-tone.ts';

const settings = boardRecordTypes.settings.defaults();

describe('a chip that names a sector', () => {
  it('has the colour that the sector has on the map, in every preset that has colours', () => {
    for (const tone of legendTones) {
      // The defaults leave out only the id, which nothing here reads.
      const here = { ...settings, sectorTones: { religious: tone } } as unknown as Settings;
      const chip = chipTone('religious', here);
      const { line } = toneColours[tone];
      // Greys say nothing on a chip, which has the word.
      expect([tone, chip]).toEqual([tone, /group|safe/.test(line) ? line.slice(6, -1) : 'plain']);
    }
  });
});
