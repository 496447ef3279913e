import type { ConveningLink } from '../ledger/standing.ts';
import type { Tie, TieKind } from '../records/index.ts';
import { directedTieKinds } from '../records/index.ts';
import { canBring } from './convening.ts';

/** Ties that one can ask somebody along (domain.md, ConveningLink). */
const asking: ReadonlySet<TieKind> = new Set(['close', 'alliance', 'influence']);

/** One tie of a path, in the direction in which it is walked. */
export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly tie: Tie;
}

/** An actor off the team who could bring a party, and how the team gets to them. */
export interface Bringer {
  readonly actor: string;
  /** The statements that say so. */
  readonly links: readonly ConveningLink[];
  /** From somebody on the team to the actor; null where no such ties lead there. */
  readonly path: readonly PathStep[] | null;
}

export interface ConveningField {
  /** Ids of those that are on the map. */
  readonly actors: ReadonlySet<string>;
  /** Those that stand. */
  readonly links: readonly ConveningLink[];
  /** Those that hold on the day in question. */
  readonly ties: readonly Tie[];
  readonly team: ReadonlySet<string>;
}

/**
 * Who could bring a party: actors off the team with such a link, the nearest first, each with a shortest
 * path of close, alliance and influence ties from the team. Of paths of one length always the same one,
 * in whatever order ties are given.
 */
export function whoCouldBring(
  party: string,
  { actors, links, ties, team }: ConveningField,
): readonly Bringer[] {
  const able = Map.groupBy(
    links.filter(
      (link) =>
        link.party === party &&
        actors.has(link.convener) &&
        !team.has(link.convener) &&
        canBring(link) === true,
    ),
    ({ convener }) => convener,
  );
  const paths = pathsFrom(team, ties);
  return [...able]
    .map(([actor, said]): Bringer => ({ actor, links: said, path: paths.get(actor) ?? null }))
    .sort((a, b) => lengthOf(a) - lengthOf(b) || (a.actor < b.actor ? -1 : 1));
}

const lengthOf = ({ path }: Bringer): number => path?.length ?? Number.POSITIVE_INFINITY;

/** A shortest path to every actor that asking ties lead to from these, breadth first. */
function pathsFrom(
  starts: ReadonlySet<string>,
  ties: readonly Tie[],
): ReadonlyMap<string, readonly PathStep[]> {
  const steps = stepsOf(ties);
  const paths = new Map<string, readonly PathStep[]>([...starts].sort().map((id) => [id, []]));
  // A map gives what is put into it while it is walked through, in that order: nearest first.
  for (const [at, path] of paths) {
    for (const step of steps.get(at) ?? []) {
      if (!paths.has(step.to)) paths.set(step.to, [...path, step]);
    }
  }
  return paths;
}

function stepsOf(ties: readonly Tie[]): ReadonlyMap<string, readonly PathStep[]> {
  const steps = ties
    .filter(({ kind }) => asking.has(kind))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((tie): PathStep[] => {
      const { from, to, kind } = tie;
      const along = { from, to, tie };
      return directedTieKinds.has(kind) ? [along] : [along, { from: to, to: from, tie }];
    });
  return Map.groupBy(steps, ({ from }) => from);
}
