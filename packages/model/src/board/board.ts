import type * as Y from 'yjs';
import { newId } from '../ids.ts';
import { byOrder, keysBetween, placeBefore } from '../order-key.ts';
import { boardRecordTypes, type Actor, type RecordName, type RecordOf } from '../records/index.ts';
import {
  checkRecord,
  encodeRecord,
  sameJson,
  versionKey,
  writeField,
  type Plain,
} from './codec.ts';
import type { Heirs } from './heirs.ts';
import { BoardReader, type BoardChange, type Unreadable } from './reader.ts';
import { done, refused, type Result } from './result.ts';
import { linksTo, rootOf, typeOf } from './roots.ts';
import { Act, ActHistory } from './undo.ts';

/** Values for a new record; what is left out comes from the type's defaults. */
export type NewRecord<N extends RecordName> = Partial<Omit<RecordOf<N>, 'id'>>;
export type Patch<N extends RecordName> = Partial<Omit<RecordOf<N>, 'id'>>;

/**
 * A board document as its readers and writers see it: plain validated records in, plain validated
 * records out. Every write is one transaction whose origin is an `Act`; a write that would leave an
 * invalid record is refused and changes nothing.
 */
export class Board {
  readonly #doc: Y.Doc;
  readonly #reader: BoardReader;
  readonly #history: ActHistory;
  #acting = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#reader = new BoardReader(doc);
    this.#history = new ActHistory(doc, this.#reader);
  }

  get<N extends RecordName>(name: N, id: string): RecordOf<N> | undefined {
    return this.#reader.records(name).get(id);
  }

  /** The records of a type by id. The map lives on; do not keep it across changes. */
  records<N extends RecordName>(name: N): ReadonlyMap<string, RecordOf<N>> {
    return this.#reader.records(name);
  }

  /** The records of a type as people ordered them; types without an order by id. */
  list<N extends RecordName>(name: N): readonly RecordOf<N>[] {
    return this.#reader.list(name);
  }

  /** Who stands for actors that were merged away; another object once it says something else. */
  get heirs(): Heirs {
    return this.#reader.heirs;
  }

  /** The actors that one stands for, as they were when they were merged into it, or were changed since. */
  mergedInto(heir: string): readonly Actor[] {
    const stored = this.#reader.stored('actor');
    return [...this.heirs].flatMap(([gone, into]) =>
      into === heir ? (stored.get(gone) ?? []) : [],
    );
  }

  /** Records that are kept and cannot be shown. */
  get unreadable(): readonly Unreadable[] {
    return this.#reader.unreadable;
  }

  /** Calls back once per transaction that changed records. @returns a function that ends it */
  subscribe(listener: (change: BoardChange) => void): () => void {
    return this.#reader.subscribe(listener);
  }

  /**
   * Writes several things as one act: one transaction, one step of undo. Acts of the same name and
   * gesture that follow each other are one step as well. Inside another act, it joins that one.
   */
  act<T>(name: string, write: () => T, gesture: string | null = null): T {
    if (this.#acting > 0) return write();
    const act = new Act(name, gesture);
    this.#history.begin(act);
    this.#acting += 1;
    try {
      return this.#doc.transact(write, act);
    } finally {
      this.#acting -= 1;
    }
  }

  /** @returns the id of the new record, or what is wrong with it; then nothing was written */
  create<N extends RecordName>(name: N, values: NewRecord<N>): Result<string> {
    const created = this.createAll(name, [values]);
    return created.ok ? done(created.value[0] ?? '') : created;
  }

  /** Creates all of them at the end of the list, or none: one act. @returns their ids, in order */
  createAll<N extends RecordName>(
    name: N,
    list: readonly NewRecord<N>[],
  ): Result<readonly string[]> {
    const type = typeOf(name);
    const orders = boardRecordTypes[name].ordered ? this.#keysAtEnd(name, list.length) : [];
    const checked = list.map((values, index) =>
      checkRecord(
        type,
        {
          ...boardRecordTypes[name].defaults(),
          ...(orders.length > 0 ? { order: orders[index] } : {}),
          ...values,
        },
        index,
      ),
    );
    const problems = checked.flatMap((result) => (result.ok ? [] : result.problems));
    if (problems.length > 0) return refused(...problems);
    const records = checked.flatMap((result) => (result.ok ? [result.value] : []));
    return this.act(`create ${name}`, () => {
      const root = rootOf(this.#doc, name);
      return done(
        records.map((record) => {
          const id = newId();
          root.set(id, encodeRecord(type, record));
          return id;
        }),
      );
    });
  }

  /**
   * Changes the given fields and no others.
   * @param gesture acts with one gesture, one after the other, are undone together
   */
  change<N extends RecordName>(
    name: N,
    id: string,
    patch: Patch<N>,
    gesture: string | null = null,
  ): Result<void> {
    const current: Plain | undefined = this.get(name, id);
    const stored = rootOf(this.#doc, name).get(id);
    if (!current || !stored) {
      const reason = this.#reader.isUnreadable(name, id) ? 'unreadable' : 'gone';
      return refused({ field: '', reason, index: 0 });
    }
    const type = typeOf(name);
    const checked = checkRecord(type, { ...current, ...patch });
    if (!checked.ok) return checked;
    const next = checked.value;
    const outdated = stored.get(versionKey) !== type.version;
    const fields = Object.keys(next).filter(
      (field) => outdated || !sameJson(current[field], next[field]),
    );
    if (fields.length === 0) return done(undefined);
    return this.act(
      `change ${name}`,
      () => {
        for (const field of fields) writeField(type, stored, field, next[field]);
        if (outdated) stored.set(versionKey, type.version);
        return done(undefined);
      },
      gesture,
    );
  }

  /**
   * Removes records, those that they own, and every link to them; with an actor also those that were
   * merged into it. What is gone already is no error.
   */
  remove(name: RecordName, ids: readonly string[]) {
    const gone = new Set(ids);
    if (name === 'actor') for (const [id, heir] of this.heirs) if (gone.has(heir)) gone.add(id);
    this.act(`remove ${name}`, () => {
      const root = rootOf(this.#doc, name);
      for (const id of gone) root.delete(id);
      this.#tidyLinks(name, gone);
      if (name === 'actor') this.#removeMerges(gone);
    });
  }

  /** Puts records in front of another one, or at the end when `successor` is null: one act. */
  reorder(name: RecordName, ids: readonly string[], successor: string | null) {
    const ordered = this.#ordered(name);
    const moved = new Set(ids);
    const keys = placeBefore(
      ordered.filter((record) => !moved.has(record.id)),
      ids.filter((id) => ordered.some((record) => record.id === id)),
      successor,
    );
    this.act(`reorder ${name}`, () => {
      for (const [id, order] of keys) rootOf(this.#doc, name).get(id)?.set('order', order);
    });
  }

  /** Name of the act that `undo` would take back, such as `remove actor`; null when there is none. */
  get undoName(): string | null {
    return this.#history.undoName;
  }

  get redoName(): string | null {
    return this.#history.redoName;
  }

  /** Takes back this person's own last act; what others wrote stays. */
  undo() {
    this.#history.undo();
  }

  redo() {
    this.#history.redo();
  }

  /** Calls back when what can be undone or redone has changed. @returns a function that ends it */
  onHistory(listener: () => void): () => void {
    return this.#history.subscribe(listener);
  }

  destroy() {
    this.#history.destroy();
    this.#reader.destroy();
  }

  #removeMerges(gone: ReadonlySet<string>) {
    const merges = [...this.#reader.stored('merge').values()];
    const over = merges.filter((merge) => gone.has(merge.gone) || gone.has(merge.into));
    if (over.length > 0)
      this.remove(
        'merge',
        over.map(({ id }) => id),
      );
  }

  #tidyLinks(name: RecordName, gone: ReadonlySet<string>) {
    for (const link of linksTo(name)) {
      const orphans: string[] = [];
      for (const [id, record] of this.#reader.stored(link.name)) {
        const value = (record as Plain)[link.field]; // any record is a plain one
        if (Array.isArray(value)) {
          const rest: unknown[] = value.filter((key) => !gone.has(String(key)));
          if (rest.length === value.length) continue;
          this.#write(link.name, id, link.field, rest);
        } else if (typeof value === 'object' && value !== null) {
          const entries: [string, unknown][] = Object.entries(value);
          const rest = entries.filter(([key]) => !gone.has(key));
          if (rest.length === entries.length) continue;
          this.#write(link.name, id, link.field, Object.fromEntries(rest));
        } else if (typeof value === 'string' && gone.has(value)) {
          if (link.onRemove === 'remove') orphans.push(id);
          else this.#write(link.name, id, link.field, null);
        }
      }
      if (orphans.length > 0) this.remove(link.name, orphans);
    }
  }

  #write(name: RecordName, id: string, field: string, value: unknown) {
    const stored = rootOf(this.#doc, name).get(id);
    if (stored) writeField(typeOf(name), stored, field, value);
  }

  #ordered(name: RecordName): { id: string; order: string }[] {
    return this.#reader
      .list(name)
      .flatMap((record) => ('order' in record ? [{ id: record.id, order: record.order }] : []))
      .sort(byOrder);
  }

  #keysAtEnd(name: RecordName, count: number): string[] {
    return keysBetween(this.#ordered(name).at(-1)?.order ?? null, null, count);
  }
}
