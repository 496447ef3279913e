import { describe, expect, test } from 'vitest';
import { skeletonOf } from './look-alikes.ts';

describe('names that can be taken for each other have one skeleton', () => {
  test.each([
    ['Cyrillic а, і and г', 'Amira', 'Аmіra'],
    ['all Cyrillic', 'Hope', 'Норе'],
    ['Greek capitals', 'TOMAS', 'ΤΟΜΑЅ'],
    ['capital I for l', 'Paul', 'PauI'],
    ['a digit for l', 'Paul', 'Pau1'],
    ['zero for O', 'Omar', '0mar'],
    ['rn for m', 'Amira', 'Arnira'],
    ['capitals', 'Amira', 'AMIRA'],
    ['wide letters', 'Amira', 'Ａｍｉｒａ'],
    ['mathematical letters', 'Amira', '𝐀𝐦𝐢𝐫𝐚'],
    ['one accent in two ways', 'Tom\u00E1s', 'Toma\u0301s'],
    ['something between that nobody sees', 'Amira', 'Am\u200Bi\u202Era'],
    ['spaces', 'Amira K', ' Amira \u00A0 K '],
    ['a joiner where nothing joins', 'داود', 'دا\u200Cود'],
    ['Persian and Arabic letters', 'علی', 'على'],
    ['Arabic digits', 'Guest ١', 'Guest 1'],
  ])('%s', (_what, name, other) => expect(skeletonOf(other)).toBe(skeletonOf(name)));

  test.each([
    ['Amira', 'Amina'],
    ['Tomás', 'Tomas'],
    ['محمد', 'محمود'],
    ['Guest 1', 'Guest 2'],
    ['Anna', 'Ana'],
  ])('%s and %s stay two', (name, other) => expect(skeletonOf(other)).not.toBe(skeletonOf(name)));
});
