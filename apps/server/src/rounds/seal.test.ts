import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { filledUp, seal, unseal } from './seal.ts';

const key = randomBytes(32);

describe('what is sealed', () => {
  it.each(['', 'They own the boats.', 'قوارب الصيادين', '🛶'.repeat(900)])(
    'comes back as it was, and looks different each time: %s',
    (text) => {
      const sealed = seal(key, text, 'here');
      expect(unseal(key, sealed, 'here')).toBe(text);
      expect(seal(key, text, 'here')).not.toBe(sealed);
    },
  );

  it('opens with no other key, in no other place, and not once it was changed', () => {
    const sealed = seal(key, 'They own the boats.', 'here');
    const bytes = Buffer.from(sealed, 'base64');
    expect(() => unseal(randomBytes(32), sealed, 'here')).toThrow();
    expect(() => unseal(key, sealed, 'there')).toThrow();
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, changed.toString('base64'), 'here')).toThrow();
    }
  });

  it('has one length for every rating that says little, and reads as what it was', () => {
    const ratings = ['', 'x', 'ن'.repeat(100)].map((rationale) => ({ level: null, rationale }));
    const filled = ratings.map((rating) => filledUp(JSON.stringify(rating)));
    expect(new Set(filled.map((text) => seal(key, text, '').length)).size).toBe(1);
    expect(filled.map((text): unknown => JSON.parse(text))).toEqual(ratings);
  });
});
