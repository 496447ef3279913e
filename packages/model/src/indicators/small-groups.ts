/*
 * Counts of people as they may be shown to somebody who must not learn who is who: small counts are
 * withheld, and so are as many others as it takes that nobody can reckon them out of the totals
 * (primary and complementary cell suppression, as statistical offices do it: Willenborg and de Waal,
 * "Elements of Statistical Disclosure Control", 2001).
 */

/** A count; null: withheld. 0 is always shown: it is nobody's, and a zero must not hide (P6). */
export type ShownCount = number | null;

export interface ShownTable {
  readonly cells: readonly (readonly ShownCount[])[];
  readonly rowTotals: readonly ShownCount[];
  readonly columnTotals: readonly ShownCount[];
  readonly total: ShownCount;
}

/**
 * Withholds every count from 1 to `threshold − 1`, totals too, and then others until each of these could
 * be `threshold` or more, for all that somebody can tell who knows the rule and all that is shown. It
 * guards one table; what two tables say together, or one of yesterday and one of today, it cannot.
 * @param counts whole numbers, row by row, all rows of one length
 * @param threshold 0 or 1: everything is shown
 * @param isKept whether a count is withheld for the sake of another only when no other count is left
 */
export function withoutSmallGroups(
  counts: readonly (readonly number[])[],
  threshold: number,
  isKept: (row: number, column: number) => boolean = () => false,
): ShownTable {
  const table = new Grid(counts, isKept);
  const isSmall = (cell: Cell) => cell.value > 0 && cell.value < threshold;
  const small = table.cells.filter(isSmall);
  for (const cell of small) table.withhold(cell);
  for (const cell of small) {
    while (!table.couldGrow(cell, threshold - cell.value)) {
      const next = table.nextToWithhold(cell);
      if (next === undefined) break;
      table.withhold(next);
    }
  }
  const shown = ({ value, withheld }: Cell): ShownCount => (withheld ? null : value);
  const { rows, columns } = table;
  const at = (row: number, column: number): ShownCount => shown(table.at(row, column));
  const upTo = (length: number) => Array.from({ length }, (_, index) => index);
  return {
    cells: upTo(rows).map((row) => upTo(columns).map((column) => at(row, column))),
    rowTotals: upTo(rows).map((row) => at(row, columns)),
    columnTotals: upTo(columns).map((column) => at(rows, column)),
    total: at(rows, columns),
  };
}

/**
 * The same for one list whose sum is shown beside it.
 * @param isKept as above, by the place of a count
 * @returns null where not even all counts together would hide the small ones without their sum
 */
export function listWithoutSmallGroups(
  counts: readonly number[],
  threshold: number,
  isKept: (at: number) => boolean = () => false,
): readonly ShownCount[] | null {
  const { cells, total } = withoutSmallGroups([counts], threshold, (_, at) => isKept(at));
  return total === null ? null : (cells[0] ?? []);
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** 0: a count; 1: the total of a row or column; 2: the total of all. */
  readonly sums: number;
  withheld: boolean;
}

/** The counts with their totals, as one more row and column. */
class Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];

  readonly #isKept: (row: number, column: number) => boolean;

  constructor(
    counts: readonly (readonly number[])[],
    isKept: (row: number, column: number) => boolean,
  ) {
    this.#isKept = isKept;
    this.rows = counts.length;
    this.columns = counts[0]?.length ?? 0;
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const totals = Array.from({ length: this.columns }, (_, column) =>
      sum(counts.map((row) => row[column] ?? 0)),
    );
    this.cells = [...counts, totals].flatMap((row, index) =>
      [...row, sum(row)].map((value, column) => ({
        row: index,
        column,
        value,
        sums: (index === this.rows ? 1 : 0) + (column === this.columns ? 1 : 0),
        withheld: false,
      })),
    );
  }

  at(row: number, column: number): Cell {
    const cell = this.cells[row * (this.columns + 1) + column];
    if (cell === undefined) throw new Error('There is no such cell.');
    return cell;
  }

  /** The total of a line of one count is that count once more: both are withheld, or none. */
  withhold(cell: Cell): void {
    cell.withheld = true;
    const { rows, columns } = this;
    const twins = [
      ...(rows === 1 ? [this.at(1 - cell.row, cell.column)] : []),
      ...(columns === 1 ? [this.at(cell.row, 1 - cell.column)] : []),
    ];
    for (const twin of twins) if (!twin.withheld) this.withhold(twin);
  }

  /**
   * What hides a cell best at the least cost: a count of its row or column before others, those to be kept
   * after these, totals last.
   */
  nextToWithhold(cell: Cell): Cell | undefined {
    const distance = ({ row, column }: Cell) =>
      row === cell.row || column === cell.column ? 0 : 1;
    const kept = ({ row, column }: Cell) => Number(this.#isKept(row, column));
    return this.cells
      .filter(({ value, withheld }) => value > 0 && !withheld)
      .sort(
        (a, b) =>
          a.sums - b.sums || kept(a) - kept(b) || distance(a) - distance(b) || a.value - b.value,
      )[0];
  }

  /**
   * Whether a withheld cell could be this much more, the totals kept: then others are more and less in
   * turn, round a circle of withheld cells of which none falls below 1. The most it could be is a
   * flow from its column to its row through the others; of the total of a line, the other way round.
   */
  couldGrow(cell: Cell, by: number): boolean {
    const flows = new Map<Cell, number>();
    const nodes = this.rows + 1 + this.columns + 1;
    const columnNode = (column: number) => this.rows + 1 + column;
    /** How much more, or less, a cell can be still. Totals stand for their sums, the other way round. */
    const room = (one: Cell, more: boolean): number => {
      const change = flows.get(one) ?? 0;
      const grows = one.sums === 1 ? !more : more;
      if (grows) return Infinity;
      return one.value - 1 + (more ? -change : change);
    };
    const ends = [columnNode(cell.column), cell.row];
    const [start = 0, end = 0] = cell.sums === 1 ? ends.reverse() : ends;
    const withheld = this.cells.filter((one) => one.withheld && one !== cell);
    for (let grown = 0; grown < by; grown += 1) {
      const cameBy = new Map<number, { from: number; cell: Cell; more: boolean } | null>();
      const queue = [start];
      cameBy.set(start, null);
      for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
        for (const one of withheld) {
          const more = one.row === node;
          const less = columnNode(one.column) === node;
          if (!more && !less) continue;
          const to = more ? columnNode(one.column) : one.row;
          if (cameBy.has(to) || room(one, more) < 1) continue;
          cameBy.set(to, { from: node, cell: one, more });
          queue.push(to);
        }
      }
      if (!cameBy.has(end)) return false;
      let step = cameBy.get(end);
      for (let steps = 0; step && steps <= nodes; steps += 1) {
        flows.set(step.cell, (flows.get(step.cell) ?? 0) + (step.more ? 1 : -1));
        step = cameBy.get(step.from);
      }
    }
    return true;
  }
}
