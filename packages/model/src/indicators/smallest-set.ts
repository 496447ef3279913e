/*
 * The least number of things to take so that several demands hold together: a covering problem with small
 * whole numbers. Exact by branch and bound over kinds of things that are alike; where that would take too
 * long, by taking what helps most and then looking for fewer.
 */

/**
 * A demand on two sums: `count − share · of ≥ least` (`at-least`) or `≤` (`at-most`), and, where
 * `somebody`, `of` must not be 0.
 */
export interface Demand {
  readonly comparison: 'at-least' | 'at-most';
  /** 0–1; 0 where an amount in people is asked for. */
  readonly share: number;
  readonly amount: number;
  /** What the sums are with nothing taken. */
  readonly count: number;
  readonly of: number;
  readonly somebody: boolean;
}

/** Things that are alike: what each adds to the sums of each demand, 0 or 1, and how many there are. */
export interface Kind {
  readonly counts: readonly number[];
  readonly ofs: readonly number[];
  readonly most: number;
}

export interface SmallestSet {
  /** How many of each kind; null: no set was found. */
  readonly taken: readonly number[] | null;
  /** Whether there is certainly no smaller one, or, where none was found, none at all. */
  readonly exact: boolean;
  /** No set smaller than this is enough. */
  readonly atLeast: number;
  /** The nearest that was found where none is enough. */
  readonly nearest: readonly number[];
}

/** As in `neededPeople`: shares are not exact in floating point. */
const tolerance = 1e-9;

/** How much a demand has to spare; negative: it does not hold. In people. */
function spare({ comparison, share, amount }: Demand, count: number, of: number): number {
  const over = count - share * of - amount;
  return comparison === 'at-least' ? over : -over;
}

const misses = (demand: Demand, count: number, of: number): number =>
  Math.max(0, -spare(demand, count, of) - tolerance) + (demand.somebody && of <= 0 ? 1 : 0);

/** The sums of all demands while things are taken and put back. */
class Sums {
  readonly counts: number[];
  readonly ofs: number[];
  readonly demands: readonly Demand[];

  constructor(demands: readonly Demand[]) {
    this.demands = demands;
    this.counts = demands.map(({ count }) => count);
    this.ofs = demands.map(({ of }) => of);
  }

  take(kind: Kind, times: number) {
    for (let at = 0; at < this.demands.length; at += 1) {
      this.counts[at] = (this.counts[at] ?? 0) + times * (kind.counts[at] ?? 0);
      this.ofs[at] = (this.ofs[at] ?? 0) + times * (kind.ofs[at] ?? 0);
    }
  }

  /** By how many people all demands together are missed; 0: all hold. */
  missing(): number {
    let sum = 0;
    for (const [at, demand] of this.demands.entries()) {
      sum += misses(demand, this.counts[at] ?? 0, this.ofs[at] ?? 0);
    }
    return sum;
  }

  /** The same if one more of this kind were taken and one of another put back. */
  missingWith(kind: Kind, without?: Kind): number {
    let sum = 0;
    for (let at = 0; at < this.demands.length; at += 1) {
      const demand = this.demands[at];
      if (demand === undefined) continue;
      const count = (this.counts[at] ?? 0) + (kind.counts[at] ?? 0) - (without?.counts[at] ?? 0);
      const of = (this.ofs[at] ?? 0) + (kind.ofs[at] ?? 0) - (without?.ofs[at] ?? 0);
      sum += misses(demand, count, of);
    }
    return sum;
  }
}

/** How many comparisons an answer may take: some 30 ms. */
const usualEffort = 1_500_000;

/**
 * @param effort how many comparisons of a demand may be made before the search for fewer is given up;
 * a number and not a time, so that the answer is the same everywhere
 */
