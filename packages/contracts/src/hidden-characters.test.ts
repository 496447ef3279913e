import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenCharactersIn, withoutHidden } from './hidden-characters.ts';

describe('what nobody sees in a name', () => {
  test.each([
    ['an override', 'Amira\u202Eenilno', ['\u202E']],
    ['isolates', '\u2067Tomás\u2069', ['\u2067', '\u2069']],
    ['marks of direction', 'Nadia\u200F\u061C', ['\u200F', '\u061C']],
    ['zero-width spaces', 'Na\u200Bdia\uFEFF', ['\u200B', '\uFEFF']],
    ['a word joiner twice', 'a\u2060b\u2060c', ['\u2060']],
    ['a soft hyphen', 'Ami\u00ADra', ['\u00AD']],
    ['fillers', '\u3164\u115F\u2800', ['\u3164', '\u115F', '\u2800']],
    ['tags', 'A\u{E0041}\u{E0042}', ['\u{E0041}', '\u{E0042}']],
    ['a variation selector', 'A\uFE0F', ['\uFE0F']],
    ['separators of lines', 'a\u2028b', ['\u2028']],
    ['joiners between Latin letters', 'Ami\u200Cra\u200D', ['\u200C', '\u200D']],
    ['a joiner at the end', 'علی\u200C', ['\u200C']],
    ['a second joiner', 'می\u200C\u200Cخواهم', ['\u200C']],
  ])('%s', (_what, name, found) => expect(hiddenCharactersIn(name)).toEqual(found));

  test.each([
    ['Persian with ZWNJ', 'علی\u200Cرضا'],
    ['Sinhala with ZWJ', 'ශ්\u200Dරී'],
    ['Malayalam that ends with ZWJ', 'ന്\u200D'],
    ['Hindi', 'क्\u200Dष'],
    ['accents in two parts', 'Toma\u0301s'],
    ['vowel signs', 'مُحَمَّد'],
  ])('is nothing in %s', (_what, name) => {
    expect(hiddenCharactersIn(name)).toEqual([]);
    expect(withoutHidden(name)).toBe(name);
  });

  test('is gone once taken out, and the rest stays', () => {
    expect(withoutHidden('A\u202Emi\u200Bra')).toBe('Amira');
    const text = fc.string({
      unit: fc.constantFrom('a', 'ع', '\u094D', '\u200C', '\u200D', '\u202E'),
    });
    fc.assert(
      fc.property(text, (name) => {
        const left = withoutHidden(name);
        expect(left.replace(/[\u200C\u200D]/g, '')).toBe(name.replace(/[\u200C-\u202E]/g, ''));
        expect(left).not.toContain('\u202E');
      }),
    );
  });
});
