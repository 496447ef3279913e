import { expect, test } from 'vitest';
import { Allowance } from './allowance.ts';

test('R4: a burst is free, and what comes after it is let in at the rate', () => {
  const allowance = new Allowance(60, 600, 0);
  allowance.spend(600, 0);
  expect(allowance.wait(0)).toBe(0);
  allowance.spend(60, 0);
  expect(allowance.left(0)).toBe(-60);
  expect(allowance.wait(0)).toBeCloseTo(1_000);
  expect(allowance.wait(400)).toBeCloseTo(600);
  expect(allowance.wait(1_000)).toBe(0);
});

test('R4: a rest fills the allowance up to one burst', () => {
  const allowance = new Allowance(60, 600, 0);
  allowance.spend(600, 0);
  expect(allowance.left(3_600_000)).toBe(600);
  allowance.spend(601, 3_600_000);
  expect(allowance.wait(3_600_000)).toBeGreaterThan(0);
});

test('R4: an honest pace of 20 changes and 20 presence states a second is never held back', () => {
  const allowance = new Allowance(60, 600, 0);
  for (let now = 0; now < 600_000; now += 25) {
    allowance.spend(1, now);
    expect(allowance.wait(now)).toBe(0);
  }
});