export function smallestSet(
  demands: readonly Demand[],
  kinds: readonly Kind[],
  effort: number = usualEffort,
): SmallestSet {
  const found = takeWhatHelps(demands, kinds);
  const search = new Search(demands, kinds, effort);
  const largest = kinds.reduce((sum, { most }) => sum + most, 0);
  const before = found.missing === 0 ? sizeOf(found.taken) : largest + 1;
  for (let size = 0; size < before; size += 1) {
    const set = search.ofSize(size);
    if (set === 'too-long') {
      const taken = found.missing === 0 ? found.taken : null;
      return { taken, exact: false, atLeast: size, nearest: found.taken };
    }
    if (set !== null) return { taken: set, exact: true, atLeast: size, nearest: set };
    if (search.isHopeless) break;
  }
  return found.missing === 0
    ? { taken: found.taken, exact: true, atLeast: before, nearest: found.taken }
    : { taken: null, exact: true, atLeast: before, nearest: found.taken };
}

const sizeOf = (taken: readonly number[]): number => taken.reduce((sum, n) => sum + n, 0);

interface Found {
  readonly taken: readonly number[];
  readonly missing: number;
}

/** Takes whatever lessens most what is missing; then changes one for another; then puts back what is not needed. */
function takeWhatHelps(demands: readonly Demand[], kinds: readonly Kind[]): Found {
  const sums = new Sums(demands);
  const taken = kinds.map(() => 0);
  let missing = sums.missing();
  const add = (at: number, times: number) => {
    const kind = kinds[at];
    if (kind === undefined) return;
    sums.take(kind, times);
    taken[at] = (taken[at] ?? 0) + times;
    missing = sums.missing();
  };
  while (missing > 0) {
    const next = best(kinds, (kind, at) =>
      (taken[at] ?? 0) < kind.most ? sums.missingWith(kind) : null,
    );
    if (next !== null && next.missing < missing - tolerance) {
      add(next.at, 1);
      continue;
    }
    const change = bestChange(kinds, taken, sums);
    if (change === null || change.missing >= missing - tolerance) break;
    add(change.out, -1);
    add(change.at, 1);
  }
  if (missing > 0) return { taken, missing };
  for (let at = 0; at < kinds.length; at += 1) {
    while ((taken[at] ?? 0) > 0 && sums.missing() === 0) add(at, -1);
    if (sums.missing() > 0) add(at, 1);
  }
  return { taken, missing: 0 };
}

function best(
  kinds: readonly Kind[],
  missingOf: (kind: Kind, at: number) => number | null,
): { readonly at: number; readonly missing: number } | null {
  let found: { at: number; missing: number } | null = null;
  for (const [at, kind] of kinds.entries()) {
    const missing = missingOf(kind, at);
    if (missing !== null && (found === null || missing < found.missing)) found = { at, missing };
  }
  return found;
}

function bestChange(kinds: readonly Kind[], taken: readonly number[], sums: Sums) {
  let found: { out: number; at: number; missing: number } | null = null;
  for (const [out, without] of kinds.entries()) {
    if ((taken[out] ?? 0) === 0) continue;
    const change = best(kinds, (kind, at) =>
      at !== out && (taken[at] ?? 0) < kind.most ? sums.missingWith(kind, without) : null,
    );
    if (change !== null && (found === null || change.missing < found.missing)) {
      found = { out, ...change };
    }
  }
  return found;
}

/** How many of the kinds from one on add to a demand: 1 to the count alone, to both sums, to `of` alone. */
interface Left {
  readonly countOnly: number;
  readonly both: number;
  readonly ofOnly: number;
  readonly neither: number;
}

/** Looks for a set of a size, kind after kind, and turns back where what is left cannot be enough. */
class Search {
  readonly #demands: readonly Demand[];
  readonly #kinds: readonly Kind[];
  /** For each kind and demand, what is left from that kind on. */
  readonly #left: readonly (readonly Left[])[];
  readonly #order: readonly number[];
  #effort: number;
  /** Whether no size at all can be enough, as the last search saw at its very start. */
  isHopeless = false;

