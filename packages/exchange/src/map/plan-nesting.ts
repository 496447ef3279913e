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

/** What a row says, once it is known whom it means. */
interface Link extends SaidHolder {
  readonly to: string;
}

/**
 * Plans who becomes part of whom. What a row says is left out, and reported, where nobody or more than
 * one is called so, and where an actor would become part of itself: of rows that close a circle, the
 * last one gives way. Of several rows for one actor, the last one holds.
 * @returns holders by key: those alone that differ from what the map says
 */
export function planNesting(said: readonly SaidHolder[], context: MapContext, named: NamedActors) {
  const remarks: MapRemark[] = [];
  const onMap = new Map(context.actors.map(({ id, within }) => [id, within]));
  const links = new Map<string, Link>();
  for (const one of said) {
    const found = named.find(one.holder);
    if (found.found === 'one') {
      // A later row counts as later, and not as where its actor came first.
      links.delete(one.key);
      links.set(one.key, { ...one, to: found.key });
    } else {
      const reason = found.found === 'none' ? 'no-such-holder' : 'several-holders';
      remarks.push({ ...one.at, reason, field: 'within', value: one.holder });
    }
  }
  const news = [...links.values()].filter(({ key, to }) => onMap.get(key) !== to);
  const nesting = new NestingToBe(onMap, news);
  for (const link of news) {
    for (const { at, holder } of nesting.add(link)) {
      remarks.push({ ...at, reason: 'circle', field: 'within', value: holder });
    }
  }
  return { holders: nesting.fromFile, remarks };
}

/** Who is part of whom while the rows of a file are taken over, one after the other. */
class NestingToBe {
  readonly #before = new Map<string, string>();
  readonly #holderOf: Map<string, string>;
  /** Those of the holders that rows say, in the order of the rows. */
  readonly #links = new Map<string, Link>();

  /** @param news the actors whom rows put elsewhere: until then they hold no circle together */
  constructor(onMap: ReadonlyMap<string, string | null>, news: readonly Link[]) {
    for (const [key, within] of onMap) if (within !== null) this.#before.set(key, within);
    this.#holderOf = new Map(this.#before);
    for (const { key } of news) this.#holderOf.delete(key);
  }

  /** Holders by key, as rows say them. */
  get fromFile(): ReadonlyMap<string, string> {
    return new Map([...this.#links.values()].map(({ key, to }) => [key, to]));
  }

  /** @returns the rows that give way, so that nobody is part of itself */
  add(link: Link): readonly Link[] {
    if (this.#way(link.to, link.key) === null) {
      this.#holderOf.set(link.key, link.to);
      this.#links.set(link.key, link);
      return [];
    }
    const given = [link];
    // Who is not moved stays where it was, and what earlier rows say may not fit with that. What gives
    // way to it is put back too; each turn takes a row away, so there are no more turns than rows.
    for (const { key } of given) given.push(...this.#putBack(key));
    return given;
  }

  /** Puts an actor back to where the map has it. @returns the rows that gave way to that */
  #putBack(key: string): readonly Link[] {
    const holder = this.#before.get(key);
    if (holder === undefined) return [];
    const given: Link[] = [];
    for (;;) {
      const way = this.#way(holder, key);
      if (way === null) break;
      const last = [...this.#links.values()].findLast((link) => way.has(link.key));
      // Two people who nest at once can make a circle on the map itself: that one is not the file's.
      if (!last) break;
      this.#links.delete(last.key);
      this.#holderOf.delete(last.key);
      given.push(last);
    }
    this.#holderOf.set(key, holder);
    return given;
  }

  /**
   * Everybody on the way up from an actor, itself counted, to `key`; null where it does not lead there.
   * A circle that does not hold `key` is walked once.
   */
  #way(from: string, key: string): ReadonlySet<string> | null {
    const way = new Set<string>();
    for (let at: string | undefined = from; at !== undefined; at = this.#holderOf.get(at)) {
      if (at === key) return way;
      if (way.has(at)) return null;
      way.add(at);
    }
    return null;
  }
}
