import {
  Board,
  recordNames,
  type BoardChange,
  type Heirs,
  type RecordName,
  type RecordOf,
  type Unreadable,
} from '@parley/model';
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type * as Y from 'yjs';
import type { HiddenNames } from '#lib/names/hidden-names.svelte.ts';
import { Masks, namingPeople } from '#lib/names/masks.ts';

/** How a record is shown; null: as it is. */
type Lens<N extends RecordName> = ((record: RecordOf<N>) => RecordOf<N>) | null;

/** One record type as rune state: who reads one record re-runs only when that record changes. */
class LiveRecords<N extends RecordName> {
  readonly byId: SvelteMap<string, RecordOf<N>>;
  /** Ids in the order of the list; replaced only when membership or order has changed. */
  ids: readonly string[] = $state.raw([]);
  /** The records in the order of the list; replaced with every change to any of them. */
  list: readonly RecordOf<N>[] = $state.raw([]);

  constructor(board: Board, name: N, lens: Lens<N>) {
    const list = board.list(name);
    this.list = lens ? list.map(lens) : list;
    this.byId = new SvelteMap(this.list.map((record) => [record.id, record]));
    this.ids = this.list.map((record) => record.id);
  }

  update(board: Board, name: N, changed: Iterable<string>, lens: Lens<N>) {
    const records = board.records(name);
    for (const id of changed) {
      const record = records.get(id);
      if (record) this.byId.set(id, lens ? lens(record) : record);
      else this.byId.delete(id);
    }
    const list = board.list(name);
    this.list = lens ? list.map((record) => this.byId.get(record.id) ?? lens(record)) : list;
    const ids = this.list.map((record) => record.id);
    if (ids.length !== this.ids.length || ids.some((id, index) => id !== this.ids[index])) {
      this.ids = ids;
    }
  }
}

/**
 * A board document as rune state. Reading goes through here; writing goes through `board`, whose
 * functions are one act each. Components never touch a Y type. Where names are hidden, what is read here
 * has none, so that no screen can show one; `board` has them.
 */
export class LiveBoard {
  readonly board: Board;
  unreadable: readonly Unreadable[] = $state.raw([]);
  /** Who stands for actors that were merged away. */
  heirs: Heirs = $state.raw(new Map());
  /** Name of the act that undo would take back; null when there is none. */
  undoName: string | null = $state(null);
  redoName: string | null = $state(null);
  readonly #records = new Map<RecordName, LiveRecords<RecordName>>();
  readonly #names: HiddenNames;
  readonly #masks = new Masks();
  readonly #stop: readonly (() => void)[];

  constructor(doc: Y.Doc, names: HiddenNames) {
    this.#names = names;
    this.board = new Board(doc);
    this.unreadable = this.board.unreadable;
    this.heirs = this.board.heirs;
    for (const name of recordNames) {
      this.#records.set(name, new LiveRecords(this.board, name, this.#lens(name)));
    }
    this.#stop = [
      $effect.root(() => {
        let was = names.on;
        $effect.pre(() => {
          if (names.on !== was) untrack(() => this.#readNames());
          was = names.on;
        });
      }),
      this.board.subscribe((change) => this.#update(change)),
      this.board.onHistory(() => {
        this.undoName = this.board.undoName;
        this.redoName = this.board.redoName;
      }),
    ];
  }

  get<N extends RecordName>(name: N, id: string): RecordOf<N> | undefined {
    return this.#of(name).byId.get(id);
  }

  /** The records of a type by id; reading one key depends on that record alone. */
  records<N extends RecordName>(name: N): ReadonlyMap<string, RecordOf<N>> {
    return this.#of(name).byId;
  }

  /** Ids as people ordered them; depends on membership and order, not on what the records hold. */
  ids(name: RecordName): readonly string[] {
    return this.#of(name).ids;
  }

  /** All records as people ordered them; depends on every one of them. */
  list<N extends RecordName>(name: N): readonly RecordOf<N>[] {
    return this.#of(name).list;
  }

  /** The records as they are written, names of people too, whatever is shown; depends on every one of them. */
  written<N extends RecordName>(name: N): readonly RecordOf<N>[] {
    void this.list(name);
    return this.board.list(name);
  }

  /** A record as it is shown here: without a person's name where names are hidden. */
  shown<N extends RecordName>(name: N, record: RecordOf<N>): RecordOf<N> {
    return this.#lens(name)?.(record) ?? record;
  }

  destroy() {
    for (const stop of this.#stop) stop();
    this.board.destroy();
  }

  #update(change: BoardChange) {
    for (const [name, ids] of change) {
      this.#of(name).update(this.board, name, ids, this.#lens(name));
    }
    this.unreadable = this.board.unreadable;
    this.heirs = this.board.heirs;
  }

  #lens<N extends RecordName>(name: N): Lens<N> {
    const isMasked = untrack(() => this.#names.on) && namingPeople.some((type) => type === name);
    return isMasked ? (record) => this.#masks.masked(name, record) : null;
  }

  /** Names were hidden, or are shown again. */
  #readNames() {
    for (const name of namingPeople) {
      this.#of(name).update(this.board, name, this.board.records(name).keys(), this.#lens(name));
    }
  }

  #of<N extends RecordName>(name: N): LiveRecords<N> {
    const records = this.#records.get(name);
    if (!records) throw new Error(`No record type ${name}`);
    return records as unknown as LiveRecords<N>; // the constructor made each under its own name
  }
}
