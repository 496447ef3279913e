import { directedTieKinds } from '@parley/model';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import closeness from 'graphology-metrics/centrality/closeness.js';
import eigenvector from 'graphology-metrics/centrality/eigenvector.js';
import { communitiesOf } from './communities.ts';
import type { MeasureId } from './measure-ids.ts';
import { Network, type NetworkRequest } from './network.ts';

/** A measure of each actor that has it; who is left out has no value, which is not a value of 0 (P2). */
type Measured = ReadonlyMap<string, number>;

export interface NetworkAnswer {
  readonly measures: Readonly<Record<MeasureId, Measured>>;
  /** The largest first; each in the order of ids. Who is in none is left out. */
  readonly communities: readonly (readonly string[])[];
}

/**
 * Measures the drawing.
 *
 * - degree: how many others an actor has a tie with; in, out: from how many others a directed tie
 *   (influence, funding, command) leads here, and to how many one leads.
 * - closeness: Freeman's, 0–1, times the share of others that can be reached at all (Wasserman and Faust,
 *   Social Network Analysis, 1994, p. 201). No value without ties.
 * - betweenness: Freeman's (Sociometry 40, 1977), 0–1: the part of all pairs of others whose shortest
 *   ways lead over an actor. No value where there are no two others.
 * - eigenvector: Bonacich's (1972), with a Euclidean norm of 1. No value without ties.
 * - reach: the share, 0–1, of the others that are within two steps.
 */
export function measure(request: NetworkRequest): NetworkAnswer {
  const network = new Network(request);
  const { graph } = network;
  const tied = (node: string) => graph.degree(node) > 0;
  const some = graph.order > 0;
  return {
    measures: {
      degree: ofEach(network, (node) => graph.degree(node)),
      ...inAndOut(request, network),
      closeness: some
        ? picked(network, closeness(graph, { wassermanFaust: true }), tied)
        : new Map(),
      betweenness:
        graph.order < 3
          ? new Map()
          : picked(network, betweenness(graph, { getEdgeWeight: null }), () => true),
      eigenvector: eigenvectorOf(network),
      reach: graph.order < 2 ? new Map() : reachOf(network),
    },
    communities: communitiesOf(request),
  };
}

const ofEach = (network: Network, value: (node: string) => number): Measured =>
  new Map(network.graph.mapNodes((node) => [network.idOf(node), value(node)] as const));

const picked = (
  network: Network,
  values: Readonly<Record<string, number>>,
  has: (node: string) => boolean,
): Measured =>
  new Map(
    Object.entries(values).flatMap(([node, value]) =>
      has(node) ? [[network.idOf(node), value]] : [],
    ),
  );

function inAndOut({ ties }: NetworkRequest, network: Network) {
  const [into, outOf] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { from, to, kind } of ties) {
    if (!directedTieKinds.has(kind) || from === to) continue;
    if (network.nodeOf(from) === undefined || network.nodeOf(to) === undefined) continue;
    into.set(to, (into.get(to) ?? new Set()).add(from));
    outOf.set(from, (outOf.get(from) ?? new Set()).add(to));
  }
  const counted = (sets: ReadonlyMap<string, ReadonlySet<string>>): Measured =>
    ofEach(network, (node) => sets.get(network.idOf(node))?.size ?? 0);
  return { in: counted(into), out: counted(outOf) };
}

function eigenvectorOf(network: Network): Measured {
  const { graph } = network;
  if (graph.size === 0) return new Map();
  try {
    const options = { getEdgeWeight: null, maxIterations: 2_000, tolerance: 1e-9 };
    return picked(network, eigenvector(graph, options), (node) => graph.degree(node) > 0);
  } catch {
    // The library throws where the iteration does not settle. No value is better than a wrong one.
    return new Map();
  }
}

function reachOf(network: Network): Measured {
  const { graph } = network;
  return ofEach(network, (node) => {
    const near = new Set(graph.neighbors(node));
    for (const next of [...near]) for (const one of graph.neighbors(next)) near.add(one);
    near.delete(node);
    return near.size / (graph.order - 1);
  });
}
