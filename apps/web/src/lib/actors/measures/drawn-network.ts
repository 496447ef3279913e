import type { LiveBoard } from '#lib/live/live-board.svelte.ts';
import type { MapFilter } from '../map/map-filter.svelte.ts';
import type { NetworkRequest } from './network.ts';

/** The network that a lens shows: what it hides counts for nothing. What is folded on a map counts. */
export function drawnNetwork(live: LiveBoard, filter: MapFilter): NetworkRequest {
  return {
    actors: filter.actors,
    ties: filter.ties.flatMap((id) => {
      const tie = live.get('tie', id);
      return tie ? { id, from: tie.from, to: tie.to, kind: tie.kind } : [];
    }),
  };
}
