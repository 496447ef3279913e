import { describe, expect, it } from 'vitest';
import { wordsBefore } from './words-before.ts';

const matter = { subject: 'elders', of: 'structural' } as const;
const said = (
  rationale: string,
  subject = 'elders',
  of: 'structural' | 'interest' = 'structural',
) => ({
  ...{ subject, of, rationale, alternative: `not ${rationale}` },
  reading: { of, level: 2 },
});
const sent = (state: 'sending' | 'refused', rationale: string) => ({
  state,
  command: said(rationale),
});

describe('the words of a reading that is given anew', () => {
  it('are those of the reading of this actor by this kind', () => {
    const own = [said('boats'), said('fish', 'guard'), said('rain', 'elders', 'interest')];
    expect(wordsBefore(matter, own, [])).toEqual({ rationale: 'boats', alternative: 'not boats' });
  });

  it('are those on their way, and never those that were refused', () => {
    const own = [said('boats')];
    const newer = [sent('sending', 'nets'), sent('refused', 'ice')];
    expect(wordsBefore(matter, own, newer).rationale).toBe('nets');
    expect(wordsBefore(matter, own, newer.slice(1)).rationale).toBe('boats');
  });

  it('are none where nothing was said', () => {
    expect(wordsBefore(matter, [], [])).toEqual({ rationale: '', alternative: '' });
  });
});
