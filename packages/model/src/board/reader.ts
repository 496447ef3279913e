import * as Y from 'yjs';
import { byOrder } from '../order-key.ts';
import { boardRecordTypes, recordNames, type RecordName, type RecordOf } from '../records/index.ts';
import { decodeRecord, sameJson, type UnreadableReason } from './codec.ts';
import { heirsOf, noHeirs, sameHeirs, type Heirs, type Merged } from './heirs.ts';
import { ledToHeirs, namingActors } from './led-links.ts';
import { linksTo, rootOf, typeOf } from './roots.ts';

/** Ids that were added, changed or removed, by record type. Only types with changes are in it. */
export type BoardChange = ReadonlyMap<RecordName, ReadonlySet<string>>;

/** A record that is there and kept, and cannot be shown. */
export interface Unreadable {
  readonly type: RecordName;
  readonly id: string;
  readonly reason: UnreadableReason;
}

interface AnyRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A record that a transaction touched, as it was read before; null: it was not there, or unreadable. */
export interface Touched {
  readonly name: RecordName;
  readonly id: string;
  readonly before: AnyRecord | null;
}

/**
 * The plain, validated view of a board document, kept up to date as the document changes: each
 * change re-reads the records that it touched and no others.
 *
 * A record whose owner is gone (a tie whose actor somebody else removed at the same time) is left out
 * of the view and stays in the document: if the owner comes back by undo, so does the record. An actor that
 * was merged into another is left out as well, and all that links to it is read as linking to its heir.
 */
