import { bidirectional, brandes } from 'graphology-shortest-path/unweighted.js';
import { isDividing, Network, type NetworkRequest } from './network.ts';

export interface Way {
  /** From the one to the other, both among them. */
  readonly actors: readonly string[];
  /** Ids of the ties of each step: all that join the two, where the way counts them. */
  readonly steps: readonly (readonly string[])[];
  /** How many more ways are as short. */
  readonly others: number;
  /** Whether it takes a conflict or a broken tie, because no other way leads there. */
  readonly dividing: boolean;
}

/**
 * A way with the fewest steps between two actors, whichever way its ties point; over conflicts and broken
 * ties only where no other leads there. Of several it is always the same one.
 * @returns null: no ties lead from the one to the other
 */
export function shortestWay(request: NetworkRequest, from: string, to: string): Way | null {
  const joining = { ...request, ties: request.ties.filter((tie) => !isDividing(tie)) };
  return wayOver(joining, from, to, false) ?? wayOver(request, from, to, true);
}

function wayOver(request: NetworkRequest, from: string, to: string, dividing: boolean): Way | null {
  const network = new Network(request);
  const { graph } = network;
  const [source, target] = [network.nodeOf(from), network.nodeOf(to)];
  if (source === undefined || target === undefined || source === target) return null;
  const nodes = bidirectional(graph, source, target);
  if (!nodes) return null;
  const actors = nodes.map((node) => network.idOf(node));
  const [, , ways] = brandes(graph, source);
  return { actors, steps: stepsOf(actors, request), others: (ways[target] ?? 1) - 1, dividing };
}

const stepsOf = (actors: readonly string[], { ties }: NetworkRequest) =>
  actors.slice(1).map((next, index) => {
    const ends = [actors[index], next];
    return ties
      .filter(({ from, to }) => from !== to && ends.includes(from) && ends.includes(to))
      .map(({ id }) => id);
  });
