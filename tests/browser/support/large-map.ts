import { actorKinds, actorRoles, sectors, tieKinds, type Board } from '@parley/model';
import type { Point } from '@parley/model/map';
import { Chance } from '@parley/sync/testing/chance';

/** An actor to drag, where it stands on the map and how many ties move with it. */
export interface Sample {
  readonly id: string;
  readonly at: Point;
  readonly ties: number;
}

/** The actor with the most ties, and one in the middle with about as many as is usual. */
export interface Samples {
  readonly most: Sample;
  readonly average: Sample;
}

/**
 * Fills an empty board with actors and ties, the same on every run: places on a loose grid as wide as
 * it is high, and ties that lead from each actor to one before it, more often to one that has many
 * already.
 */
export function fillLargeMap(board: Board, actorCount: number, tieCount: number): Samples {
  const columns = Math.ceil(Math.sqrt(actorCount * 1.25));
  // Rows are filled one after the other.
  const middleRow = Math.floor(actorCount / columns / 2);
  const middle = middleRow * columns + Math.floor(columns / 2);
  const random = new Chance(20_121);
  const pick = <T>(list: readonly T[]): T => itemAt(list, random.below(list.length));
  const actors = Array.from({ length: actorCount }, (_, index) => ({
    name: `${pick(names)} of ${pick(places)} ${index + 1}`,
    kind: pick(actorKinds),
    role: pick(actorRoles),
    sector: pick(sectors),
    at: {
      x: Math.round((index % columns) * 130 + random.share() * 60),
      y: Math.round(Math.floor(index / columns) * 110 + random.share() * 50),
    },
  }));
  const created = board.createAll('actor', actors);
  if (!created.ok) throw new Error('The actors were refused');
  const ids = created.value;
  const ends: number[] = [0];
  const ties = Array.from({ length: tieCount }, (_, index) => {
    const from = 1 + (index % (actorCount - 1));
    const known = pick(ends);
    const to = known === from ? from - 1 : known;
    ends.push(from, to);
    return { from: itemAt(ids, from), to: itemAt(ids, to), kind: pick(tieKinds) };
  });
  if (!board.createAll('tie', ties).ok) throw new Error('The ties were refused');
  const tiesOf = (id: string) => ties.filter((tie) => isEnd(tie, id)).length;
  const samples = ids.map((id, index): Sample => ({
    id,
    at: itemAt(actors, index).at,
    ties: tiesOf(id),
  }));
  const average = (2 * tieCount) / actorCount;
  const inTheMiddle = samples.slice(middle - 4, middle + 4);
  return {
    most: itemAt(
      samples.toSorted((a, b) => b.ties - a.ties),
      0,
    ),
    average: itemAt(
      inTheMiddle.toSorted((a, b) => Math.abs(a.ties - average) - Math.abs(b.ties - average)),
      0,
    ),
  };
}

const isEnd = (tie: { readonly from: string; readonly to: string }, id: string) =>
  tie.from === id || tie.to === id;

const names = ['Council', 'Union', 'League', 'Assembly of elders', 'Women’s network', 'Chamber'];
const places = ['the North', 'the Upper Valley', 'the Port', 'the Plain', 'the Border Towns'];

function itemAt<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`Nothing at ${index}`);
  return item;
}
