import type { Assessment } from './standing.ts';

/** How the readings of one actor by one kind differ. There is no middle of them anywhere (P1). */
export interface Spread {
  /** Readings with a level, the lowest first. */
  readonly known: readonly Assessment[];
  /** Those who looked and do not know (P2). */
  readonly unknown: readonly Assessment[];
  /** The lowest and the highest level; null where nobody knows one. */
  readonly range: { readonly least: number; readonly most: number } | null;
  /** Whether two assessors are two or more levels apart: something to talk about. */
  readonly apart: boolean;
  /** Readings that are two or more levels from every other one; of two readings neither. */
  readonly outliers: readonly Assessment[];
}

/** Levels between two readings from which on people see different things, and not more or less of one. */
const wide = 2;

/** @param readings those that stand, of one actor by one kind, in any order */
export function spreadOf(readings: readonly Assessment[]): Spread {
  const known = readings
    .filter(({ reading }) => reading.level !== null)
    .toSorted((a, b) => levelOf(a) - levelOf(b) || (a.id < b.id ? -1 : 1));
  const [lowest, highest] = [known.at(0), known.at(-1)];
  const range = lowest && highest ? { least: levelOf(lowest), most: levelOf(highest) } : null;
  return {
    known,
    unknown: readings.filter(({ reading }) => reading.level === null),
    range,
    apart: range !== null && range.most - range.least >= wide,
    outliers: known.length < 3 ? [] : known.filter((one) => isAlone(one, known)),
  };
}

const isAlone = (one: Assessment, known: readonly Assessment[]): boolean =>
  known.every((other) => other === one || Math.abs(levelOf(other) - levelOf(one)) >= wide);

/** Of a reading that is known to have one. */
const levelOf = ({ reading }: Assessment): number => reading.level ?? 0;
