import type { TieKind } from '@parley/model';
import { UndirectedGraph } from 'graphology';

/** Who is drawn, and which ties: what every measure rests on. */
export interface NetworkRequest {
  readonly actors: readonly string[];
  readonly ties: readonly NetworkTie[];
}

export interface NetworkTie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
}

/** Kinds that set two actors apart. */
const dividing: ReadonlySet<TieKind> = new Set(['conflict', 'broken']);
export const isDividing = ({ kind }: NetworkTie): boolean => dividing.has(kind);

/**
 * The drawing as a graph: two actors are joined or they are not, however many ties they have and
 * whichever way these point. Built in the order of ids, so that neither the order of the list nor that
 * of the ties makes a difference to what is worked out from it.
 *
 * Its nodes are numbers: an id is whatever somebody's device wrote, `__proto__` perhaps, and the library
 * keeps what it works out in plain objects.
 */
export class Network {
  readonly graph = new UndirectedGraph({ allowSelfLoops: false });
  readonly #ids: readonly string[];
  readonly #nodes: ReadonlyMap<string, string>;

  constructor({ actors, ties }: NetworkRequest) {
    this.#ids = [...new Set(actors)].sort();
    this.#nodes = new Map(this.#ids.map((id, index) => [id, String(index)]));
    for (const node of this.#nodes.values()) this.graph.addNode(node);
    const pairs = ties.flatMap(({ from, to }) => {
      const ends = [this.nodeOf(from), this.nodeOf(to)].map(Number).sort((a, b) => a - b);
      const [a, b] = ends;
      return a === b || ends.some(Number.isNaN) ? [] : [`${a} ${b}`];
    });
    for (const pair of [...new Set(pairs)].sort()) {
      const [a, b] = pair.split(' ');
      this.graph.addEdge(a, b);
    }
  }

  /** undefined: the actor is not on the drawing. */
  nodeOf(id: string): string | undefined {
    return this.#nodes.get(id);
  }

  /** @throws Error for what is no node of this graph */
  idOf(node: string): string {
    const id = this.#ids[Number(node)];
    if (id === undefined) throw new Error(`No node ${node}`);
    return id;
  }
}