export class BoardReader {
  readonly #doc: Y.Doc;
  readonly #decoded = new Map<RecordName, Map<string, AnyRecord>>();
  readonly #shown = new Map<RecordName, Map<string, AnyRecord>>();
  readonly #sorted = new Map<RecordName, readonly AnyRecord[]>();
  readonly #unreadable = new Map<string, Unreadable>();
  readonly #dirty = new Map<RecordName, Set<string>>();
  readonly #listeners = new Set<(change: BoardChange) => void>();
  readonly #stop: () => void;
  #heirs = noHeirs;
  /** Actors of documents from before there were records of merges, that took over others. */
  readonly #formerly = new Set<string>();
  #touched: readonly Touched[] = [];

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    const observers = recordNames.map((name) => {
      this.#decoded.set(name, new Map());
      this.#shown.set(name, new Map());
      const root = rootOf(doc, name);
      this.#dirty.set(name, new Set(root.keys()));
      const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => this.#mark(name, events);
      root.observeDeep(observer);
      return () => root.unobserveDeep(observer);
    });
    const flush = () => this.#flush();
    doc.on('afterTransaction', flush);
    this.#stop = () => {
      doc.off('afterTransaction', flush);
      for (const unobserve of observers) unobserve();
    };
    this.#flush();
  }

  /** The records of a type by id, those that can be shown. The map lives on; do not keep it across changes. */
  records<N extends RecordName>(name: N): ReadonlyMap<string, RecordOf<N>> {
    // The codec has validated every value in this map against the schema that RecordOf<N> is made from.
    return (this.#shown.get(name) ?? new Map()) as ReadonlyMap<string, RecordOf<N>>;
  }

  /** The records of a type as people ordered them; types without an order by id. */
  list<N extends RecordName>(name: N): readonly RecordOf<N>[] {
    let list = this.#sorted.get(name);
    if (!list) {
      list = [...(this.#shown.get(name)?.values() ?? [])].sort(
        boardRecordTypes[name].ordered ? byOrderField : byId,
      );
      this.#sorted.set(name, list);
    }
    return list as readonly unknown[] as readonly RecordOf<N>[]; // validated as in records()
  }

  /** All records of a type that can be read, those too that are left out of the view, as they are stored. */
  stored<N extends RecordName>(name: N): ReadonlyMap<string, RecordOf<N>> {
    return (this.#decoded.get(name) ?? new Map()) as ReadonlyMap<string, RecordOf<N>>; // validated as in records()
  }

  /** Who stands for actors that were merged away; another object once it says something else. */
  get heirs(): Heirs {
    return this.#heirs;
  }

  get unreadable(): readonly Unreadable[] {
    return [...this.#unreadable.values()];
  }

  isUnreadable(name: RecordName, id: string): boolean {
    return this.#unreadable.has(keyOf(name, id));
  }

  /** What the last transaction touched. Undo keeps it: it must know what to return to. */
  get touched(): readonly Touched[] {
    return this.#touched;
  }

  /** Calls back once per transaction that changed the view. @returns a function that ends it */
  subscribe(listener: (change: BoardChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy() {
    this.#stop();
    this.#listeners.clear();
  }

  #mark(name: RecordName, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) {
    const dirty = this.#dirty.get(name) ?? new Set();
    this.#dirty.set(name, dirty);
    for (const event of events) {
      const [id] = event.path;
      if (typeof id === 'string') dirty.add(id);
      else if (event instanceof Y.YMapEvent)
        for (const key of event.keysChanged) dirty.add(String(key));
    }
  }

  #flush() {
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    this.#touched = dirty.flatMap(([name, ids]) =>
      [...ids].map((id) => ({ name, id, before: this.#decoded.get(name)?.get(id) ?? null })),
    );
    const changed = new Map<RecordName, Set<string>>();
    const comeOrGone = new Set<RecordName>();
    for (const [name, ids] of dirty) {
      if (ids.size === 0) continue;
      changed.set(name, ids);
      for (const id of ids) if (this.#decode(name, id)) comeOrGone.add(name);
    }
    for (const owner of comeOrGone) {
      for (const link of linksTo(owner)) {
        if (link.onRemove !== 'remove') continue;
        const ids = changed.get(link.name) ?? new Set();
        changed.set(link.name, ids);
        for (const id of this.#decoded.get(link.name)?.keys() ?? []) ids.add(id);
      }
    }
    if (changed.has('actor') || changed.has('merge')) this.#followMerges(changed);
    for (const [name, ids] of changed) {
      this.#sorted.delete(name);
      for (const id of ids) if (!this.#show(name, id)) ids.delete(id);
      if (ids.size === 0) changed.delete(name);
    }
    if (changed.size > 0) for (const listener of [...this.#listeners]) listener(changed);
  }

  /** @returns whether the record has come or gone; one that cannot be read is there all the same */
  #decode(name: RecordName, id: string): boolean {
    const decoded = this.#decoded.get(name);
    if (!decoded) return false;
    const stored: unknown = rootOf(this.#doc, name).get(id);
    const key = keyOf(name, id);
    const wasThere = decoded.has(id) || this.#unreadable.has(key);
    this.#unreadable.delete(key);
    if (name === 'actor') this.#formerly.delete(id);
    if (stored === undefined) {
      decoded.delete(id);
      return wasThere;
    }
    const result = decodeRecord(typeOf(name), id, stored);
    if (result.ok) {
      decoded.set(id, result.record);
      const { formerly } = result.record;
      if (name === 'actor' && Array.isArray(formerly) && formerly.length > 0)
        this.#formerly.add(id);
    } else {
      decoded.delete(id);
      this.#unreadable.set(key, { type: name, id, reason: result.reason });
    }
    return !wasThere;
  }

  /**
   * Brings the shown view of one record up to date.
   * @returns whether it changed, or what is kept of a record that is not shown: an actor that was merged
   *   away still stands, in its own words, with whom it was merged into
   */
  #show(name: RecordName, id: string): boolean {
    const shown = this.#shown.get(name);
    const record = this.#decoded.get(name)?.get(id);
    const next = record && this.#asShown(name, record);
    if (!shown) return false;
    const now = shown.get(id);
    if (now === next || (next !== record && sameJson(now, next)))
      return next === undefined && (this.isUnreadable(name, id) || this.#isMerged(name, id));
    if (next) shown.set(id, next);
    else shown.delete(id);
    return true;
  }

  #isMerged = (name: RecordName, id: string): boolean => name === 'actor' && this.#heirs.has(id);

  #asShown(name: RecordName, record: AnyRecord): AnyRecord | undefined {
    if (this.#isMerged(name, record.id)) return undefined;
    const led = ledToHeirs(name, record, this.#heirs);
    return led !== null && this.#hasOwners(name, led) ? led : undefined;
  }

  /** Where somebody stands for others than before, all that may link to them is looked at again. */
  #followMerges(changed: Map<RecordName, Set<string>>) {
    const merges: Merged[] = [...this.stored('merge').values()];
    const root = rootOf(this.#doc, 'actor');
    for (const into of this.#formerly) {
      // An id that has come back stands for itself: that was the whole of undo then.
      for (const gone of this.stored('actor').get(into)?.formerly ?? [])
        if (!root.has(gone)) merges.push({ gone, into });
    }
    const heirs = heirsOf(merges, (id) => root.has(id));
    if (sameHeirs(heirs, this.#heirs)) return;
    this.#heirs = heirs;
    for (const name of namingActors) {
      const stored = this.#decoded.get(name)?.keys() ?? [];
      changed.set(name, new Set([...(changed.get(name) ?? []), ...stored]));
    }
  }

  #hasOwners(name: RecordName, record: AnyRecord): boolean {
    return Object.entries(boardRecordTypes[name].links).every(([field, link]) => {
      const owner = record[field];
      // An owner that is there and unreadable still counts: nothing is known to be wrong with the tie.
      return (
        link.onRemove !== 'remove' ||
        (typeof owner === 'string' && rootOf(this.#doc, link.to as RecordName).has(owner)) // links name record types
      );
    });
  }
}

const keyOf = (name: RecordName, id: string) => `${name}/${id}`;
const byId = (a: AnyRecord, b: AnyRecord) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byOrderField = (a: AnyRecord, b: AnyRecord) =>
  byOrder({ id: a.id, order: String(a.order) }, { id: b.id, order: String(b.order) });
