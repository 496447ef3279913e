import { Presence } from '@parley/contracts';
import { SvelteMap } from 'svelte/reactivity';
import * as v from 'valibot';
import type { Awareness } from 'y-protocols/awareness';

/** One other page that has this space open. Its fields change in place, the object stays. */
export class Peer {
  readonly clientId: number;
  user: Presence['user'] = $state.raw({ id: '', name: '', color: 0, role: '' });
  board: Presence['board'] = $state.raw();
  /** On the map, in map coordinates. */
  cursor: { readonly x: number; readonly y: number } | null = $state.raw(null);
  /** The view of the board that they look at. */
  view: string | null = $state.raw(null);
  /** The middle of the map that they see, and its zoom. */
  seen: Presence['seen'] = $state.raw(null);
  selection: readonly string[] = $state.raw([]);
  editing: { readonly record: string; readonly field: string } | null = $state.raw(null);

  constructor(clientId: number, presence: Presence) {
    this.clientId = clientId;
    this.show(presence);
  }

  show(presence: Presence): void {
    if (!same(this.user, presence.user)) this.user = presence.user;
    this.board = presence.board;
    this.view = presence.view ?? null;
    const { cursor = null, seen = null, selection = [], editing = null } = presence;
    if (!same(this.cursor, cursor)) this.cursor = cursor;
    if (!same(this.seen, seen)) this.seen = seen;
    if (!same(this.selection, selection)) this.selection = selection;
    if (!same(this.editing, editing)) this.editing = editing;
  }
}

/** Who else has this space open, read from awareness; what does not validate is not shown. */
export class Peers {
  readonly #awareness: Awareness;
  readonly #byClient = new Map<number, Peer>();
  readonly #selecting = new SvelteMap<string, readonly Peer[]>();
  readonly #editing = new SvelteMap<string, readonly Peer[]>();
  #list: readonly Peer[] = $state.raw([]);

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
    awareness.on('change', this.#read);
    this.#read();
  }

  /** In the order of their arrival here. */
  get list(): readonly Peer[] {
    return this.#list;
  }

  /** Who has this record selected. */
  on(recordId: string): readonly Peer[] {
    return this.#selecting.get(recordId) ?? nobody;
  }

  /** Who types in this field. */
  editorsOf(recordId: string, field: string): readonly Peer[] {
    return this.#editing.get(fieldKey(recordId, field)) ?? nobody;
  }

  close(): void {
    this.#awareness.off('change', this.#read);
  }

  readonly #read = (): void => {
    const there = new Set<number>();
    for (const [clientId, state] of this.#awareness.getStates()) {
      if (clientId === this.#awareness.clientID) continue;
      const presence = v.safeParse(Presence, state);
      if (!presence.success) continue;
      there.add(clientId);
      const peer = this.#byClient.get(clientId);
      if (peer) peer.show(presence.output);
      else this.#byClient.set(clientId, new Peer(clientId, presence.output));
    }
    for (const clientId of this.#byClient.keys()) {
      if (!there.has(clientId)) this.#byClient.delete(clientId);
    }
    const list = [...this.#byClient.values()];
    if (!sameItems(list, this.#list)) this.#list = list;
    fill(this.#selecting, list, (peer) => peer.selection);
    fill(this.#editing, list, ({ editing }) =>
      editing ? [fieldKey(editing.record, editing.field)] : [],
    );
  };
}

const nobody: readonly Peer[] = [];
const fieldKey = (record: string, field: string) => `${record}/${field}`;

/** Brings an index of peers up to date and touches only the keys whose peers are others now. */
function fill(
  index: SvelteMap<string, readonly Peer[]>,
  peers: readonly Peer[],
  keysOf: (peer: Peer) => readonly string[],
): void {
  const next = Map.groupBy(
    peers.flatMap((peer) => keysOf(peer).map((key) => ({ key, peer }))),
    ({ key }) => key,
  );
  for (const key of [...index.keys()]) if (!next.has(key)) index.delete(key);
  for (const [key, entries] of next) {
    const found = entries.map(({ peer }) => peer);
    if (!sameItems(found, index.get(key) ?? nobody)) index.set(key, found);
  }
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** Presence is small JSON that was just parsed, so its text says whether it is the same. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
