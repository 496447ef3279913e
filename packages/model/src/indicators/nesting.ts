/** What nesting needs to know of an actor. */
interface Nested {
  readonly id: string;
  readonly within: string | null;
}

/** Who is part of whom, free of circles. */
export interface Nesting {
  /** The actor that each nested actor is part of, directly. */
  readonly holderOf: ReadonlyMap<string, string>;
  /** Who is part of an actor directly, in the order of the list. */
  readonly partsOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads who is part of whom. A holder that is not there counts as none. Where actors are part of one
 * another in a circle, as two people who nest at once can make it, the one with the smallest id stands
 * free: everybody reads the same, whatever order the edits came in and the list is in.
 */
export function nestingOf(actors: readonly Nested[]): Nesting {
  const said = new Map(actors.map(({ id, within }) => [id, within]));
  const holderOf = new Map<string, string>();
  for (const { id, within } of actors) {
    if (within !== null && said.has(within)) holderOf.set(id, within);
  }
  for (const id of freedFrom(holderOf)) holderOf.delete(id);
  const partsOf = new Map<string, string[]>();
  for (const { id } of actors) {
    const holder = holderOf.get(id);
    if (holder === undefined) continue;
    const parts = partsOf.get(holder);
    if (parts) parts.push(id);
    else partsOf.set(holder, [id]);
  }
  return { holderOf, partsOf };
}

/** The smallest id of each circle. Each actor has one holder at most, so that no two circles touch. */
function freedFrom(holderOf: ReadonlyMap<string, string>): readonly string[] {
  const freed: string[] = [];
  const walked = new Set<string>();
  for (const start of holderOf.keys()) {
    const way: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !walked.has(at)) {
      walked.add(at);
      way.push(at);
      at = holderOf.get(at);
    }
    // Who was met on an earlier walk is no part of this way, and closes no circle.
    const met = at === undefined ? -1 : way.indexOf(at);
    if (met >= 0) freed.push(way.slice(met).reduce((least, id) => (id < least ? id : least)));
  }
  return freed;
}

/** Everybody who is part of an actor, directly or through others; never the actor. */
export function allPartsOf(id: string, { partsOf }: Pick<Nesting, 'partsOf'>): readonly string[] {
  const parts = [...(partsOf.get(id) ?? [])];
  // What is added while it runs is visited too.
  for (const part of parts) parts.push(...(partsOf.get(part) ?? []));
  return parts;
}

/** The holders of an actor, the nearest first. */
export function holdersOf(id: string, { holderOf }: Pick<Nesting, 'holderOf'>): readonly string[] {
  const holders: string[] = [];
  for (let at = holderOf.get(id); at !== undefined; at = holderOf.get(at)) holders.push(at);
  return holders;
}