  constructor(demands: readonly Demand[], kinds: readonly Kind[], effort: number) {
    this.#demands = demands;
    this.#order = kinds
      .map((_, at) => at)
      .sort((a, b) => use(kinds[b], demands) - use(kinds[a], demands));
    this.#kinds = this.#order.flatMap((at) => kinds[at] ?? []);
    this.#left = leftFrom(this.#kinds, demands.length);
    this.#effort = effort;
    const largest = kinds.reduce((sum, { most }) => sum + most, 0);
    this.isHopeless = demands.some(
      (demand, at) => !reachable(demand, this.#left[0]?.[at], largest),
    );
  }

  /** How many of each kind make a set of this size; null: there is none. */
  ofSize(size: number): readonly number[] | 'too-long' | null {
    const sums = new Sums(this.#demands);
    const taken = this.#kinds.map(() => 0);
    const found = this.#from(0, size, sums, taken);
    if (found !== true) return found === false ? null : 'too-long';
    const inOrder = taken.map(() => 0);
    for (const [at, was] of this.#order.entries()) inOrder[was] = taken[at] ?? 0;
    return inOrder;
  }

  #from(at: number, rest: number, sums: Sums, taken: number[]): boolean | 'too-long' {
    this.#effort -= this.#demands.length + 1;
    if (this.#effort < 0) return 'too-long';
    const left = this.#left[at] ?? [];
    for (let index = 0; index < this.#demands.length; index += 1) {
      const demand = this.#demands[index];
      const [count, of] = [sums.counts[index] ?? 0, sums.ofs[index] ?? 0];
      if (demand && !isWithinReach(demand, count, of, left[index], rest)) return false;
    }
    const kind = this.#kinds[at];
    // Within reach with nothing left to take: all hold.
    if (kind === undefined || rest === 0) return rest === 0;
    const most = Math.min(kind.most, rest);
    sums.take(kind, most);
    for (let times = most; times >= 0; times -= 1) {
      taken[at] = times;
      const found = this.#from(at + 1, rest - times, sums, taken);
      if (found !== false) return found;
      if (times > 0) sums.take(kind, -1);
    }
    return false;
  }
}

/** How many demands one of a kind brings nearer. */
function use(kind: Kind | undefined, demands: readonly Demand[]): number {
  if (kind === undefined) return 0;
  return demands.filter((demand, at) => {
    const gain = (kind.counts[at] ?? 0) - demand.share * (kind.ofs[at] ?? 0);
    return demand.comparison === 'at-least' ? gain > 0 : gain < 0;
  }).length;
}

function leftFrom(kinds: readonly Kind[], demands: number): readonly (readonly Left[])[] {
  const none: Left = { countOnly: 0, both: 0, ofOnly: 0, neither: 0 };
  const rows: (readonly Left[])[] = [Array.from({ length: demands }, () => none)];
  for (const { counts, ofs, most } of kinds.toReversed()) {
    const after = rows[0] ?? [];
    rows.unshift(
      after.map((left, at) => {
        const [count, of] = [counts[at] ?? 0, ofs[at] ?? 0];
        const key = count > 0 ? (of > 0 ? 'both' : 'countOnly') : of > 0 ? 'ofOnly' : 'neither';
        return { ...left, [key]: left[key] + most };
      }),
    );
  }
  return rows;
}

/** Whether taking exactly `rest` of what is left could make one demand hold, were it alone. */
function isWithinReach(
  demand: Demand,
  count: number,
  of: number,
  left: Left | undefined,
  rest: number,
): boolean {
  if (left === undefined) return false;
  const { countOnly, both, ofOnly, neither } = left;
  if (demand.somebody && of <= 0 && (rest === 0 || both + ofOnly === 0)) return false;
  // What helps most is taken first, what does harm last. Written out: this is asked millions of times.
  const { share } = demand;
  let spared = spare(demand, count, of);
  let open = rest;
  if (demand.comparison === 'at-least') {
    const first = Math.min(open, countOnly);
    open -= first;
    const second = Math.min(open, both);
    open -= second;
    spared += first + second * (1 - share);
    open -= Math.min(open, neither);
    if (open > ofOnly) return false;
    spared -= open * share;
  } else {
    const first = Math.min(open, ofOnly);
    open -= first;
    spared += first * share;
    open -= Math.min(open, neither);
    const third = Math.min(open, both);
    open -= third;
    spared -= third * (1 - share);
    if (open > countOnly) return false;
    spared -= open;
  }
  return spared >= -tolerance;
}

/** Whether any number of things, up to all, could make one demand hold. */
function reachable(demand: Demand, left: Left | undefined, largest: number): boolean {
  for (let size = 0; size <= largest; size += 1) {
    if (isWithinReach(demand, demand.count, demand.of, left, size)) return true;
  }
  return false;
}
