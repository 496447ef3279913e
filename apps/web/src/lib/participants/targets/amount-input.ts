import type { InclusionTarget } from '@parley/model';

type Amount = InclusionTarget['amount'];

/** The amount as it stands in its field: per cent, or people. */
export function amountText(amount: Amount): string {
  if (amount.unit === 'count') return String(amount.count);
  // 0.07 × 100 is 7.000000000000001 in floating point.
  return String(Number((amount.share * 100).toFixed(4)));
}

/** Reads the field; null when it holds no amount: per cent from 0 to 100, people up to 100 000. */
export function readAmount(unit: Amount['unit'], text: string): Amount | null {
  const cleaned = text.trim().replace('%', '').replace(',', '.').trim();
  const value = cleaned === '' ? Number.NaN : Number(cleaned);
  if (unit === 'share') {
    return value >= 0 && value <= 100 ? { unit, share: Number((value / 100).toFixed(6)) } : null;
  }
  return Number.isInteger(value) && value >= 0 && value <= 100_000 ? { unit, count: value } : null;
}
