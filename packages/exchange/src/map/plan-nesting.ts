import { nestingOf } from '@parley/model';
import type { MapRemark, SourceRow } from './map-cells.ts';
import type { MapContext } from './map-plan.ts';
import type { NamedActors } from './named-actors.ts';

/** A row that says which actor another is part of. */
export interface SaidHolder {
  /** Of the actor that is part of another. */
  readonly key: string;
  readonly at: SourceRow;
  /** As the file names the holder. */
  readonly holder: string;
}

/**
 * Plans who becomes part of whom. What a row says is left out, and reported, where nobody or more than
 * one is called so, and where an actor would become part of itself: of rows that close a circle, the
 * last one gives way.
 * @returns holders by key: those alone that differ from what the map says
 */
export function planNesting(said: readonly SaidHolder[], context: MapContext, named: NamedActors) {
  const remarks: MapRemark[] = [];
  const holderOf = new Map(nestingOf(context.actors).holderOf);
  const onMap = new Map(context.actors.map(({ id, within }) => [id, within]));
  const wanted = said.flatMap(({ key, at, holder }) => {
    const found = named.find(holder);
    if (found.found === 'one') return [{ key, at, holder, to: found.key }];
    const reason = found.found === 'none' ? 'no-such-holder' : 'several-holders';
    remarks.push({ ...at, reason, field: 'within', value: holder });
    return [];
  });
  // What the file says in another way holds no circle together.
  const before = new Map(holderOf);
  for (const { key } of wanted) holderOf.delete(key);
  const holders = new Map<string, string>();
  for (const { key, at, holder, to } of wanted) {
    if (leadsTo(key, to, holderOf)) {
      remarks.push({ ...at, reason: 'circle', field: 'within', value: holder });
      const stays = before.get(key);
      if (stays !== undefined && !leadsTo(key, stays, holderOf)) holderOf.set(key, stays);
      continue;
    }
    holderOf.set(key, to);
    if (onMap.get(key) !== to) holders.set(key, to);
  }
  return { holders, remarks };
}

/** Whether the way up from an actor, itself counted, comes past `key`. */
function leadsTo(key: string, from: string, holderOf: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = from; at !== undefined; at = holderOf.get(at)) {
    if (at === key) return true;
  }
  return false;
}
