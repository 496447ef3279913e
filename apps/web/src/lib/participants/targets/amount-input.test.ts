import { describe, expect, it } from 'vitest';
import { amountText, readAmount } from './amount-input.ts';

describe('the amount of a target', () => {
  it('is written as people say it', () => {
    expect(amountText({ unit: 'share', share: 0.07 })).toBe('7');
    expect(amountText({ unit: 'share', share: 0.333 })).toBe('33.3');
    expect(amountText({ unit: 'count', count: 3 })).toBe('3');
  });

  it('is read back as it was written', () => {
    for (const share of [0, 0.07, 0.29, 0.3, 0.333, 0.5, 1]) {
      const amount = { unit: 'share', share } as const;
      expect(readAmount('share', amountText(amount))).toEqual(amount);
    }
    expect(readAmount('share', ' 12,5 % ')).toEqual({ unit: 'share', share: 0.125 });
  });

  it('is none when it is no share of people and no number of people', () => {
    for (const text of ['', 'many', '-1', '101']) expect(readAmount('share', text)).toBeNull();
    for (const text of ['', '1.5', '-1', '100001']) expect(readAmount('count', text)).toBeNull();
  });
});
