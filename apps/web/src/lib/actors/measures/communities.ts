import louvain from 'graphology-communities-louvain';
import { seeded } from '../seeded.ts';
import { isDividing, Network, type NetworkRequest } from './network.ts';

/**
 * Who has more ties among each other than with the rest (Louvain: Blondel et al., 2008). Ties of conflict
 * and broken ones hold nobody together and do not count. The same drawing gives the same communities on
 * every screen: chance is seeded.
 * @returns the largest first, then by id; actors that no tie holds to anybody are in none
 */
export function communitiesOf({ actors, ties }: NetworkRequest): readonly (readonly string[])[] {
  const joining = ties.filter((tie) => !isDividing(tie));
  const network = new Network({ actors, ties: joining });
  const { graph } = network;
  for (const node of graph.nodes()) if (graph.degree(node) === 0) graph.dropNode(node);
  if (graph.size === 0) return [];
  const found = louvain(graph, { getEdgeWeight: null, rng: seeded(1) });
  const communities = Map.groupBy(graph.nodes(), (node) => found[node]);
  return [...communities.values()]
    .map((nodes) => nodes.map((node) => network.idOf(node)))
    .sort((a, b) => b.length - a.length || compare(a[0], b[0]));
}

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);
