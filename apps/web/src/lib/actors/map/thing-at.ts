/** The actor or tie of the map that a node belongs to. */
export interface MapThing {
  readonly kind: 'actor' | 'tie';
  readonly id: string;
  /** Whether the node is the handle that ties are drawn from. */
  readonly handle: boolean;
}

export function thingAt(target: EventTarget | null): MapThing | null {
  if (!(target instanceof Element)) return null;
  const actor = target.closest<SVGElement>('[data-actor]')?.dataset.actor;
  if (actor !== undefined) {
    return { kind: 'actor', id: actor, handle: target.closest('[data-handle]') !== null };
  }
  const tie = target.closest<SVGElement>('[data-tie]')?.dataset.tie;
  return tie === undefined ? null : { kind: 'tie', id: tie, handle: false };
}
